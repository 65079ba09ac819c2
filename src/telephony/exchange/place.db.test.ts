import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { lineById } from '../../city/index.ts'
import { asSystem, inTransaction } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import type { EndReason } from '../events.ts'
import { type Arrival, newCall } from './liveCall.ts'
import { recordArrival, recordEnd } from './moments.ts'
import { placeFor, placeOf } from './placeStore.ts'
import { callById, liveCalls } from '../store.ts'

const database = useDatabase()
const CALLER = '+491713920012' as PhoneNumber
const OTHER = '+491713920077' as PhoneNumber
const at = (time: string): Date => new Date(`2026-11-23T${time}Z`)
let city: GivenCity

beforeEach(async () => {
  city = await givenCity(database.platform)
})

async function arrive(offeredAt: Date, caller: PhoneNumber | null, lineId = city.lines.service.id) {
  const { platform } = database
  const line = await lineById(platform.db, city.cityId, lineId)
  if (!line) throw new Error('no line')
  const callId = newId()
  const plain = { callId, source: 'asterisk', sourceKey: callId, line, caller, offeredAt } as const
  const place = await placeFor(platform.db, line, plain)
  const arrival: Arrival = { ...plain, ...place, offeredMono: 0, onlyFor: null }
  const call = newCall(arrival)
  const ctx = asSystem(platform, city.cityId)
  await inTransaction(platform, (tx) => recordArrival(tx, ctx, call, arrival))
  return {
    id: callId,
    place,
    end: (reason: EndReason, afterMs: number) =>
      inTransaction(platform, (tx) => recordEnd(tx, ctx, call, { reason, mono: afterMs })),
  }
}

const place = (now: Date, lineId = city.lines.service.id, number = CALLER) =>
  placeOf(database.platform.db, city.cityId, lineId, number, now)

test('given a caller who gave up, the next call on this line within ten minutes has the place', async () => {
  const first = await arrive(at('09:00:00'), CALLER)
  await first.end('abandoned', 60_000)
  expect(await place(at('09:11:00'))).toEqual({ since: at('09:00:00'), of: first.id })
  expect(await place(at('09:11:00.001'))).toBeNull()
  expect(await place(at('09:02:00'), city.lines.report.id)).toBeNull()
  expect(await place(at('09:02:00'), city.lines.service.id, OTHER)).toBeNull()
})

test('given the place was regained, it is on record, once, and outlives a restart', async () => {
  const first = await arrive(at('09:00:00'), CALLER)
  await first.end('abandoned', 60_000)
  const second = await arrive(at('09:03:00'), CALLER)
  expect(second.place).toEqual({ placeSince: at('09:00:00'), placeOf: first.id })
  expect(await callById(database.platform.db, city.cityId, second.id)).toMatchObject({
    offeredAt: at('09:03:00'),
    placeSince: at('09:00:00'),
  })
  expect((await arrive(at('09:03:01'), CALLER)).place).toEqual({})
  const live = await liveCalls(database.platform.db, city.cityId, 'asterisk')
  expect(live.map(({ placeSince }) => placeSince)).toEqual([at('09:00:00'), null])
})

test('given a third call after the second gave up too, the first place holds', async () => {
  await (await arrive(at('09:00:00'), CALLER)).end('abandoned', 60_000)
  await (await arrive(at('09:03:00'), CALLER)).end('abandoned', 60_000)
  expect((await arrive(at('09:06:00'), CALLER)).place.placeSince).toEqual(at('09:00:00'))
})

test('given a withheld number, no place is regained', async () => {
  await (await arrive(at('09:00:00'), null)).end('abandoned', 60_000)
  expect((await arrive(at('09:01:00'), null)).place).toEqual({})
})

test('given two calls that were told of the same place at once, both arrive and one has it', async () => {
  const first = await arrive(at('09:00:00'), CALLER)
  await first.end('telephone-lost', 60_000)
  const { platform } = database
  const line = await lineById(platform.db, city.cityId, city.lines.service.id)
  if (!line) throw new Error('no line')
  const ctx = asSystem(platform, city.cityId)
  for (const _turn of [1, 2]) {
    const callId = newId()
    const regained = { placeSince: at('09:00:00'), placeOf: first.id }
    const plain = { callId, source: 'asterisk', sourceKey: callId, line, caller: CALLER } as const
    const arrival: Arrival = {
      ...plain,
      ...regained,
      offeredAt: at('09:02:00'),
      offeredMono: 0,
      onlyFor: null,
    }
    await inTransaction(platform, (tx) => recordArrival(tx, ctx, newCall(arrival), arrival))
  }
  const live = await liveCalls(platform.db, city.cityId, 'asterisk')
  expect(live.filter(({ placeSince }) => placeSince !== null)).toHaveLength(1)
  expect(live).toHaveLength(2)
})

test.each<[EndReason, PhoneNumber | null, number]>([
  ['abandoned', CALLER, 1],
  ['telephone-lost', CALLER, 1],
  ['unknown-end', CALLER, 1],
  ['abandoned', null, 0],
  ['callback-promised', CALLER, 0],
  ['closed', CALLER, 0],
])(
  'given a call that ended as %s (%s), the callbacks room hears of it %i times',
  async (reason, caller, told) => {
    const call = await arrive(at('09:00:00'), caller)
    await call.end(reason, 60_000)
    const jobs = await database.pool.query(
      `select data from pgboss.job where name = $1 and data ->> 'callId' = $2`,
      ['telephony.call-unanswered', call.id],
    )
    expect(jobs.rows).toEqual(
      Array.from({ length: told }, () => ({ data: { cityId: city.cityId, callId: call.id } })),
    )
  },
)
