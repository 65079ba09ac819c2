import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../city/city.testkit.ts'
import { givenAccount } from '../people/people.testkit.ts'
import { client } from '../people/request.testkit.ts'
import { connect } from '../platform/db/connect.ts'
import { startLive } from '../platform/live/live.ts'
import { forgetAppointments, givenOffice, OFFICE, rowsOf } from './booking.testkit.ts'
import { availabilityView, cancelledView, confirmedView, holdView, movedView, offer } from './contract.ts'
import { appointmentRoutes } from './routes.ts'

const database = useDatabase()
let city: GivenCity
let request: ReturnType<typeof client>

beforeAll(async () => {
  city = await givenCity(database.platform)
  const admin = (await givenAccount(database.platform, city.cityId, 'admin')).ctx
  await givenOffice(admin, { shifts: [{ people: 2 }] })
  request = client(database.platform, appointmentRoutes)
})
beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  await forgetAppointments(database.platform, city.cityId)
})

const DAY = '2026-11-24'
const at = (time: string): string => `${DAY}T${time}:00+01:00`
const ask = (query: string) => request('GET', `/api/v1/availability?${query}`)
const times = async (query = 'service=eid-pin'): Promise<string[]> => {
  const answer = await ask(`${query}&from=${DAY}&to=${DAY}`)
  return availabilityView.parse(await answer.json()).days.flatMap((day) => day.times)
}
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  request('POST', `/api/v1/${path}`, { body, headers })
const hold = async (time: string, body: object = {}) =>
  post('holds', { services: [{ id: 'eid-pin' }], start: at(time), ...body })
const contact = { name: 'Kim Beispiel', email: 'kim@example.org' }

describe('what is free', () => {
  test('given a month, every day of it is answered in one call, with the times as the clock in the city shows them', async () => {
    const answer = await ask('service=eid-pin&from=2026-11-01&to=2026-11-30')
    const { days } = availabilityView.parse(await answer.json())
    expect(days.map(({ date }) => date)).toEqual(
      ['23', '24', '25', '26', '27', '28', '29', '30'].map((day) => `2026-11-${day}`),
    )
    expect(days[0]?.times).toEqual(['09:00', '09:15', '09:30', '09:45'])
    expect(days[1]?.times).toHaveLength(8)
    expect(days[5]?.times).toEqual([])
  })

  test('given several services with persons, the times have room for all of it', async () => {
    // 30 minutes; 45 with 15 more for both (5 once and 5 for each); 40.
    expect(await times('service=eid-pin&persons=2')).toHaveLength(7)
    expect(await times('service=eid-pin&service=ausweis-abholen&persons=2')).toHaveLength(6)
    expect(await times('service=eid-pin&service=ausweis-abholen&persons=2&persons=1')).toHaveLength(6)
  })

  test('given an unchanged month, answers 304; given a booking, again with a body', async () => {
    const query = `service=eid-pin&from=${DAY}&to=${DAY}`
    const first = await ask(query)
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    const second = await request('GET', `/api/v1/availability?${query}`, { headers })
    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
    await hold('08:00')
    await hold('08:00')
    await expect
      .poll(async () => (await request('GET', `/api/v1/availability?${query}`, { headers })).status)
      .toBe(200)
    expect(await times()).not.toContain('08:00')
  })

  test.each([
    ['no service', `from=${DAY}&to=${DAY}`, 'service'],
    ['an unknown service', `service=mondflug&from=${DAY}&to=${DAY}`, 'service'],
    ['no date', 'service=eid-pin&from=morgen&to=2026-11-30', 'from'],
    ['29 February of no leap year', 'service=eid-pin&from=2027-02-29&to=2027-03-01', 'from'],
    ['a year at once', 'service=eid-pin&from=2026-01-01&to=2026-12-31', 'to'],
    [
      'persons for two of one service',
      `service=eid-pin&persons=1&persons=2&from=${DAY}&to=${DAY}`,
      'persons',
    ],
    ['a crowd', `service=eid-pin&persons=500&from=${DAY}&to=${DAY}`, 'persons.0'],
  ])('given %s, answers 422 as problem+json with a sentence at the field', async (_, query, field) => {
    const answer = await ask(query)
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({
      type: 'about:blank',
      status: 422,
      code: 'invalid',
      fields: { [field]: expect.any(String) },
    })
  })

  test('given an office that there is not, answers 404', async () => {
    expect((await ask(`service=eid-pin&office=nirgendwo&from=${DAY}&to=${DAY}`)).status).toBe(404)
    expect((await ask(`service=eid-pin&office=${OFFICE}&from=${DAY}&to=${DAY}`)).status).toBe(200)
  })

  test('given a second process, it knows a booking of the first within a second', async () => {
    const own = connect(database.connection, database.platform.log)
    const live = await startLive(own.pool, database.connection, database.platform.log)
    try {
      const second = client({ ...database.platform, db: own.db, live }, appointmentRoutes)
      const query = `/api/v1/availability?service=eid-pin&from=${DAY}&to=${DAY}`
      expect(await (await second('GET', query)).text()).toContain('08:00')
      await hold('08:00')
      await hold('08:00')
      const begun = performance.now()
      await expect
        .poll(async () => (await second('GET', query)).text(), { interval: 2 })
        .not.toContain('08:00')
      process.stdout.write(`another process knew it after ${(performance.now() - begun).toFixed(0)} ms\n`)
    } finally {
      await live.close()
      await own.close()
    }
  })
})

describe('from the click to the appointment', () => {
  test('given hold, extension, confirmation, move and cancellation, every answer has the shape of the contract', async () => {
    const held = await hold('08:00')
    expect(held.status).toBe(201)
    expect(held.headers.get('cache-control')).toBe('no-store')
    const { id, secret, expiresAt } = holdView.parse(await held.json())
    const extended = await post(`holds/${id}/extend`, { secret })
    expect(await extended.json()).toEqual({
      expiresAt: new Date(Date.parse(expiresAt) + 600_000).toISOString(),
    })
    const confirmed = await post(`holds/${id}/confirm`, { secret, contact })
    expect(confirmed.status).toBe(201)
    const booked = confirmedView.parse(await confirmed.json())
    expect(booked.start).toBe('2026-11-24T07:00:00.000Z')
    const moved = await post(`appointments/${booked.reference}/move`, {
      secret: booked.secret,
      start: at('08:30'),
    })
    expect(movedView.parse(await moved.json())).toMatchObject({
      reference: booked.reference,
      start: '2026-11-24T07:30:00.000Z',
      sequence: 1,
    })
    const cancelled = await post(`appointments/${booked.reference}/cancel`, { secret: booked.secret })
    expect(cancelledView.parse(await cancelled.json())).toEqual({
      reference: booked.reference,
      state: 'cancelled',
    })
    expect(await rowsOf(database.platform, city.cityId)).toMatchObject([
      { channel: 'api', state: 'cancelled' },
    ])
  })

  test('given a time that is taken, answers 409 with the five next best', async () => {
    await hold('08:30')
    await hold('08:30')
    const refused = await hold('08:30')
    expect(refused.status).toBe(409)
    const problem = (await refused.json()) as { code: string; offers: unknown[] }
    expect(problem.code).toBe('not-free')
    expect(problem.offers.map((each) => offer.parse(each).start.slice(11, 16))).toEqual([
      '07:00',
      '07:15',
      '07:45',
      '08:00',
      '08:15',
    ])
  })

  test('given an Idempotency-Key, a second try is answered as the first', async () => {
    const headers = { 'idempotency-key': '4bd2a8b3-8f0e-4b4e-9a51' }
    const body = { services: [{ id: 'eid-pin', persons: 1 }], start: at('08:00') }
    const first = await (await post('holds', body, headers)).json()
    expect(await (await post('holds', body, headers)).json()).toEqual(first)
    expect((await post('holds', { ...body, start: at('08:15') }, headers)).status).toBe(422)
    expect((await post('holds', body, { 'idempotency-key': 'short' })).status).toBe(422)
  })

  test('given a hold that is released, answers nothing and the time is free', async () => {
    const { id, secret } = holdView.parse(await (await hold('08:00')).json())
    expect((await post(`holds/${id}/release`, { secret })).status).toBe(204)
    expect(await rowsOf(database.platform, city.cityId)).toMatchObject([{ state: 'cancelled' }])
  })

  test.each([
    ['no address', { name: 'Kim' }, 'contact.email'],
    ['an address that is none', { name: 'Kim', email: 'kim' }, 'contact.email'],
    ['no name', { name: ' ', email: 'kim@example.org' }, 'contact.name'],
  ])('given %s, answers 422 with a sentence at the field', async (_, wrong, field) => {
    const { id, secret } = holdView.parse(await (await hold('08:00')).json())
    const answer = await post(`holds/${id}/confirm`, { secret, contact: wrong })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ fields: { [field]: expect.any(String) } })
  })

  test('given a body that is no JSON, or too much of it, answers problem+json', async () => {
    const headers = { 'content-type': 'application/json' }
    const broken = await request('POST', '/api/v1/holds', { headers })
    expect(broken.status).toBe(422)
    const large = await post('holds', { services: [], start: 'x'.repeat(300_000) })
    expect(large.status).toBe(413)
    expect(large.headers.get('content-type')).toBe('application/problem+json')
  })

  test('given a wrong secret, answers 404 and no word about the appointment', async () => {
    const { id, secret } = holdView.parse(await (await hold('08:00')).json())
    const booked = confirmedView.parse(await (await post(`holds/${id}/confirm`, { secret, contact })).json())
    for (const path of [`holds/${id}/confirm`, `appointments/${booked.reference}/cancel`]) {
      const answer = await post(path, { secret: 'y'.repeat(22), contact })
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toMatch(/Kim|example/)
    }
  })
})
