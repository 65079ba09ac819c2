import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { callBack } from '../attempts/callBack.ts'
import { recordOutcome } from '../attempts/recordOutcome.ts'
import { FakeSwitchboard, givenCallback, WINDOW } from '../callbacks.testkit.ts'
import { givenAbsence, givenEntries, givenRoster } from '../roster/roster.testkit.ts'
import { takeCallback } from '../worklist/take.ts'
import { windowsFor } from './windowsFor.ts'
import { plannedWork } from './staffing.ts'

const MINUTE = 60_000
const database = useDatabase()
let city: GivenCity
let clerk: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

/** A callback that takes so many minutes, in its window. */
async function callFor(minutes: number, practice = false): Promise<void> {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  const { id } = await givenCallback(database.platform, city, clerk.ctx, { practice })
  database.platform.clock.set(WINDOW.start)
  await takeCallback(clerk.ctx, id)
  const telephone = new FakeSwitchboard()
  await callBack(clerk.ctx, telephone, id)
  database.platform.clock.set(new Date(WINDOW.start.getTime() + minutes * MINUTE))
  await recordOutcome(clerk.ctx, telephone, id, { outcome: 'settled', note: '' })
}
const planned = () => plannedWork(database.platform.db, city.cityId, city.teams.office, null)
const offered = async (count = 3, at = '2026-11-23T08:00:00Z') => {
  database.platform.clock.set(at)
  const { db, clock } = database.platform
  const windows = await windowsFor(db, city.cityId, city.teams.office, clock.now(), count)
  return windows.map(({ label, free }) => `${label}: ${free}`)
}
const onDuty = (weekday: number, part: { share?: number; opens?: number; closes?: number } = {}) =>
  givenEntries(database.platform, city.cityId, {
    teamId: city.teams.office,
    accountId: clerk.account.id,
    weekday,
    ...part,
  })

test('given the first day, a callback is planned with eight minutes', async () => {
  expect(await planned()).toBe(8 * MINUTE)
})

test('given callbacks that took long, the next is planned longer, and fewer fit into the hours of a roster', async () => {
  await onDuty(1)
  await onDuty(2)
  expect(await offered(1)).toEqual(['heute 9–10 Uhr: 6'])
  for (let made = 0; made < 5; made += 1) await callFor(20)
  expect(await planned()).toBe(12 * MINUTE)
  expect(await offered(1)).toEqual(['heute 9–10 Uhr: 4'])
})

test('given practice, nothing is learnt', async () => {
  await callFor(30, true)
  expect(await planned()).toBe(8 * MINUTE)
})

test('given a roster, hours without anybody are not offered; given an absence, days are not', async () => {
  await onDuty(1, { opens: 840, closes: 930 })
  await onDuty(3)
  expect(await offered()).toEqual(['heute 14–15 Uhr: 6', 'heute 15–16 Uhr: 3', 'Mi, 25.11., 8–9 Uhr: 6'])
  await givenAbsence(database.platform, city.cityId, clerk.account.id, '2026-11-23')
  expect(await offered(1)).toEqual(['Mi, 25.11., 8–9 Uhr: 6'])
})

test('given a roster with nobody in it, nothing is offered; given somebody in six weeks, those days are', async () => {
  await givenRoster(database.platform, city.cityId, city.teams.office)
  expect(await offered()).toEqual([])
  await givenEntries(database.platform, city.cityId, {
    teamId: city.teams.office,
    accountId: clerk.account.id,
    from: '2027-01-11',
  })
  expect(await offered(1)).toEqual(['Mo, 11.1., 8–9 Uhr: 6'])
})

test('given a window whose clerks are gone since it was offered, the promise is refused', async () => {
  await onDuty(1)
  expect(await offered(1)).toEqual(['heute 9–10 Uhr: 6'])
  await givenAbsence(database.platform, city.cityId, clerk.account.id, '2026-11-23')
  await expect(givenCallback(database.platform, city, clerk.ctx)).rejects.toMatchObject({
    code: 'window-full',
  })
})
