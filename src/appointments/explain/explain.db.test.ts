import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { addClosure } from '../../city/index.ts'
import { client } from '../../people/request.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import type { Role, StaffContext } from '../../platform/context.ts'
import { as, book, EIGHT, givenOffice, MINUTE, OFFICE, officeOf, shiftOf } from '../booking.testkit.ts'
import { saveOffice } from '../settings/saveOffice.ts'
import { saveShift } from '../settings/saveShift.ts'
import { explainInput, explainView } from './contract.ts'
import { explainRoutes } from './explainRoutes.ts'
import { explainTime } from './explainTime.ts'

const database = useDatabase()
let city: GivenCity
let admin: StaffContext

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  admin = (await givenAccount(database.platform, city.cityId, 'admin')).ctx
})

/** Tuesday, 24 November 2026; people work from eight to ten. */
const why = (time: string, values: Record<string, string> = {}) =>
  explainTime(
    admin,
    OFFICE,
    explainInput.parse({ services: 'eid-pin', persons: '1', date: '2026-11-24', time, ...values }),
  )

test('given a free time, says so and names no other', async () => {
  await givenOffice(admin)
  expect(await why('08:00')).toEqual({
    free: true,
    reason: null,
    sentence: 'Diese Zeit ist frei: Dienstag, 24. November 2026, 8:00 Uhr, 15 Minuten.',
    minutes: 15,
    next: null,
  })
})

test.each([
  ['a time before work', '07:00', {}, 'outside-opening'],
  ['a time that is over', '08:00', { date: '2026-11-20' }, 'past'],
  ['a day too far ahead', '08:00', { date: '2027-03-02' }, 'too-far-ahead'],
  ['a minute at which nothing begins', '08:07', {}, 'off-grid'],
  ['a time at which it would run over the end', '09:45', { persons: '2' }, 'crosses-end'],
  ['a public holiday', '08:00', { date: '2026-12-25' }, 'closed'],
  ['a service without appointments', '08:00', { services: 'eid-pin,reisepass' }, 'not-bookable'],
])('given %s, that is the reason', async (_what, time, values, reason) => {
  await givenOffice(admin)
  const answer = await why(time, values)
  expect(answer).toMatchObject({ free: false, reason })
  expect(answer.sentence).toMatch(/^[A-Z].*\.$/)
})

test('given everybody is busy, the next free time is named', async () => {
  await givenOffice(admin)
  await book(as(database.platform, city.cityId, 'citizen'), EIGHT)
  expect(await why('08:00')).toMatchObject({
    reason: 'all-busy',
    next: {
      start: new Date(EIGHT + 15 * MINUTE).toISOString(),
      sentence: 'Die nächste freie Zeit: Dienstag, 24. November 2026, 8:15 Uhr.',
    },
  })
})

test('given the only scanner in use, it is named; given nobody who may do it, the service is', async () => {
  await givenOffice(admin, { shifts: [{ people: 2, skills: ['personalausweis'] }] })
  const services = [{ id: 'personalausweis', persons: 1 }]
  await book(as(database.platform, city.cityId, 'citizen'), EIGHT, { services })
  const scan = await why('08:00', { services: 'personalausweis' })
  expect(scan.sentence).toContain('Fingerabdruck-Scanner')
  const pin = await why('08:00')
  expect(pin).toMatchObject({ reason: 'nobody-able', next: null })
  expect(pin.sentence).toContain('Online-Ausweis')
})

test('given a closure of the city, its reason is named; given an office that gives none, that', async () => {
  await givenOffice(admin)
  await addClosure(admin, { date: '2026-11-24', reason: 'Wasserrohrbruch' })
  expect((await why('08:00')).sentence).toBe('An diesem Tag ist geschlossen: Wasserrohrbruch.')
  await saveOffice(admin, OFFICE, officeOf({ active: false }))
  expect(await why('08:00', { date: '2026-11-25' })).toMatchObject({
    sentence: 'An diesem Tag ist geschlossen: Bürgerbüro vergibt keine Termine.',
    next: null,
  })
})

test('given a break, it is told from the end of a shift', async () => {
  await givenOffice(admin, { shifts: [] })
  await saveShift(admin, OFFICE, null, shiftOf({ breaks: [{ from: 540, to: 560 }] }))
  expect((await why('08:50')).reason).toBe('off-grid')
  expect((await why('08:45', { persons: '2' })).sentence).toContain(
    'beginnt für alle, die das dürfen, die Pause',
  )
})

test('given the interface, everybody in the city hall may ask, and a wrong question is told at its field', async () => {
  await givenOffice(admin)
  const request = client(database.platform, explainRoutes)
  const path = `/api/v1/offices/${OFFICE}/explain`
  for (const role of ['clerk', 'report', 'lead', 'admin'] satisfies Role[]) {
    const { cookie } = await givenAccount(database.platform, city.cityId, role)
    const asked = await request('GET', `${path}?services=eid-pin&date=2026-11-24&time=08:00`, { cookie })
    expect(explainView.parse(await asked.json()).free).toBe(true)
  }
  const { cookie } = await givenAccount(database.platform, city.cityId, 'clerk')
  const wrong = await request('GET', `${path}?services=&date=2026-02-30&time=8`, { cookie })
  expect(wrong.status).toBe(422)
  expect(await wrong.json()).toMatchObject({
    error: { fields: { services: expect.any(String), date: expect.any(String), time: expect.any(String) } },
  })
  const nowhere = `/api/v1/offices/nirgendwo/explain?services=eid-pin&date=2026-11-24&time=08:00`
  expect((await request('GET', nowhere, { cookie })).status).toBe(404)
  const agent = await givenAccount(database.platform, city.cityId, 'agent')
  expect((await request('GET', nowhere, { cookie: agent.cookie })).status).toBe(403)
})
