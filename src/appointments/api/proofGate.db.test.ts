import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { useDatabase } from '../../../tests/kit/database.ts'
import { createApp } from '../../app.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { citizenPages } from '../../pages/index.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { connect } from '../../platform/db/connect.ts'
import { type ProofAsked, proofAsked } from '../../platform/http/proof.ts'
import { startLive } from '../../platform/live/live.ts'
import type { Platform } from '../../platform/context.ts'
import { NO_ASSETS } from '../../platform/ui/assets.ts'
import { solvePart } from '../../shared/work.ts'
import { expireHolds } from '../booking/expireHolds.ts'
import { givenOffice } from '../booking.testkit.ts'
import { appointmentRoutes } from '../routes.ts'
import { LIMITS } from './limits.ts'
import { PublicGate } from './publicGate.ts'

const database = useDatabase()
let city: GivenCity
let send: ReturnType<typeof behindGate>

const limits = { ...LIMITS, attack: { ...LIMITS.attack, networks: 3, lost: 4 } }

function behindGate(platform: Platform) {
  const app = createApp({
    platform,
    routes: [...appointmentRoutes, ...citizenPages({ assets: NO_ASSETS, queue: null, publicUrl: null })],
    readiness: [],
    publicDir: '',
    trustProxy: true,
    gate: new PublicGate(platform, { limits, load: () => ({ delayMs: 0, inFlight: 0 }) }).gate,
  })
  return (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(
      app.request(path, { method: 'POST', body, headers: { 'x-forwarded-for': '203.0.113.9', ...headers } }),
    )
}

beforeAll(async () => {
  city = await givenCity(database.platform)
  await givenOffice((await givenAccount(database.platform, city.cityId, 'admin')).ctx, {
    shifts: [{ people: 20 }],
  })
})
beforeEach(() => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  send = behindGate(database.platform)
})

const start = '2026-11-24T08:00:00+01:00'
const hold = (proof = '', headers: Record<string, string> = {}, by = send) =>
  by('/api/v1/holds', JSON.stringify({ services: [{ id: 'eid-pin' }], start }), {
    'content-type': 'application/json',
    ...(proof ? { proof } : {}),
    ...headers,
  })
const form = (fields: Record<string, string>, cookie = '') =>
  send('/termin/zeit', new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    cookie,
  })

/** Three networks ask for more than they may. */
async function attack(by = send): Promise<void> {
  for (const net of [1, 2, 3])
    for (let count = 0; count <= LIMITS.network.take.burst; count++)
      await by('/api/v1/holds', '{}', {
        'x-forwarded-for': `198.51.100.${net}`,
        'content-type': 'application/json',
      })
}
const asked = async (refused: Response): Promise<ProofAsked> => {
  expect(refused.status).toBe(429)
  const body = z.object({ code: z.literal('proof-needed'), proof: proofAsked }).parse(await refused.json())
  expect(refused.headers.get('retry-after')).toBe(String(body.proof.waitSeconds))
  return body.proof
}
const worked = ({ ticket, seed, parts, bits }: ProofAsked): string => {
  const numbers = Array.from({ length: parts }, (_, part) =>
    solvePart(seed, part, { parts, bits }, { from: 0, tries: 1_000_000 }),
  )
  return `${ticket}:${numbers.join('-')}`
}

describe('a proof', () => {
  test('given no attack, nobody is asked for one', async () => {
    expect((await hold()).status).toBe(201)
  })

  test('given an attack, work counts once and not again', async () => {
    await attack()
    const proof = worked(await asked(await hold()))
    expect((await hold(proof)).status).toBe(201)
    await asked(await hold(proof))
  })

  test('given an attack, a ticket counts after the wait, not before, and once', async () => {
    await attack()
    const { ticket, waitSeconds } = await asked(await hold())
    database.platform.clock.advance(5_000)
    expect((await asked(await hold(ticket))).waitSeconds).toBe(waitSeconds - 5)
    database.platform.clock.advance((waitSeconds - 5) * 1000)
    expect((await hold(ticket)).status).toBe(201)
    await asked(await hold(ticket))
  })

  test('given the same proof twenty times at once, in two processes, one hold is made', async () => {
    const own = connect(database.connection, database.platform.log)
    const live = await startLive(own.pool, database.connection, database.platform.log)
    try {
      const other = behindGate({ ...database.platform, db: own.db, live })
      await attack()
      await attack(other)
      const proof = worked(await asked(await hold()))
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => hold(proof, {}, index % 2 ? other : send)),
      )
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    } finally {
      await live.close()
      await own.close()
    }
  })

  test('given a request that is refused for itself, the proof counts once more', async () => {
    await attack()
    const proof = worked(await asked(await hold()))
    const past = JSON.stringify({ services: [{ id: 'eid-pin' }], start: '2026-11-20T08:00:00+01:00' })
    expect((await send('/api/v1/holds', past, { 'content-type': 'application/json', proof })).status).toBe(
      409,
    )
    expect((await hold(proof)).status).toBe(201)
  })

  test('given holds that all run out, in whichever process they were taken, it counts as an attack', async () => {
    for (let count = 0; count < 4; count++) expect((await hold()).status).toBe(201)
    database.platform.clock.advance(3_600_000)
    await expireHolds(database.platform)
    await expect.poll(async () => (await hold()).status, { timeout: 5_000 }).toBe(429)
  })
})

describe('on the pages', () => {
  const wish = { leistung: 'eid-pin', start: '2026-11-24T08:15' }

  test('given an attack, the page keeps the form, and pressing the button after the wait goes on', async () => {
    await attack()
    const refused = await form(wish)
    expect(refused.status).toBe(429)
    const html = await refused.text()
    expect(html).toContain('Einen Moment, bitte')
    expect(html).toContain('name="start" value="2026-11-24T08:15"')
    const ticket = /name="nachweis" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect((await form({ ...wish, nachweis: ticket })).status).toBe(429)
    database.platform.clock.advance(20_000)
    expect((await form({ ...wish, nachweis: ticket })).status).toBe(303)
    expect((await form({ ...wish, nachweis: ticket })).status).toBe(429)
  })

  test('given a time that is gone meanwhile, another one is had without waiting again', async () => {
    await attack()
    const html = await (await form(wish)).text()
    const nachweis = /name="nachweis" value="([^"]+)"/.exec(html)?.[1] ?? ''
    database.platform.clock.advance(20_000)
    const gone = await form({ ...wish, start: '2026-11-24T05:00', nachweis })
    expect(gone.status).toBe(409)
    const cookie =
      gone.headers
        .getSetCookie()
        .find((one) => one.startsWith('termin-nachweis='))
        ?.split(';')[0] ?? ''
    expect((await form(wish, cookie)).status).toBe(303)
    expect((await form(wish, cookie)).status).toBe(429)
  })
})
