import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCatalogue } from '../../catalogue/catalogue.testkit.ts'
import { givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { client } from '../../people/request.testkit.ts'
import { atTheCounter, givenEntries } from '../roster/roster.testkit.ts'
import { windowsView, type WindowsView } from './contract.ts'
import { callbackRequestRoutes } from './requestRoutes.ts'

const database = useDatabase()
const anObject = z.record(z.string(), z.unknown())
let request: ReturnType<typeof client>
let cityId: string
/** Of this test's city. */
let host: string
let asked = 0
let officeId: string

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  host = `rueckruf-${(asked += 1)}.example`
  const city = await givenCity(database.platform, { hostnames: [host] })
  cityId = city.cityId
  officeId = city.teams.office
  await givenCatalogue(database.platform, cityId)
  const ofAll = client(database.platform, callbackRequestRoutes({ read: [], take: [] }))
  request = (method, path, options) => ofAll(method, `http://${host}${path}`, options)
})

const windowsOf = async (): Promise<WindowsView['windows']> => {
  const response = await request('GET', '/api/v1/callback-windows?service=personalausweis')
  expect(response.status).toBe(200)
  return windowsView.parse(await response.json()).windows
}
const post = async (more: object = {}, headers: Record<string, string> = {}) => {
  const [window] = await windowsOf()
  const body = { reason: 'Reicht ein altes Foto?', contact: { phone: '0171 3920012' }, window, ...more }
  const response = await request('POST', '/api/v1/callback-requests', { body, headers })
  return {
    status: response.status,
    headers: response.headers,
    body: anObject.parse(await response.json()),
  }
}

describe('callbacks by the interface', () => {
  test('given windows that were read, one is promised; the answer is kept by nobody on the way', async () => {
    const made = await post({ service: 'personalausweis' })
    expect(made.status).toBe(201)
    expect(made.headers.get('cache-control')).toBe('no-store')
    const [first] = await windowsOf()
    expect(made.body).toMatchObject({ window: first, number: expect.stringMatching(/-/) })
  })

  test('given a team that never has room in one hour, a wide window is offered and promised as it was shown', async () => {
    const { platform } = database
    const clerk = await givenAccount(platform, cityId, 'clerk')
    await givenEntries(platform, cityId, atTheCounter(officeId, clerk))
    const [window] = await windowsOf()
    expect(Date.parse(window!.end) - Date.parse(window!.start)).toBeGreaterThan(3_600_000)
    const made = await post({ window })
    expect([made.status, made.body['window']]).toEqual([201, window])
    const hour = { start: window!.start, end: new Date(Date.parse(window!.start) + 3_600_000).toISOString() }
    const refused = await post({ window: hour, contact: { phone: '0171 3920013' } })
    expect([refused.status, refused.body['code']]).toEqual([409, 'window-full'])
  })

  test('given the windows are the same, 304', async () => {
    const first = await request('GET', '/api/v1/callback-windows')
    const etag = first.headers.get('etag') ?? ''
    const again = await request('GET', '/api/v1/callback-windows', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })

  test('given the same key twice, the same answer', async () => {
    const key = { 'idempotency-key': '7c0f0a3e-52a4-4a1b-8a53' }
    const first = await post({}, key)
    expect((await post({}, key)).body).toEqual(first.body)
    const other = await post({ reason: 'Etwas ganz anderes' }, key)
    expect([other.status, other.body['code']]).toEqual([422, 'key-used'])
  })

  test.each([
    ['a premium number', { contact: { phone: '0900 1234567' } }, 'contact.phone'],
    ['no contact', { contact: null }, 'contact'],
    ['a wrong address', { contact: { phone: '0171 3920012', email: 'kim@' } }, 'contact.email'],
    ['no reason', { reason: ' ' }, 'reason'],
    ['a service that is gone', { service: 'gibt-es-nicht' }, 'service'],
    ['no window', { window: null }, 'window'],
  ])('given %s, problem+json names the field', async (_, wrong, field) => {
    const refused = await post(wrong)
    expect(refused.status).toBe(422)
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(Object.keys(anObject.parse(refused.body['fields']))).toEqual([field])
  })

  test('given a window that is gone, 409 with the next ones', async () => {
    const window = { start: '2026-11-23T06:00:00Z', end: '2026-11-23T07:00:00Z' }
    const refused = await post({ window })
    expect([refused.status, refused.body['code']]).toEqual([409, 'window-full'])
    expect(refused.body['windows']).toEqual((await windowsOf()).slice(0, 6))
  })
})
