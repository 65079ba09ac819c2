import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { createApp } from '../../app.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { citizenPages } from '../../pages/index.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import type { Load } from '../../platform/http/loadRule.ts'
import { NO_ASSETS } from '../../platform/ui/assets.ts'
import { givenOffice } from '../booking.testkit.ts'
import { holdView } from '../contract.ts'
import { appointmentRoutes } from '../routes.ts'
import { LIMITS } from './limits.ts'
import { PublicGate } from './publicGate.ts'

const database = useDatabase()
let city: GivenCity
let load: Load
let send: Send

type Send = (
  path: string,
  asked?: { from?: string; cookie?: string; form?: Record<string, string>; json?: object },
) => Promise<Response>

const slow = { burst: 2, perSecond: 0.001 }
const limits = {
  ...LIMITS,
  network: { read: { ...slow, burst: 4 }, take: slow, finish: slow },
  guest: { read: { ...slow, burst: 6 }, take: slow, finish: { ...slow, burst: 4 } },
  guests: slow,
}

/** The pages and the interface behind a gate of their own. */
function behindGate(): Send {
  const gate = new PublicGate(database.platform, { limits, load: () => load })
  const app = createApp({
    platform: database.platform,
    routes: [...appointmentRoutes, ...citizenPages({ assets: NO_ASSETS, queue: null, publicUrl: null })],
    readiness: [],
    publicDir: '',
    trustProxy: true,
    gate: gate.gate,
  })
  return (path, { from = '203.0.113.9', cookie = '', form, json } = {}) => {
    const headers: Record<string, string> = { 'x-forwarded-for': from, cookie }
    if (!form && !json) return Promise.resolve(app.request(path, { headers }))
    headers['content-type'] = json ? 'application/json' : 'application/x-www-form-urlencoded'
    const body = json ? JSON.stringify(json) : new URLSearchParams(form).toString()
    return Promise.resolve(app.request(path, { method: 'POST', headers, body }))
  }
}

beforeAll(async () => {
  city = await givenCity(database.platform)
  await givenOffice((await givenAccount(database.platform, city.cityId, 'admin')).ctx, {
    shifts: [{ people: 20 }],
  })
})
beforeEach(() => {
  load = { delayMs: 0, inFlight: 0 }
  send = behindGate()
})

const month = '/api/v1/availability?service=eid-pin&from=2026-11-24&to=2026-11-30'
const hold = { services: [{ id: 'eid-pin' }], start: '2026-11-24T08:00:00+01:00' }
const guestOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .find((one) => one.startsWith('termin-gast='))
    ?.split(';')[0] ?? ''
const statusesOf = async (times: number, ask: () => Promise<Response>): Promise<number[]> => {
  const found: number[] = []
  for (let count = 0; count < times; count++) found.push((await ask()).status)
  return found
}

describe('budgets', () => {
  test('given more than its budget, a network is told when to come back, as problem+json', async () => {
    expect(await statusesOf(4, () => send(month))).toEqual([200, 200, 200, 200])
    const refused = await send(month)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ type: 'about:blank', status: 429, code: 'too-many' })
    expect((await send(month, { from: '203.0.113.10' })).status).toBe(200)
  })

  test('given holds that are used up, reading is another budget', async () => {
    expect(await statusesOf(3, () => send('/api/v1/holds', { json: hold }))).toEqual([201, 201, 429])
    expect((await send(month)).status).toBe(200)
  })

  test('given times that are gone, asking for them costs no hold', async () => {
    const past = { ...hold, start: '2026-11-20T08:00:00+01:00' }
    expect(await statusesOf(3, () => send('/api/v1/holds', { json: past }))).toEqual([409, 409, 409])
    expect((await send('/api/v1/holds', { json: hold })).status).toBe(201)
    // Four reads are all it has.
    expect((await send(month)).status).toBe(429)
  })

  test('given twenty /64 of one /48, they share four budgets', async () => {
    const found: number[] = []
    for (let net = 1; net <= 20; net++)
      found.push((await send(month, { from: `2001:db8:1:${net}::1` })).status)
    expect(found.filter((status) => status === 200)).toHaveLength(16)
  })

  test('given no network that can be told apart, nobody is refused', async () => {
    expect(new Set(await statusesOf(30, () => send(month, { from: '127.0.0.1' })))).toEqual(new Set([200]))
  })

  test('given a greedy neighbour on the same address, a browser that was here before goes on', async () => {
    const cookie = guestOf(await send('/termin'))
    expect(cookie).toMatch(/^termin-gast=[\w-]{16}~/)
    await statusesOf(9, () => send('/termin'))
    expect((await send('/termin')).status).toBe(429)
    expect((await send('/termin', { cookie })).status).toBe(200)
  })

  test('given a cookie that somebody made up, it is none; and only so many are given to one network', async () => {
    const [one, two, three] = [await send('/termin'), await send('/termin'), await send('/termin')]
    expect([one, two, three].map((each) => guestOf(each) !== '')).toEqual([true, true, false])
    const forged = guestOf(one).replace(/~0\./, '~99999999999.')
    await statusesOf(4, () => send('/termin'))
    expect((await send('/termin', { cookie: forged })).status).toBe(429)
  })

  test('given a page whose budget is used up, it says so, keeps what was typed and asks again on a button', async () => {
    const form = { name: 'Kim <Beispiel>', email: 'kim@example.org' }
    await statusesOf(2, () => send('/termin/angaben', { form }))
    const refused = await send('/termin/angaben?lang=en', { form })
    expect(refused.status).toBe(429)
    const html = await refused.text()
    expect(html).toContain('Please wait a moment')
    expect(html).toContain('action="/termin/angaben?lang=en"')
    expect(html).toContain('value="Kim &lt;Beispiel&gt;"')
    expect(html).toContain('value="kim@example.org"')
  })
})

describe('too many people', () => {
  test('given overload, newcomers are told when to come back, and work goes on for those who hold a time', async () => {
    const held = await send('/termin/zeit', { form: { leistung: 'eid-pin', start: '2026-11-24T09:00' } })
    expect(held.status).toBe(303)
    const cookie = guestOf(held)
    const { id, secret } = holdView.parse(await (await send('/api/v1/holds', { json: hold })).json())
    load = { delayMs: 900, inFlight: 10 }
    const refused = await send(month)
    expect([refused.status, refused.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(10)
    const page = await send('/termin')
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('Gerade sind sehr viele Menschen hier')
    expect((await send('/termin/zeit?leistung=eid-pin', { cookie })).status).toBe(200)
    const contact = { name: 'Kim Beispiel', email: 'kim@example.org' }
    expect((await send(`/api/v1/holds/${id}/confirm`, { json: { secret, contact } })).status).toBe(201)
  })

  test('given less than half of the limit again, newcomers come in', async () => {
    load = { delayMs: 600, inFlight: 0 }
    expect((await send(month)).status).toBe(503)
    load = { delayMs: 300, inFlight: 0 }
    expect((await send(month)).status).toBe(503)
    load = { delayMs: 200, inFlight: 0 }
    expect((await send(month)).status).toBe(200)
  })
})
