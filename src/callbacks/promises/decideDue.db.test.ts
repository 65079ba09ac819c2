import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { callBack } from '../attempts/callBack.ts'
import { FakeSwitchboard, givenCallback, WINDOW } from '../callbacks.testkit.ts'
import { callbackJobs, startPromiseSweep } from '../jobs.ts'
import { sweepPromises } from './decideDue.ts'
import { recordOutcome } from '../attempts/recordOutcome.ts'
import { takeCallback } from '../worklist/take.ts'

const database = useDatabase()
let city: GivenCity
let clerk: GivenAccount
let id: string

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
  id = (await givenCallback(database.platform, city, clerk.ctx)).id
})

const row = () =>
  database.platform.db.selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const broken = () =>
  database.platform.db
    .selectFrom('event')
    .select(['at', 'data', 'actor_kind'])
    .where('kind', '=', 'callback.broken')
    .where('subject_id', '=', id)
    .execute()

test('given the last moment of the window, nothing is broken; a millisecond later it is, dated to the end', async () => {
  database.platform.clock.set(WINDOW.end)
  await sweepPromises(database.platform)
  expect(await row()).toMatchObject({ promise: 'open' })
  database.platform.clock.advance(1)
  await sweepPromises(database.platform)
  expect(await row()).toMatchObject({ promise: 'broken', decided_at: WINDOW.end, cause: 'nobody-took-it' })
  expect(await broken()).toEqual([
    { at: WINDOW.end, data: { practice: false, cause: 'nobody-took-it' }, actor_kind: 'system' },
  ])
})

test('given a server that was away for days, the sweep at its start dates the broken promise to its window', async () => {
  database.platform.clock.set('2026-11-26T08:00:00Z')
  const stop = startPromiseSweep(database.platform)
  await stop()
  expect(await row()).toMatchObject({ promise: 'broken', decided_at: WINDOW.end })
})

test('given job and sweep at once, it is decided once', async () => {
  database.platform.clock.set(new Date(WINDOW.end.getTime() + 1))
  const [job] = callbackJobs(database.platform)
  await Promise.all([
    job!.run({ cityId: city.cityId, callbackId: id }),
    sweepPromises(database.platform),
    sweepPromises(database.platform),
  ])
  expect(await broken()).toHaveLength(1)
})

test('given an owner who did not call, says so; the callback stays to be worked', async () => {
  await takeCallback(clerk.ctx, id)
  database.platform.clock.set('2026-11-23T14:00:01Z')
  await sweepPromises(database.platform)
  expect(await row()).toMatchObject({ promise: 'broken', cause: 'owner-did-not-call', state: 'taken' })
})

test('given a telephone that failed in the window, says so', async () => {
  const switchboard = new FakeSwitchboard()
  switchboard.connectedTo = true
  await takeCallback(clerk.ctx, id)
  database.platform.clock.set('2026-11-23T13:30:00Z')
  await callBack(clerk.ctx, switchboard, id)
  await switchboard.play({ kind: 'ended', at: new Date('2026-11-23T13:30:05Z'), how: 'failed' })
  database.platform.clock.set('2026-11-23T14:00:01Z')
  await sweepPromises(database.platform)
  expect(await row()).toMatchObject({ promise: 'broken', cause: 'telephone-failed' })
})

test('given a call on the clerk’s own telephone that outlasts the window, waits for its result: kept', async () => {
  const switchboard = new FakeSwitchboard()
  await takeCallback(clerk.ctx, id)
  database.platform.clock.set('2026-11-23T13:59:59.500Z')
  await callBack(clerk.ctx, switchboard, id)
  database.platform.clock.set('2026-11-23T14:20:00Z')
  await sweepPromises(database.platform)
  expect(await row()).toMatchObject({ promise: 'open' })
  await recordOutcome(clerk.ctx, switchboard, id, { outcome: 'settled', note: '' })
  expect(await row()).toMatchObject({ promise: 'kept', decided_at: new Date('2026-11-23T13:59:59.500Z') })
})

test('given news of a ringing that was on its way at the window’s end, it still counts', async () => {
  const switchboard = new FakeSwitchboard()
  switchboard.connectedTo = true
  await takeCallback(clerk.ctx, id)
  database.platform.clock.set('2026-11-23T13:59:58Z')
  await callBack(clerk.ctx, switchboard, id)
  database.platform.clock.set('2026-11-23T14:00:02Z')
  await sweepPromises(database.platform)
  await switchboard.play({ kind: 'clerk-ready', at: new Date('2026-11-23T13:59:59Z') })
  await switchboard.play({ kind: 'rang', at: WINDOW.end })
  expect(await row()).toMatchObject({ promise: 'kept', decided_at: WINDOW.end })
})

test('given a promise that is broken, a call afterwards does not mend it', async () => {
  const switchboard = new FakeSwitchboard()
  database.platform.clock.set('2026-11-23T14:10:00Z')
  await sweepPromises(database.platform)
  await takeCallback(clerk.ctx, id)
  await callBack(clerk.ctx, switchboard, id)
  const result = await recordOutcome(clerk.ctx, switchboard, id, { outcome: 'settled', note: '' })
  expect(result).toMatchObject({ state: 'done', promise: 'broken' })
  expect(await row()).toMatchObject({ promise: 'broken', decided_at: WINDOW.end, outcome: 'settled' })
})
