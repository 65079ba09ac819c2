import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { givenCallback } from '../callbacks.testkit.ts'
import { PromiseCheck, violationSentence } from './checkPromises.ts'
import { violations } from './invariantStore.ts'
import { sweepPromises } from './decideDue.ts'
import { takeCallback } from '../worklist/take.ts'

const database = useDatabase()
let city: GivenCity
let clerk: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

const found = async () =>
  (await violations(database.platform.db, database.platform.clock.now())).flatMap(
    ({ cityId, violation, id }) => (cityId === city.cityId ? [{ violation, id }] : []),
  )

test('given promises in every ordinary state, nothing is forgotten', async () => {
  await givenCallback(database.platform, city, clerk.ctx)
  await givenCallback(database.platform, city, clerk.ctx, { practice: true })
  const taken = await givenCallback(database.platform, city, clerk.ctx)
  await takeCallback(clerk.ctx, taken.id)
  expect(await found()).toEqual([])
  database.platform.clock.set('2026-11-23T14:00:01Z')
  expect(await found()).toEqual([])
  await sweepPromises(database.platform)
  expect(await found()).toEqual([])
})

test('given an open promise whose job is gone, it is named', async () => {
  const { id } = await givenCallback(database.platform, city, clerk.ctx)
  await sql`delete from pgboss.job where data ->> 'callbackId' = ${id}`.execute(database.platform.db)
  expect(await found()).toEqual([{ violation: 'no-job', id }])
})

test('given a promise that nobody decides long after its window, it is named', async () => {
  const { id } = await givenCallback(database.platform, city, clerk.ctx)
  database.platform.clock.set('2026-11-23T16:01:01Z')
  expect(await found()).toEqual([{ violation: 'not-decided', id }])
})

test('given an owner whose account is closed, the callback is named', async () => {
  const { id } = await givenCallback(database.platform, city, clerk.ctx)
  await givenAccount(database.platform, city.cityId, 'lead')
  await takeCallback(clerk.ctx, id)
  await sql`update account set active = false where id = ${clerk.account.id}`.execute(database.platform.db)
  expect(await found()).toEqual([{ violation: 'owner-gone', id }])
})

test('given a list that nobody sees, its callback is named until a lead is there', async () => {
  const { id } = await givenCallback(database.platform, city, clerk.ctx, { teamId: city.teams.reports })
  expect(await found()).toEqual([{ violation: 'team-gone', id }])
  await givenAccount(database.platform, city.cityId, 'lead')
  expect(await found()).toEqual([])
})

test('given an open case whose callback is gone, it is named; the check says so until it is mended', async () => {
  const { id, caseId } = await givenCallback(database.platform, city, clerk.ctx)
  const check = new PromiseCheck(database.platform)
  await sql`update callback set state = 'done', outcome = 'settled', done_at = now(), promise = 'withdrawn', decided_at = now()
    where id = ${id}`.execute(database.platform.db)
  expect(await found()).toEqual([{ violation: 'case-forgotten', id: caseId }])
  await check.check()
  expect(await check.missing()).toContain('offenes Anliegen ohne Rückruf')
})

test('given several kinds, the sentence counts each', () => {
  expect(violationSentence([])).toBeNull()
  expect(
    violationSentence([{ violation: 'no-job' }, { violation: 'owner-gone' }, { violation: 'no-job' }]),
  ).toBe(
    'Bitte prüfen: 2 offene Rückrufzusagen ohne Wecker, 1 Rückruf bei einem Konto, das nicht mehr arbeitet.',
  )
})
