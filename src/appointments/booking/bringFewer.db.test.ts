import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import type { Context, StaffContext } from '../../platform/context.ts'
import { as, book, EIGHT, givenOffice, MINUTE, proof, rowsOf, wishFor } from '../booking.testkit.ts'
import { calendarOf } from '../calendar/calendarOf.ts'
import { bringFewer } from './bringFewer.ts'
import { cancelAppointment } from './cancelAppointment.ts'
import { holdAppointment } from './holdAppointment.ts'

const database = useDatabase()
let web: Context
let admin: StaffContext

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  const { cityId } = await givenCity(database.platform)
  admin = (await givenAccount(database.platform, cityId, 'admin')).ctx
  web = as(database.platform, cityId, 'citizen')
  // One person, 8 to 10; the only scanner.
  await givenOffice(admin)
})

const family = { services: [{ id: 'personalausweis', persons: 3 }] }
const two = [{ id: 'personalausweis', persons: 2 }]
const row = async () => (await rowsOf(database.platform, web.cityId))[0]

describe('fewer persons', () => {
  test('given two instead of three, it ends earlier and the rest can be booked at once, scanner too', async () => {
    const booked = await book(web, EIGHT, family)
    const later = { services: [{ id: 'personalausweis', persons: 1 }] }
    await expect(holdAppointment(web, wishFor(EIGHT + 60 * MINUTE, later))).rejects.toMatchObject({
      code: 'not-free',
    })
    expect(await bringFewer(web, booked.reference, proof(booked), two)).toEqual({
      reference: booked.reference,
      start: EIGHT,
      end: EIGHT + 60 * MINUTE,
      sequence: 1,
    })
    expect(await row()).toMatchObject({ services: two, sequence: 1, state: 'booked' })
    await holdAppointment(web, wishFor(EIGHT + 60 * MINUTE, later))
  })

  test('given its calendar file, it is the same appointment with a higher sequence and the new end', async () => {
    const booked = await book(web, EIGHT, family)
    await bringFewer(web, booked.reference, proof(booked), two)
    const file = await calendarOf(web, booked.reference, proof(booked), { site: 'https://termine.example' })
    const event = ICAL.Component.fromString(file.text).getFirstSubcomponent('vevent')
    expect(event?.getFirstPropertyValue('uid')).toBe(booked.id)
    expect(event?.getFirstPropertyValue('sequence')).toBe(1)
    expect(String(event?.getFirstPropertyValue('dtend'))).toBe('2026-11-24T09:00:00')
  })

  test('given more, or another service, changes nothing', async () => {
    const booked = await book(web, EIGHT, family)
    for (const services of [
      [{ id: 'personalausweis', persons: 4 }],
      [{ id: 'personalausweis', persons: 0 }],
      [{ id: 'eid-pin', persons: 1 }],
    ])
      await expect(bringFewer(web, booked.reference, proof(booked), services)).rejects.toMatchObject({
        status: 422,
      })
    expect(await row()).toMatchObject({ services: family.services, sequence: 0 })
  })

  test('given twice at the same moment, is done once', async () => {
    const booked = await book(web, EIGHT, family)
    const twice = await Promise.allSettled([
      bringFewer(web, booked.reference, proof(booked), two),
      bringFewer(web, booked.reference, proof(booked), two),
    ])
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await row()).toMatchObject({ sequence: 1 })
  })

  test('given it is cancelled or begun, says so', async () => {
    const booked = await book(web, EIGHT, family)
    await cancelAppointment(web, booked.reference, proof(booked))
    await expect(bringFewer(web, booked.reference, proof(booked), two)).rejects.toMatchObject({
      code: 'over',
    })
  })

  test('given somebody without the key, is refused', async () => {
    const booked = await book(web, EIGHT, family)
    const stranger = { secret: 'x'.repeat(26), address: '192.0.2.4' }
    await expect(bringFewer(web, booked.reference, stranger, two)).rejects.toMatchObject({ status: 404 })
  })
})
