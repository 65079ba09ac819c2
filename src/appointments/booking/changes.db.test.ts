import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import type { Context, StaffContext } from '../../platform/context.ts'
import { as, book, EIGHT, givenOffice, MINUTE, proof, rowsOf, wishFor } from '../booking.testkit.ts'
import { cancelAppointment } from './cancelAppointment.ts'
import { forgetContacts } from './forgetContacts.ts'
import { holdAppointment } from './holdAppointment.ts'
import { moveAppointment } from './moveAppointment.ts'

const database = useDatabase()
let city: GivenCity
let admin: StaffContext
let web: Context

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  admin = (await givenAccount(database.platform, city.cityId, 'admin')).ctx
  web = as(database.platform, city.cityId, 'citizen')
})

const rowOf = async (id: string) =>
  (await rowsOf(database.platform, city.cityId)).find((row) => row.id === id)
const kinds = async (id: string) => {
  const { db } = database.platform
  const rows = await db
    .selectFrom('event')
    .select('kind')
    .where('subject_id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map((row) => row.kind)
}
const PASSPORT = { services: [{ id: 'personalausweis', persons: 1 }] }

describe('cancelling', () => {
  test('given a booked time, it is free at once and a second time is harmless', async () => {
    await givenOffice(admin)
    const booked = await book(web, EIGHT, PASSPORT)
    const cancelled = { reference: booked.reference, state: 'cancelled' }
    expect(await cancelAppointment(web, booked.reference, proof(booked))).toEqual(cancelled)
    expect(await cancelAppointment(web, booked.reference.toLowerCase(), proof(booked))).toEqual(cancelled)
    expect(await rowOf(booked.id)).toMatchObject({ state: 'cancelled', sequence: 1 })
    expect(await kinds(booked.id)).toEqual([
      'appointment.held',
      'appointment.booked',
      'appointment.cancelled',
    ])
    await book(web, EIGHT, PASSPORT)
  })

  test('given it has begun, it cannot be cancelled any more', async () => {
    await givenOffice(admin)
    const booked = await book(web, EIGHT)
    database.platform.clock.set(new Date(EIGHT))
    await expect(cancelAppointment(web, booked.reference, proof(booked))).rejects.toMatchObject({
      status: 409,
      code: 'over',
    })
  })

  test('given staff who book, no secret is needed; given an administrator or a wrong secret, refused', async () => {
    await givenOffice(admin)
    const booked = await book(web, EIGHT)
    const wrong = { secret: 'x'.repeat(22), address: '192.0.2.7' }
    await expect(cancelAppointment(web, booked.reference, wrong)).rejects.toMatchObject({ status: 404 })
    await expect(cancelAppointment(web, 'unlesbar', wrong)).rejects.toMatchObject({ status: 404 })
    await expect(cancelAppointment(admin, booked.reference, null)).rejects.toMatchObject({ status: 403 })
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
    await cancelAppointment(clerk.ctx, booked.reference, null)
    expect(await rowOf(booked.id)).toMatchObject({ state: 'cancelled' })
  })
})

describe('moving', () => {
  test('given another free time, takes it and gives the old one back; the reference stays and the sequence counts', async () => {
    await givenOffice(admin)
    const booked = await book(web, EIGHT, PASSPORT)
    const start = EIGHT + 24 * 60 * MINUTE
    const moved = await moveAppointment(web, booked.reference, proof(booked), start)
    expect(moved).toEqual({ reference: booked.reference, start, end: start + 30 * MINUTE, sequence: 1 })
    expect(await rowOf(booked.id)).toMatchObject({ state: 'booked', date: '2026-11-25' })
    await book(web, EIGHT, PASSPORT)
    // The same again changes nothing.
    expect(await moveAppointment(web, booked.reference, proof(booked), start)).toEqual(moved)
    expect(await kinds(booked.id)).toEqual(['appointment.held', 'appointment.booked', 'appointment.moved'])
  })

  test('given a time that overlaps its own, the old place is not in its way', async () => {
    await givenOffice(admin)
    const booked = await book(web, EIGHT, PASSPORT)
    await moveAppointment(web, booked.reference, proof(booked), EIGHT + 15 * MINUTE)
    await moveAppointment(web, booked.reference, proof(booked), EIGHT)
    expect(await rowOf(booked.id)).toMatchObject({ starts_at: new Date(EIGHT), sequence: 2 })
    const { rows } = await database.pool.query(
      'select starts_at, unit from appointment_device where appointment_id = $1',
      [booked.id],
    )
    expect(rows).toEqual([{ starts_at: new Date(EIGHT), unit: 1 }])
  })

  test('given a taken time, is refused with others and the old one stands untouched', async () => {
    await givenOffice(admin)
    const booked = await book(web, EIGHT, PASSPORT)
    await book(web, EIGHT + 60 * MINUTE)
    const before = await rowOf(booked.id)
    const move = moveAppointment(web, booked.reference, proof(booked), EIGHT + 60 * MINUTE)
    await expect(move).rejects.toMatchObject({
      status: 409,
      code: 'not-free',
      extensions: { offers: expect.any(Array) },
    })
    expect(await rowOf(booked.id)).toEqual(before)
    const { rows } = await database.pool.query(
      'select unit from appointment_device where appointment_id = $1',
      [booked.id],
    )
    expect(rows).toEqual([{ unit: 1 }])
  })

  test('given it is cancelled or has begun, is refused', async () => {
    await givenOffice(admin)
    const [first, second] = [await book(web, EIGHT), await book(web, EIGHT + 15 * MINUTE)]
    await cancelAppointment(web, first.reference, proof(first))
    const to = EIGHT + 60 * MINUTE
    await expect(moveAppointment(web, first.reference, proof(first), to)).rejects.toMatchObject({
      code: 'over',
    })
    database.platform.clock.set(new Date(EIGHT + 20 * MINUTE))
    await expect(moveAppointment(web, second.reference, proof(second), to)).rejects.toMatchObject({
      code: 'over',
    })
  })

  test('given two who want each other’s time at once, neither loses theirs', async () => {
    await givenOffice(admin)
    const tomorrow = EIGHT + 24 * 60 * MINUTE
    const [one, other] = [await book(web, EIGHT), await book(web, tomorrow)]
    const swaps = await Promise.allSettled([
      moveAppointment(web, one.reference, proof(one), tomorrow),
      moveAppointment(web, other.reference, proof(other), EIGHT),
    ])
    expect(swaps.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await rowOf(one.id)).toMatchObject({ state: 'booked', starts_at: new Date(EIGHT) })
    expect(await rowOf(other.id)).toMatchObject({ state: 'booked', starts_at: new Date(tomorrow) })
  })

  test('given many who move to one free place from several days at once, one gets it', async () => {
    await givenOffice(admin)
    const day = 24 * 60 * MINUTE
    const booked = []
    for (let n = 0; n < 3; n += 1)
      for (const at of [0, 15, 30]) booked.push(await book(web, EIGHT + n * day + at * MINUTE))
    const target = EIGHT + day + 90 * MINUTE
    const moves = await Promise.allSettled(
      booked.map((one) => moveAppointment(web, one.reference, proof(one), target)),
    )
    expect(moves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(
      (await rowsOf(database.platform, city.cityId)).filter((row) => row.state === 'booked'),
    ).toHaveLength(9)
  })
})

describe('what is kept of people', () => {
  test('given an appointment that ended 30 days ago, its contact is removed and the rest stays', async () => {
    await givenOffice(admin)
    const booked = await book(web, EIGHT)
    database.platform.clock.set(new Date(EIGHT + 15 * MINUTE + 30 * 24 * 60 * MINUTE))
    await forgetContacts(database.platform)
    expect(await rowOf(booked.id)).toMatchObject({ contact_name: expect.any(String) })
    database.platform.clock.advance(1)
    await forgetContacts(database.platform)
    expect(await rowOf(booked.id)).toMatchObject({
      state: 'booked',
      reference: booked.reference,
      contact_name: null,
      contact_email: null,
      contact_phone: null,
    })
  })

  test('given any event of an appointment, no name or address is in it', async () => {
    await givenOffice(admin)
    const booked = await book(web, EIGHT)
    await moveAppointment(web, booked.reference, proof(booked), EIGHT + 15 * MINUTE)
    await holdAppointment(web, wishFor(EIGHT))
    const events = await database.platform.db
      .selectFrom('event')
      .selectAll()
      .where('city_id', '=', city.cityId)
      .execute()
    expect(JSON.stringify(events)).not.toMatch(/Kim|example\.org/)
  })
})
