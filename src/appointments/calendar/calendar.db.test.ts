import ical from 'ical.js'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { client } from '../../people/request.testkit.ts'
import {
  as,
  book,
  EIGHT,
  forgetAppointments,
  givenOffice,
  MINUTE,
  proof,
  wishFor,
} from '../booking.testkit.ts'
import { calendarOf } from './calendarOf.ts'
import { calendarRoutes } from './calendarRoutes.ts'
import { cancelAppointment } from '../booking/cancelAppointment.ts'
import { confirmHold } from '../booking/confirmHold.ts'
import { forgetContacts } from '../booking/forgetContacts.ts'
import { holdAppointment } from '../booking/holdAppointment.ts'
import { moveAppointment } from '../booking/moveAppointment.ts'

const database = useDatabase()
let city: GivenCity
let request: ReturnType<typeof client>
const web = () => as(database.platform, city.cityId, 'citizen')

beforeAll(async () => {
  city = await givenCity(database.platform)
  const admin = (await givenAccount(database.platform, city.cityId, 'admin')).ctx
  await givenOffice(admin, { shifts: [{ people: 3 }] })
  request = client(database.platform, calendarRoutes({ publicUrl: 'https://termine.example.de' }))
})
beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  await forgetAppointments(database.platform, city.cityId)
})

const personalausweis = { services: [{ id: 'personalausweis', persons: 1 }] }
const ask = (reference: string, body: object) =>
  request('POST', `/api/v1/appointments/${reference}/calendar`, { body })

async function fileFor(booked: { reference: string; secret: string }) {
  const answer = await ask(booked.reference, { secret: booked.secret })
  expect(answer.status).toBe(200)
  const text = await answer.text()
  const calendar = new ical.Component(ical.parse(text))
  const event = calendar.getFirstSubcomponent('vevent')
  const valueOf = (name: string): string => String(event?.getFirstPropertyValue(name))
  const { headers } = answer
  return { text, headers, method: String(calendar.getFirstPropertyValue('method')), valueOf }
}

describe('the calendar file of an appointment', () => {
  test('given it is booked, moved and cancelled, each file follows the one before', async () => {
    const booked = await book(web(), EIGHT, personalausweis)
    const first = await fileFor(booked)
    expect(first.method).toBe('REQUEST')
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=REQUEST')
    expect(first.headers.get('content-disposition')).toBe(
      `attachment; filename="termin-${booked.reference}.ics"`,
    )
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(first.text).toContain('DTSTART;TZID=Europe/Berlin:20261124T080000')
    expect(first.valueOf('attendee')).toBe('mailto:kim@example.org')
    expect(first.valueOf('location')).toBe('Bürgerbüro, Beispielstraße 1')
    expect(first.valueOf('url')).toBe('https://termine.example.de/termin/mein')
    expect(first.valueOf('description')).toContain(booked.reference)
    expect(first.valueOf('description')).toMatch(/\n- /)

    await moveAppointment(web(), booked.reference, proof(booked), EIGHT + 30 * MINUTE)
    const second = await fileFor(booked)
    expect(second.method).toBe('REQUEST')
    expect(second.text).toContain('DTSTART;TZID=Europe/Berlin:20261124T083000')

    await cancelAppointment(web(), booked.reference, proof(booked))
    const third = await fileFor(booked)
    expect(third.method).toBe('CANCEL')
    expect(third.headers.get('content-type')).toContain('method=CANCEL')
    expect(third.valueOf('description')).toBe('Dieser Termin ist abgesagt.')

    const files = [first, second, third]
    expect(new Set(files.map(({ valueOf }) => valueOf('uid'))).size).toBe(1)
    expect(files.map(({ valueOf }) => valueOf('sequence'))).toEqual(['0', '1', '2'])
    expect(files.map(({ valueOf }) => valueOf('status'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED'])
  })

  test('given any file, neither the secret nor the name is in it, and its title says nothing of the matter', async () => {
    const booked = await book(web(), EIGHT, personalausweis)
    const { text, valueOf } = await fileFor(booked)
    const unfolded = text.replace(/\r\n /g, '')
    expect(unfolded).not.toContain(booked.secret)
    expect(unfolded).not.toContain('Kim Beispiel')
    expect(valueOf('summary')).toMatch(/^Termin: Bürgerbüro, /)
    expect(valueOf('summary')).not.toMatch(/ausweis/i)
  })

  test('given a person with a telephone number only, the file is published', async () => {
    const held = await holdAppointment(web(), wishFor(EIGHT))
    const contact = { name: 'Kim Beispiel', email: undefined, phone: '02306 1234567' }
    const { reference } = await confirmHold(web(), held.id, proof(held), contact)
    const file = await fileFor({ reference, secret: held.secret })
    expect(file.method).toBe('PUBLISH')
    expect(file.text).not.toContain('ATTENDEE')
  })

  test('given a contact that was removed by rule, the address is in no file any more', async () => {
    const booked = await book(web(), EIGHT)
    database.platform.clock.set('2027-01-15T08:00:00Z')
    await forgetContacts(database.platform)
    expect((await fileFor(booked)).text).not.toContain('kim@example.org')
  })

  test.each([
    ['de', 'Termin: Bürgerbüro', 'Bitte mitbringen'],
    ['en', 'Appointment: Bürgerbüro', 'Please bring'],
    ['einfach', 'Termin: Bürgerbüro', 'Das bringen Sie mit'],
  ] as const)('given the language %s, the file speaks it', async (lang, title, bring) => {
    const booked = await book(web(), EIGHT, personalausweis)
    const site = 'https://termine.example.de'
    const { text } = await calendarOf(web(), booked.reference, proof(booked), { site, lang })
    const unfolded = text.replace(/\r\n /g, '')
    expect(unfolded).toContain(`SUMMARY:${title}`)
    expect(unfolded).toContain(bring)
  })

  test('given a wrong secret or an unknown number, answers 404 as problem+json and nothing of the appointment', async () => {
    const booked = await book(web(), EIGHT)
    const wrong = await ask(booked.reference, { secret: 'y'.repeat(22) })
    const unknown = await ask('LU-T-222-222', { secret: booked.secret })
    for (const answer of [wrong, unknown]) {
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(await answer.text()).not.toMatch(/kim|VCALENDAR/)
    }
  })

  test('given no secret in the body, answers 422 with a sentence at the field, also when the address has one', async () => {
    const booked = await book(web(), EIGHT)
    const answer = await ask(`${booked.reference}`, {})
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ fields: { secret: expect.any(String) } })
    const inQuery = `/api/v1/appointments/${booked.reference}/calendar?secret=${booked.secret}`
    expect((await request('POST', inQuery, { body: {} })).status).toBe(422)
  })
})
