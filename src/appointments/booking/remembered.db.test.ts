import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import type { Context, Platform, StaffContext } from '../../platform/context.ts'
import { startLive } from '../../platform/live/live.ts'
import { as, book, EIGHT, givenOffice, MINUTE, OFFICE, proof, wishFor } from '../booking.testkit.ts'
import type { FreeDay } from '../capacity/availability.ts'
import { HOLD_MS } from '../appointment.ts'
import { minutesOf } from '../capacity/minuteSet.ts'
import { memoryOf } from '../settings/offices.ts'
import { cancelAppointment } from './cancelAppointment.ts'
import { holdAppointment } from './holdAppointment.ts'
import { moveAppointment } from './moveAppointment.ts'

const database = useDatabase()
let city: GivenCity
let web: Context
let admin: StaffContext

beforeEach(async () => {
  city = await givenCity(database.platform)
  web = as(database.platform, city.cityId, 'citizen')
  admin = (await givenAccount(database.platform, city.cityId, 'admin')).ctx
})

const DEMANDS = [
  { serviceIds: ['eid-pin'], devices: [], minutes: 15 },
  { serviceIds: ['personalausweis'], devices: ['fingerprint'], minutes: 30 },
]

const askedFor = async (platform: Platform, demand: (typeof DEMANDS)[number]): Promise<string> => {
  const { availability } = memoryOf(platform, city.cityId)
  const day = { from: '2026-11-24', to: '2026-11-24', officeId: OFFICE, gridMinutes: 15 }
  const now = platform.clock.now().getTime()
  return told((await availability.days({ ...day, demand, quota: 'web', now }))[0])
}
const told = (day: FreeDay | undefined): string =>
  day ? `${day.version}: ${minutesOf(day.starts).join(' ')}` : 'no day'

test('given holds that make others change lanes, this process knows the day as another one reads it', async () => {
  const simple = { people: 1, skills: ['eid-pin'] }
  await givenOffice(admin, { shifts: [{ people: 2 }, simple] })
  const live = await startLive(database.pool, database.connection, database.platform.log)
  const other = { ...database.platform, live }
  const services = [
    [{ id: 'eid-pin', persons: 1 }],
    [{ id: 'personalausweis', persons: 1 }],
    [{ id: 'ausweis-abholen', persons: 2 }],
  ]
  let refused = 0
  for (let n = 0; n < 24; n += 1) {
    const start = EIGHT + ((n * 5) % 8) * 15 * MINUTE
    const wish = wishFor(start, { services: services[n % 3]! })
    await holdAppointment(web, wish).catch(() => (refused += 1))
    memoryOf(other, city.cityId).availability.clear()
    for (const demand of DEMANDS) expect(await askedFor(web, demand)).toBe(await askedFor(other, demand))
  }
  expect(refused).toBeGreaterThan(0)
  await live.close()
})

test('given an appointment that is moved and cancelled, this process shows it at once', async () => {
  await givenOffice(admin)
  const booked = await book(web, EIGHT)
  const free = async () => (await askedFor(web, DEMANDS[0]!)).split(' ')[1]
  expect(await free()).not.toBe('480')
  await moveAppointment(web, booked.reference, proof(booked), EIGHT + 15 * MINUTE)
  expect(await free()).toBe('480')
  await moveAppointment(web, booked.reference, proof(booked), EIGHT)
  expect(await free()).not.toBe('480')
  await cancelAppointment(web, booked.reference, proof(booked))
  expect(await free()).toBe('480')
})

test('given memory of the newest version, what it does not know still counts: a closure, and a time that is given back', async () => {
  await givenOffice(admin)
  const kept = { from: EIGHT, until: EIGHT + 15 * MINUTE }
  await holdAppointment(web, wishFor(kept.from))
  const { availability } = memoryOf(web, city.cityId)
  expect(availability.known(OFFICE, '2026-11-24')?.taken).toHaveLength(1)
  await expect(holdAppointment(web, wishFor(kept.from))).rejects.toMatchObject({ code: 'not-free' })
  // Nobody is told of either.
  database.platform.clock.set(new Date(web.clock.now().getTime() + HOLD_MS).toISOString())
  await holdAppointment(web, wishFor(kept.from))
  await database.pool.query(
    `insert into office_closure (city_id, office_id, date, reason, created_at, created_by)
     values ($1, $2, '2026-11-24', 'Wasserschaden', now(), $3)`,
    [city.cityId, OFFICE, admin.actor.accountId],
  )
  await expect(holdAppointment(web, wishFor(kept.until))).rejects.toMatchObject({ code: 'not-free' })
})
