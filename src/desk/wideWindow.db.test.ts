import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { FakeSwitchboard } from '../callbacks/callbacks.testkit.ts'
import { atTheCounter, givenEntries } from '../callbacks/roster/roster.testkit.ts'
import { type GivenCity, givenCity } from '../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../people/people.testkit.ts'
import { complete } from './complete.ts'
import { FULL, givenCall } from './desk.testkit.ts'
import { readDesk } from './readDesk.ts'

const database = useDatabase()
let city: GivenCity
let agent: GivenAccount
let switchboard: FakeSwitchboard

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  agent = await givenAccount(database.platform, city.cityId, 'agent')
  switchboard = new FakeSwitchboard()
  const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
  await givenEntries(database.platform, city.cityId, atTheCounter(city.teams.office, clerk))
})

async function inHand(): Promise<string> {
  const callId = await givenCall(database.platform, city, agent)
  const since = database.platform.clock.now()
  const place = { state: 'in-call', since, callId, pause: null, ready: true, missing: [] } as const
  switchboard.stations.set(agent.account.id, place)
  return callId
}

test('given a team that never has room in one hour, the desk offers a wide window and promises what it showed', async () => {
  const callId = await inHand()
  const [window] = (await readDesk(agent.ctx, switchboard)).windows
  expect(window).toMatchObject({ label: 'morgen 8–10 Uhr', free: 1 })
  const { start: windowStart, end: windowEnd } = window!
  const done = await complete(agent.ctx, switchboard, callId, { ...FULL, windowStart, windowEnd })
  expect(done.promise).toBe('morgen zwischen 8 und 10 Uhr')
  const rows = await database.platform.db
    .selectFrom('callback')
    .select(['window_start', 'window_end'])
    .where('city_id', '=', city.cityId)
    .execute()
  expect(rows).toEqual([{ window_start: new Date(windowStart), window_end: new Date(windowEnd) }])
})

test('given a form from before there were several lengths, the hour is meant, and the refusal names what is free', async () => {
  const callId = await inHand()
  const windowStart = '2026-11-24T07:00:00.000Z'
  await expect(complete(agent.ctx, switchboard, callId, { ...FULL, windowStart })).rejects.toMatchObject({
    code: 'window-full',
    fields: { windowStart: expect.stringContaining('Frei ist: morgen 8–10 Uhr.') },
  })
})
