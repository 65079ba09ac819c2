import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { client } from '../../people/request.testkit.ts'
import type { Context, StaffContext } from '../../platform/context.ts'
import { as, book, givenOffice, MINUTE, OFFICE, proof, rowsOf, shiftOf, wishFor } from '../booking.testkit.ts'
import { cancelAppointment } from '../booking/cancelAppointment.ts'
import { holdAppointment } from '../booking/holdAppointment.ts'
import { moveAppointment } from '../booking/moveAppointment.ts'
import { availabilityView } from '../contract.ts'
import { daysLater } from '../dates.ts'
import { offersByPhone } from '../offers/offersByPhone.ts'
import { readAvailability } from '../offers/readAvailability.ts'
import { appointmentRoutes } from '../routes.ts'
import { saveShift } from '../settings/saveShift.ts'
import { givenPlan } from './release.testkit.ts'

const database = useDatabase()
let city: GivenCity
let planners: [StaffContext, StaffContext]
let web: Context
let nth = 0

const at = (text: string): number => Date.parse(text)
const before = (text: string, milliseconds = 1): Date => new Date(at(text) - milliseconds)
const clock = () => database.platform.clock
const timesOn = async (date: string, ctx = web): Promise<string[]> => {
  const { days } = await readAvailability(ctx, {
    services: [{ id: 'eid-pin', persons: 1 }],
    from: date,
    to: date,
  })
  return days.flatMap(({ times }) => times)
}
/** After a write: memory hears of it a moment later. */
const SOON = { timeout: 2_000, interval: 10 }
const hold = (start: string, ctx = web) => holdAppointment(ctx, wishFor(at(start)))

beforeEach(async () => {
  clock().set('2027-03-22T08:00:00Z')
  city = await givenCity(database.platform, { hostnames: [`city-${(nth += 1)}.example.org`] })
  const account = async (role: 'admin' | 'lead') =>
    (await givenAccount(database.platform, city.cityId, role)).ctx
  planners = [await account('admin'), await account('lead')]
  web = as(database.platform, city.cityId, 'citizen')
  // One person from eight to ten: 120 minutes, eight times of 15.
  await givenOffice(planners[0], { office: { bookAheadDays: 60 } })
})

// On both Sundays the clocks change in the night before the release.
describe.each([
  ['forward', '2027-03-28', '2027-03-28T12:00:00Z', '2027-04-19', '2027-04-19T06:00:00Z'],
  ['back', '2027-10-31', '2027-10-31T13:00:00Z', '2027-11-22', '2027-11-22T07:00:00Z'],
])('a batch on the Sunday at 14:00 on which the clocks go %s', (_way, sunday, opens, date, first) => {
  beforeEach(async () => {
    clock().set(before(opens, 3 * 86_400_000))
    const rule = { kind: 'batch', opens: { date: sunday, at: 14 * 60 } } as const
    await givenPlan(planners, rule, { from: date, until: date })
  })

  test('given a moment before, nobody sees or holds a time', async () => {
    clock().set(before(opens))
    expect(await timesOn(date)).toEqual([])
    await expect(hold(first)).rejects.toMatchObject({ status: 409, code: 'not-released' })
  })

  test('given the moment, the same memory offers all of them, without any news', async () => {
    clock().set(before(opens))
    expect(await timesOn(date)).toEqual([])
    clock().set(opens)
    expect(await timesOn(date)).toHaveLength(8)
    expect((await hold(first)).start).toBe(at(first))
  })

  test('given the interface for programs, its ETag changes at the moment', async () => {
    const request = client(database.platform, appointmentRoutes)
    const path = `http://city-${nth}.example.org/api/v1/availability?service=eid-pin&from=${date}&to=${date}`
    clock().set(before(opens))
    const known = await request('GET', path)
    const etag = known.headers.get('etag') ?? ''
    const headers = { 'if-none-match': etag }
    expect((await request('GET', path, { headers })).status).toBe(304)
    clock().set(opens)
    const after = await request('GET', path, { headers })
    expect(after.status).toBe(200)
    expect(availabilityView.parse(await after.json()).days[0]?.times).toHaveLength(8)
  })

  test('given other days, they are as without a plan', async () => {
    clock().set(before(opens))
    expect(await timesOn(daysLater(date, 1))).toHaveLength(8)
  })
})

describe('a rolling plan', () => {
  test('given half of the day opens a week and half a day ahead, so much may be taken', async () => {
    const steps = [
      { daysBefore: 7, at: 480, percent: 50 },
      { daysBefore: 1, at: 480, percent: 50 },
    ]
    await givenPlan(planners, { kind: 'rolling', steps })
    // The Tuesday after the change of the clocks; its eight o'clock is an hour earlier than the week before.
    const eight = at('2027-03-30T06:00:00Z')
    clock().set('2027-03-23T06:59:59Z')
    await expect.poll(() => timesOn('2027-03-30'), SOON).toEqual([])
    clock().set('2027-03-23T07:00:00Z')
    for (let n = 0; n < 4; n += 1) await book(web, eight + n * 15 * MINUTE)
    await expect.poll(() => timesOn('2027-03-30'), SOON).toEqual([])
    await expect(hold('2027-03-30T07:00:00Z')).rejects.toMatchObject({ code: 'not-released' })
    clock().set('2027-03-29T05:59:59Z')
    await expect.poll(() => timesOn('2027-03-30'), SOON).toEqual([])
    clock().set('2027-03-29T06:00:00Z')
    await expect.poll(() => timesOn('2027-03-30'), SOON).toHaveLength(4)
    expect((await hold('2027-03-30T07:00:00Z')).start).toBe(at('2027-03-30T07:00:00Z'))
  })

  test('given twenty ask at once for the last released minutes, one gets them', async () => {
    await givenPlan(planners, { kind: 'rolling', steps: [{ daysBefore: 14, at: 0, percent: 12 }] })
    const starts = Array.from({ length: 20 }, (_, n) => at('2027-03-30T06:00:00Z') + (n % 8) * 15 * MINUTE)
    const asked = await Promise.allSettled(starts.map((start) => holdAppointment(web, wishFor(start))))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(0)
    await saveShift(planners[0], OFFICE, null, shiftOf({ label: 'Zweiter Dienst' }))
    const again = await Promise.allSettled(starts.map((start) => holdAppointment(web, wishFor(start))))
    expect(again.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('given a day that is not released, nobody moves an appointment there', async () => {
    await givenPlan(planners, { kind: 'rolling', steps: [{ daysBefore: 3, at: 0, percent: 100 }] })
    const booked = await book(web, at('2027-03-24T07:00:00Z'))
    const move = (to: string) => moveAppointment(web, booked.reference, proof(booked), at(to))
    await expect(move('2027-03-26T07:00:00Z')).rejects.toMatchObject({ code: 'not-released' })
    expect((await move('2027-03-25T07:00:00Z')).start).toBe(at('2027-03-25T07:00:00Z'))
  })
})

describe('quotas', () => {
  test('given a part is kept for the telephone, the web gets it when it flows back', async () => {
    const shares = [{ quota: 'phone', percent: 50, backDays: 1, backAt: 720 } as const]
    await givenPlan(planners, { kind: 'quota', shares })
    const { ctx: agent } = await givenAccount(database.platform, city.cityId, 'agent')
    for (let n = 0; n < 4; n += 1) await book(web, at('2027-03-30T06:00:00Z') + n * 15 * MINUTE)
    await expect.poll(() => timesOn('2027-03-30'), SOON).toEqual([])
    await expect.poll(() => timesOn('2027-03-30', agent), SOON).toHaveLength(4)
    await expect(hold('2027-03-30T07:00:00Z')).rejects.toMatchObject({ code: 'not-released' })
    await book(agent, at('2027-03-30T07:15:00Z'))
    clock().set('2027-03-29T10:00:00Z')
    await expect.poll(() => timesOn('2027-03-30'), SOON).toHaveLength(3)
  })
})

describe('what is kept for emergencies', () => {
  const staff = async (role: 'agent' | 'clerk') =>
    (await givenAccount(database.platform, city.cityId, role)).ctx
  const NINE = '2027-03-30T07:00:00Z'

  beforeEach(async () => {
    const shares = [{ quota: 'emergency', percent: 50, backDays: 0, backAt: 480 } as const]
    await givenPlan(planners, { kind: 'quota', shares })
    for (let n = 0; n < 4; n += 1) await book(web, at('2027-03-30T06:00:00Z') + n * 15 * MINUTE)
  })

  test('given a clerk, gets it for an emergency only', async () => {
    const clerk = await staff('clerk')
    const services = [{ id: 'eid-pin', persons: 1 }]
    await expect.poll(() => timesOn('2027-03-30', clerk), SOON).toEqual([])
    await expect(hold(NINE, clerk)).rejects.toMatchObject({ code: 'not-released' })
    const { offers, emergencies } = await offersByPhone(clerk, {
      services,
      from: '2027-03-30',
      office: null,
      emergency: true,
    })
    expect([emergencies, offers[0]?.start]).toEqual([true, at(NINE)])
    await holdAppointment(clerk, wishFor(at(NINE), { emergency: true }))
    const rows = await rowsOf(database.platform, city.cityId)
    expect(rows.filter(({ quota }) => quota !== null)).toMatchObject([
      { channel: 'phone', quota: 'emergency' },
    ])
  })

  test('given anybody else, it is refused', async () => {
    for (const ctx of [web, await staff('agent'), as(database.platform, city.cityId, 'api')]) {
      const asked = holdAppointment(ctx, wishFor(at(NINE), { emergency: true }))
      await expect(asked).rejects.toMatchObject({ status: 403 })
    }
    const { emergencies } = await offersByPhone(await staff('agent'), {
      services: [{ id: 'eid-pin', persons: 1 }],
      from: null,
      office: null,
    })
    expect(emergencies).toBe(false)
  })
})

/** At eight, on Thursdays at nine. */
const POOL = {
  kind: 'pool',
  times: [
    { weekdays: [1, 2, 3, 5], at: 480 },
    { weekdays: [4], at: 540 },
  ],
} satisfies Parameters<typeof givenPlan>[1]

describe('the daily pool', () => {
  beforeEach(async () => {
    await givenPlan(planners, POOL)
  })

  test.each([
    ['forward', '2027-03-26T09:00:00Z', '2027-03-29T06:00:00Z', '2027-03-30T06:00:00Z'],
    ['back', '2027-10-29T09:00:00Z', '2027-11-02T07:00:00Z', '2027-11-03T07:00:00Z'],
  ])(
    'given the weekend on which the clocks go %s, what was cancelled comes at eight',
    async (way, now, pool, start) => {
      // In 2027 the Monday after the clocks go back is Allerheiligen, a holiday, on which the office still gives times out.
      const moment = way === 'back' ? '2027-11-01T07:00:00Z' : pool
      clock().set(now)
      const date = start.slice(0, 10)
      const booked = await book(web, at(start))
      await cancelAppointment(web, booked.reference, proof(booked))
      await expect.poll(() => timesOn(date), SOON).not.toContain('08:00')
      await expect(hold(start)).rejects.toMatchObject({ code: 'not-free' })
      clock().set(before(moment))
      await expect.poll(() => timesOn(date), SOON).toHaveLength(7)
      clock().set(moment)
      await expect.poll(() => timesOn(date), SOON).toHaveLength(8)
      expect((await hold(start)).start).toBe(at(start))
    },
  )

  test('given a Thursday, it comes at nine', async () => {
    clock().set('2027-03-24T10:00:00Z')
    const booked = await book(web, at('2027-03-30T06:00:00Z'))
    await cancelAppointment(web, booked.reference, proof(booked))
    clock().set('2027-03-25T07:59:59Z')
    await expect.poll(() => timesOn('2027-03-30'), SOON).toHaveLength(7)
    clock().set('2027-03-25T08:00:00Z')
    await expect.poll(() => timesOn('2027-03-30'), SOON).toHaveLength(8)
  })

  test('given the next time comes too late for it, it is free at once', async () => {
    clock().set('2027-03-22T07:05:00Z')
    const booked = await book(web, at('2027-03-22T08:00:00Z'))
    await cancelAppointment(web, booked.reference, proof(booked))
    await expect.poll(() => timesOn('2027-03-22'), SOON).toContain('09:00')
  })

  test('given an appointment is moved, its old time is kept back, too', async () => {
    const booked = await book(web, at('2027-03-30T06:00:00Z'))
    await moveAppointment(web, booked.reference, proof(booked), at('2027-03-30T07:00:00Z'))
    await expect
      .poll(() => timesOn('2027-03-30'), SOON)
      .toEqual(['08:15', '08:30', '08:45', '09:15', '09:30', '09:45'])
    clock().set('2027-03-23T07:00:00Z')
    await expect.poll(() => timesOn('2027-03-30'), SOON).toHaveLength(7)
  })

  test('given others are laid anew, what is kept back changes lanes with them', async () => {
    await saveShift(planners[0], OFFICE, null, shiftOf({ label: 'Nur PIN', skills: ['eid-pin'] }))
    // On the lane for one service only.
    const pin = await book(web, at('2027-03-30T06:00:00Z'))
    await cancelAppointment(web, pin.reference, proof(pin))
    await book(web, at('2027-03-30T06:00:00Z'))
    await expect.poll(() => timesOn('2027-03-30'), SOON).not.toContain('08:00')
    clock().set('2027-03-23T07:00:00Z')
    await expect.poll(() => timesOn('2027-03-30'), SOON).toContain('08:00')
  })

  test('given somebody has lost a place, what is given back is theirs at once', async () => {
    const [first, second] = [
      await book(web, at('2027-03-30T06:00:00Z')),
      await book(web, at('2027-03-30T06:15:00Z')),
    ]
    await cancelAppointment(web, first.reference, proof(first))
    const { shifts } = await database.platform.db
      .selectFrom('shift')
      .select(({ fn }) => fn.agg<string[]>('array_agg', ['id']).as('shifts'))
      .where('city_id', '=', city.cityId)
      .executeTakeFirstOrThrow()
    // From now on nobody is there at a quarter past eight; the appointment is marked, and nothing is kept back from it.
    const short = { opens: 480, closes: 495, acceptConflicts: true }
    const { conflicts } = await saveShift(planners[0], OFFICE, shifts[0]!, shiftOf(short))
    expect(conflicts.map(({ reference }) => reference)).toEqual([second.reference])
    const kept = await database.platform.db
      .selectFrom('appointment_kept')
      .selectAll()
      .where('city_id', '=', city.cityId)
      .execute()
    expect(kept).toEqual([])
  })
})
