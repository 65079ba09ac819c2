import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { serviceHoursOf } from '../../src/city/index.ts'
import { givenAccount } from '../../src/people/people.testkit.ts'
import { mountRoutes } from '../../src/platform/http/mount.ts'
import { root } from '../../src/root.ts'
import { uploadPrompt } from '../../src/telephony/prompts/changePrompt.ts'
import { replay } from '../../src/trial/replay.ts'
import { soundRoute } from '../../src/telephony/prompts/soundRoute.ts'
import { type Ear, listenIn } from './kit/heard.ts'
import { type Desk, type House, openDesk, openHouse } from './kit/house.ts'
import { closeToday, openAgain } from './kit/hours.ts'
import { callsWithKeys, type KeyCaller } from './kit/keys.ts'
import { clearLab, readLab } from './kit/lab.ts'

const lab = readLab()
const SOON = { timeout: 30_000, interval: 100 }
/** Heard in full, so that nothing is left to be said. */
const WORD_MS = 2_500

let house: House
let ear: Ear
const callers: KeyCaller[] = []
const desks: Desk[] = []

beforeAll(async () => {
  await clearLab(lab)
  ear = await listenIn(lab)
  house = await openHouse(lab)
  // The tests are not about the quarter of a minute before the first offer.
  await db().updateTable('line').set({ offer_after_ms: 1_000 }).execute()
})
afterEach(async () => {
  await Promise.all(callers.splice(0).map((caller) => caller.hangUp()))
  for (const desk of desks.splice(0)) {
    await house.switchboard.setReady(desk.ctx, false)
    await desk.close()
  }
})
afterAll(async () => {
  ear?.close()
  await house?.stop()
})

const db = () => house.platform.db

function calls(from: string): KeyCaller {
  const caller = callsWithKeys(lab, house.city.lines.service.number, from)
  callers.push(caller)
  return caller
}

const callFrom = (from: string) =>
  db()
    .selectFrom('call')
    .selectAll()
    .where('caller', '=', from)
    .orderBy('offered_at', 'desc')
    .executeTakeFirst()

/** Waits until this caller hears a prompt. @param after how many sounds were heard before */
async function hears(from: string, name: string, after = 0): Promise<void> {
  await expect
    .poll(async () => ear.heard((await callFrom(from))?.source_key ?? '').slice(after), SOON)
    .toContain(name)
}

const promiseTo = (number: string) =>
  db()
    .selectFrom('callback as p')
    .innerJoin('case as c', (j) => j.onRef('c.city_id', '=', 'p.city_id').onRef('c.id', '=', 'p.case_id'))
    .select([
      'c.number',
      'c.reason',
      'c.call_id',
      'p.promise',
      'p.window_start',
      'p.window_end',
      'p.promised_at',
    ])
    .where('c.contact_phone', '=', number)
    .execute()

/** By the city's clock, which need not be this machine's. */
async function isToday(at: Date): Promise<boolean> {
  const hours = await serviceHoursOf(db(), house.city.cityId)
  return hours.dateOf(at) === hours.dateOf(new Date())
}

const close = () => closeToday(db(), house.city.cityId)
const open = () => openAgain(db(), house.city.cityId)

it('has every announcement', () => {
  expect(house.switchboard.missingPrompts()).toBeNull()
})

describe('a city’s own announcement', () => {
  it('given a recording in the database, Asterisk fetches it from us and plays it in the dialogue', async () => {
    const site = await servePrompts()
    house.address = site.url
    await ownRecording('begruessung')
    await ownRecording('als-naechstes')
    const from = '+491713920040'
    const caller = calls(from)
    await hears(from, 'eins-und-wir-rufen')
    await caller.hangUp()
    const channel = (await callFrom(from))?.source_key ?? ''
    expect(ear.heard(channel).filter((name) => name.startsWith(site.url))).toHaveLength(2)
    expect(site.fetched()).toBe(2)
    // A second of sound each: a fetch that failed would be over at once.
    const [greeting = 0, next = 0] = ear.times(channel)
    expect(next - greeting).toBeGreaterThan(700)
    house.address = null
    await site.close()
  })
})

describe('outside service hours', () => {
  beforeAll(close)
  afterAll(open)

  it('given one, another number keyed in and no recording, the callback is promised there, and only then confirmed', async () => {
    const from = '+491713920041'
    const caller = calls(from)
    await hears(from, 'geschlossen')
    await hears(from, 'eins-und-wir-rufen')
    await caller.press('1')
    await hears(from, 'ihre-nummer')
    await caller.press('2')
    await hears(from, 'nummer-eingeben')
    await caller.press('023065566#')
    const keyed = ear.heard((await callFrom(from))?.source_key ?? '').length
    await hears(from, 'ihre-nummer', keyed)
    await caller.press('1')
    await hears(from, 'auf-band')
    expect(await promiseTo('+4923065566')).toEqual([])
    await caller.press('2')
    await hears(from, 'nummer-des-anliegens')
    expect(await caller.ended).toBe(0)
    const [promise] = await promiseTo('+4923065566')
    const call = await callFrom(from)
    expect(promise).toMatchObject({
      promise: 'open',
      call_id: call?.id,
      reason: 'Rückruf am Telefon gewünscht.',
    })
    expect(promise && (await isToday(promise.window_start))).toBe(false)
    expect(call).toMatchObject({ end_reason: 'callback-promised', answer_promise: null, outside_hours: true })
  })

  it('given nine and a wrong key, goes on in English; given somebody who hangs up then, nothing is promised', async () => {
    const from = '+491713920042'
    const caller = calls(from)
    await hears(from, 'eins-und-wir-rufen')
    await caller.press('9')
    await hears(from, 'en/eins-und-wir-rufen')
    await caller.press('5')
    await hears(from, 'en/nicht-verstanden')
    await caller.press('1')
    await hears(from, 'en/ihre-nummer')
    await caller.press('1')
    await hears(from, 'en/auf-band')
    await caller.hangUp()
    expect(await promiseTo(from)).toEqual([])
    expect(await callFrom(from)).toMatchObject({ end_reason: 'closed', case_id: null })
  })
})

describe('in the queue', () => {
  it('given one, and the reason spoken on tape after consent, it is promised today and kept out of Asterisk', async () => {
    const from = '+491713920043'
    const caller = calls(from)
    await hears(from, 'als-naechstes')
    await hears(from, 'eins-und-wir-rufen')
    await caller.press('1')
    await hears(from, 'ihre-nummer')
    await caller.press('1')
    await hears(from, 'auf-band')
    await caller.press('1')
    await hears(from, 'ton')
    await new Promise((done) => setTimeout(done, 1_000))
    await caller.speak()
    await new Promise((done) => setTimeout(done, 3_500))
    await caller.press('#')
    await hears(from, 'nummer-des-anliegens')
    expect(await caller.ended).toBe(0)
    const [promise] = await promiseTo(from)
    expect(promise?.reason).toBe('Rückruf am Telefon gewünscht. Das Anliegen ist auf Band gesprochen.')
    await expect.poll(async () => (await callFrom(from))?.end_reason, SOON).toBe('callback-promised')
    const tape = await db().selectFrom('spoken_reason').selectAll().executeTakeFirstOrThrow()
    expect(tape.duration_ms).toBeGreaterThan(1_500)
    expect(tape.audio.subarray(0, 4).toString()).toBe('RIFF')
    expect(tape.consent_at.getTime()).toBeLessThan(tape.recorded_at.getTime())
    expect(await storedRecordings()).toEqual([])
  })

  it('given an agent who answers in the middle of the offer, it falls silent and they talk', async () => {
    const from = '+491713920044'
    const caller = calls(from)
    await hears(from, 'eins-und-wir-rufen')
    const agent = await readyAgent()
    await agent.softphone.until(({ ringing }) => ringing)
    await agent.softphone.answer()
    await expect.poll(() => stateOf(agent), SOON).toBe('in-call')
    const channel = (await callFrom(from))?.source_key ?? ''
    const heard = ear.heard(channel).length
    await caller.press('1')
    await new Promise((done) => setTimeout(done, WORD_MS))
    expect(ear.heard(channel).length).toBe(heard)
    expect(stateOf(agent)).toBe('in-call')
    await caller.hangUp()
    await expect.poll(() => stateOf(agent), SOON).toBe('wrap-up')
    expect(await promiseTo(from)).toEqual([])
  })

  it('given one, no agent is offered the caller until silence leads back to the queue, at the old place', async () => {
    const from = '+491713920045'
    const caller = calls(from)
    await hears(from, 'eins-und-wir-rufen')
    await caller.press('1')
    await hears(from, 'ihre-nummer')
    const agent = await readyAgent()
    await caller.press('2')
    await hears(from, 'nummer-eingeben')
    expect(stateOf(agent)).toBe('available')
    await expect.poll(() => stateOf(agent), { timeout: 90_000 }).toBe('offered')
    await hears(from, 'platz-bleibt')
    expect(await promiseTo(from)).toEqual([])
  })
})

describe('at the end of the service hours', () => {
  it('given 20 who wait, each is offered the next window at once, several take it, and none is dropped', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => `+4917139201${String(index).padStart(2, '0')}`)
    const waiting = numbers.map((from) => ({ from, caller: calls(from) }))
    for (const { from } of waiting) await expect.poll(() => callFrom(from), SOON).toBeDefined()
    await close()
    for (const { from } of waiting) await hears(from, 'servicezeit')
    const pressing = waiting.slice(0, 7)
    for (const { caller } of pressing) await caller.press('1')
    for (const { from, caller } of pressing) {
      await hears(from, 'ihre-nummer')
      await caller.press('1')
    }
    for (const { from, caller } of pressing) {
      await hears(from, 'auf-band')
      await caller.press('2')
    }
    // Six callbacks an hour: whoever hears that the window is full takes the next one.
    const accepted = new Set<string>()
    for (const { from, caller } of pressing) {
      await expect.poll(() => takesTheNext(from, caller, accepted), SOON).toBe(true)
      await caller.hangUp()
      const [promise] = await promiseTo(from)
      expect(promise && (await isToday(promise.window_start))).toBe(false)
    }
    expect(accepted.size).toBeGreaterThan(0)
    const windows = await Promise.all(
      pressing.map(async ({ from }) => (await promiseTo(from))[0]?.window_start),
    )
    expect(new Set(windows.map(Number)).size).toBe(2)
    for (const { from, caller } of waiting.slice(7)) {
      expect(caller.isOver()).toBe(false)
      expect(await callFrom(from)).toMatchObject({ state: 'waiting', case_id: null })
    }
    await open()
  })
})

it('given all that, the figures from the events equal those from the tables', async () => {
  await Promise.all(callers.splice(0).map((caller) => caller.hangUp()))
  await expect
    .poll(() => db().selectFrom('call').select('id').where('state', '<>', 'ended').execute(), SOON)
    .toEqual([])
  const days = await replay(db(), house.city.cityId)
  expect(days.flatMap(({ differences }) => differences)).toEqual([])
})

/** Presses one, once, where the window is full. @returns whether the case number is heard */
async function takesTheNext(from: string, caller: KeyCaller, accepted: Set<string>): Promise<boolean> {
  const heard = ear.heard((await callFrom(from))?.source_key ?? '')
  if (heard.includes('fenster-voll') && !accepted.has(from)) {
    accepted.add(from)
    await caller.press('1')
  }
  return heard.includes('nummer-des-anliegens')
}

async function readyAgent(): Promise<Desk> {
  const agent = await openDesk(house, 'agent')
  desks.push(agent)
  await expect.poll(() => house.switchboard.station(agent.ctx).missing, SOON).toEqual([])
  await house.switchboard.setReady(agent.ctx, true)
  return agent
}

const stateOf = ({ ctx }: Desk) => house.switchboard.station(ctx).state

async function storedRecordings(): Promise<unknown> {
  const { url, user, password } = lab.ari
  const headers = { authorization: `Basic ${btoa(`${user}:${password}`)}` }
  return (await fetch(`${url}/recordings/stored`, { headers })).json()
}

/** The route of ours that only the telephone system is told of, on a port of its own. */
async function servePrompts() {
  let fetched = 0
  const app = new Hono()
  app.use(async (_c, next) => {
    fetched += 1
    await next()
  })
  mountRoutes(app, [soundRoute], {
    platform: house.platform,
    identify: { cityOf: async () => house.city.cityId, staffOf: async () => null },
    trustProxy: false,
  })
  const server = await new Promise<{ port: number; close(): Promise<void> }>((resolve) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ port, close: () => new Promise((done) => listening.close(() => done())) }),
    )
  })
  return { url: `http://127.0.0.1:${server.port}`, fetched: () => fetched, close: server.close }
}

async function ownRecording(name: string): Promise<void> {
  const { ctx } = await givenAccount(house.platform, house.city.cityId, 'admin')
  const voice = await readFile(join(root, 'deploy/asterisk/sounds/freizeichen/als-naechstes.wav'))
  await uploadPrompt(ctx, { lang: 'de', name }, voice)
}
