import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { givenCallback } from '../callbacks.testkit.ts'
import { readUpcoming } from './readUpcoming.ts'
import { readWorklist } from './readWorklist.ts'
import { takeNext } from './takeNext.ts'

const database = useDatabase()
let city: GivenCity
let clerk: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T13:05:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

async function promised(language: string): Promise<string> {
  const { id, caseId } = await givenCallback(database.platform, city, clerk.ctx)
  await database.pool.query(`update "case" set language = $1 where id = $2`, [language, caseId])
  return id
}
const speaks = (...languages: string[]) =>
  database.pool.query('update account set languages = $1 where id = $2', [languages, clerk.account.id])

test('given a clerk who speaks two languages, those come first, and another one only when nothing else is due', async () => {
  await speaks('de', 'tr')
  const arabic = await promised('ar')
  const turkish = await promised('tr')
  const german = await promised('de')
  const taken = [await takeNext(clerk.ctx), await takeNext(clerk.ctx), await takeNext(clerk.ctx)]
  expect(new Set(taken.slice(0, 2).map(({ id }) => id))).toEqual(new Set([turkish, german]))
  expect(taken[2]).toEqual({ id: arabic, why: 'not-spoken' })
})

test('given nobody has said what a clerk speaks, the language changes nothing', async () => {
  const arabic = await promised('ar')
  expect(await takeNext(clerk.ctx)).toEqual({ id: arabic, why: 'usual' })
})

test('given a filter, the next is of that language, or there is none', async () => {
  const turkish = await promised('tr')
  await promised('de')
  expect(await takeNext(clerk.ctx, { language: 'tr' })).toMatchObject({ id: turkish })
  await expect(takeNext(clerk.ctx, { language: 'tr' })).rejects.toMatchObject({ code: 'nothing-waits' })
  await expect(takeNext(clerk.ctx, { serviceId: 'reisepass' })).rejects.toMatchObject({
    code: 'nothing-waits',
  })
})

test('given three that wait, a calm list shows the next two and takes none', async () => {
  const ids = [await promised('de'), await promised('de'), await promised('de')]
  const { items } = await readUpcoming(clerk.ctx, {})
  expect(items).toHaveLength(2)
  expect(items.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  expect((await takeNext(clerk.ctx)).id).toBe(items[0]?.id)
  expect(ids).toContain(items[1]?.id)
  expect((await readWorklist(clerk.ctx)).items[0]).toMatchObject({ language: 'de', serviceId: null })
})
