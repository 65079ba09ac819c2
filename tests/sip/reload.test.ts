import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/db/connect.ts'
import { root } from '../../src/root.ts'
import { startServer, type TestServer } from '../kit/server.ts'
import { citizenCalls, type Citizen } from './kit/citizen.ts'
import { clearLab, readLab } from './kit/lab.ts'
import { launchMortalBrowser, type MortalBrowser } from './kit/mortalBrowser.ts'
import { openNow } from './kit/openCity.ts'
import { openTables } from './kit/rows.ts'
import { deskOf, focused, heardBy, openStaff, PATIENCE, picture, press } from './kit/staff.ts'

const lab = readLab()
const environment = { ARI_URL: lab.ari.url, ARI_USER: lab.ari.user, ARI_PASSWORD: lab.ari.password }
/** A machine with other work is slower than what is promised; then the printed figures are what counts. */
const AT_MOST = 3
/** What is promised to a caller whose agent's browser dies, and to a caller who would ring at a dead desk. */
const SAME_AGENT_MS = 2_000 * AT_MOST
const OTHER_AGENT_MS = 10_000 * AT_MOST
const NOT_AVAILABLE_MS = 10_000 * AT_MOST

let server: TestServer
let tables: Database
const browsers: MortalBrowser[] = []
const callers: Citizen[] = []

beforeAll(async () => {
  await clearLab(lab)
  server = await startServer({ env: environment })
  tables = await openTables(server)
  await openNow(server, tables.db)
})
afterEach(async () => {
  await Promise.all(callers.splice(0).map((caller) => caller.hangUp()))
  await Promise.all(browsers.splice(0).map((browser) => browser.kill()))
})
afterAll(async () => {
  await tables?.close()
  await server?.stop()
})

/** For the report of the run; what is promised is expected beside it. */
const measured = (text: string): void => void process.stdout.write(`${text}\n`)

interface AtDesk {
  page: Page
  mortal: MortalBrowser
  accountId: string
}

/** An agent at a computer of their own, ready for calls. */
async function readyAgent(login: string): Promise<AtDesk> {
  const mortal = await launchMortalBrowser()
  browsers.push(mortal)
  const { page } = await openStaff(mortal.browser, server, login, '/console/')
  await page.addInitScript(WATCH_SOCKETS)
  await page.reload()
  await expect.poll(async () => (await deskOf(page)).missing, PATIENCE).toEqual([])
  // What an earlier test, stopped halfway, may have left.
  if ((await deskOf(page)).call) await finish(page)
  // Whoever was ready before the last browser died is ready again by itself.
  await page.waitForTimeout(1_000)
  if ((await deskOf(page)).state !== 'available') await press(page, 'F9')
  await page.getByRole('heading', { name: 'Sie sind bereit' }).waitFor()
  const { id } = await tables.db
    .selectFrom('account')
    .select('id')
    .where('login', '=', login)
    .executeTakeFirstOrThrow()
  return { page, mortal, accountId: id }
}

/** Only looks on, and can pull the plug of one. */
const WATCH_SOCKETS = `
  globalThis.sockets = []
  globalThis.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given)
      sockets.push(this)
    }
  }`

const cutPhone = (page: Page): Promise<void> =>
  page.evaluate(`sockets.filter(({ url }) => url.endsWith('/phone')).forEach((socket) => socket.close())`)

function callsTheOffice(from: string): Citizen {
  const line = server.demo.lines.find(({ name }) => name === 'Bürgerbüro')
  const caller = citizenCalls(lab, line?.number ?? '', from)
  callers.push(caller)
  return caller
}

const callFrom = (from: string) =>
  tables.db.selectFrom('call').selectAll().where('caller', '=', from).executeTakeFirstOrThrow()

/** What is on record of a call, in order. */
async function story(from: string): Promise<{ kind: string; at: number; agentId: string | null }[]> {
  const call = await callFrom(from)
  const events = await tables.db
    .selectFrom('event')
    .select(['kind', 'at', 'data'])
    .where('subject_id', '=', call.id)
    .orderBy('id')
    .execute()
  return events.map(({ kind, at, data }) => ({ kind, at: at.getTime(), agentId: agentIn(data) }))
}

const agentIn = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'agentId' in data ? String(data.agentId) : null

const momentOf = async (from: string, kind: string): Promise<number> =>
  (await story(from)).find((event) => event.kind === kind)?.at ?? Number.NaN

const kindsOf = async (from: string): Promise<string[]> => (await story(from)).map(({ kind }) => kind)

const POLL_OFTEN = { ...PATIENCE, interval: 50 }
const INTERRUPTED = { state: 'not-ready', reason: 'interrupted' }

const presenceOf = (accountId: string) =>
  tables.db
    .selectFrom('presence')
    .select(['state', 'reason'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()

async function answer(page: Page): Promise<void> {
  await page.locator('.panel--ringing').waitFor()
  await press(page, 'Enter')
  await focused(page, 'Worum geht es?')
}

/** The record of a caller who is gone: nothing was wanted. */
async function finish(page: Page): Promise<void> {
  await page.getByText('Aufgelegt, bitte noch abschließen').waitFor()
  await press(page, 'F8')
  await page
    .locator(':focus')
    .and(page.getByRole('button', { name: /Speichern/ }))
    .waitFor()
  await press(page, 'Enter')
  await expect.poll(async () => (await deskOf(page)).call, PATIENCE).toBeNull()
}

async function expectVoice(page: Page): Promise<void> {
  const { received, sent } = await heardBy(page)
  await expect.poll(async () => (await heardBy(page)).received - received, PATIENCE).toBeGreaterThan(50)
  await expect.poll(async () => (await heardBy(page)).sent - sent, PATIENCE).toBeGreaterThan(50)
}

async function note(page: Page, words: string): Promise<void> {
  await page.getByLabel('Notiz').fill(words)
  await expect.poll(async () => (await deskOf(page)).draft?.reason, PATIENCE).toBe(words)
}

function expectReplayEqual(): void {
  const replay = spawnSync(process.execPath, [join(root, 'dist/server/cli.js'), 'replay'], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', DATA_DIR: server.dataDir, ...environment },
    encoding: 'utf8',
  })
  expect(replay.stdout).toMatch(/gleich/)
  expect(replay).toMatchObject({ status: 0, stderr: '' })
}

describe('a conversation', () => {
  it('given a page that is loaded anew, goes on with the same agent and every word of the record', async () => {
    const from = '+491713923401'
    const agent = await readyAgent('agentin')
    const other = await readyAgent('agent2')
    await press(other.page, 'F9')
    await other.page.getByRole('heading', { name: 'Sie bekommen gerade keine Anrufe' }).waitFor()
    const caller = callsTheOffice(from)
    await answer(agent.page)
    await press(other.page, 'F9')
    await note(agent.page, 'Umzug nach Lünen, neue Anschrift')

    const wentAt = Date.now()
    await agent.page.reload()
    const backAt = Date.now()
    await expect.poll(() => kindsOf(from), PATIENCE).toContain('call.taken-again')
    const [parked, taken] = [await momentOf(from, 'call.parked'), await momentOf(from, 'call.taken-again')]
    const offered = (await story(from)).findLast(({ kind }) => kind === 'call.offer-made')?.at ?? Number.NaN
    measured(
      `reload: page back ${backAt - wentAt} ms, parked ${parked - wentAt} ms, rings ${offered - wentAt} ms, talks ${taken - wentAt} ms`,
    )
    expect(offered - backAt).toBeLessThan(SAME_AGENT_MS)

    await agent.page.getByLabel('Notiz').waitFor()
    expect(await agent.page.getByLabel('Notiz').inputValue()).toBe('Umzug nach Lünen, neue Anschrift')
    await expectVoice(agent.page)
    await picture(agent.page, 'desk-after-reload')
    const call = await callFrom(from)
    expect(call).toMatchObject({ state: 'connected', agent_id: agent.accountId, answer_promise: 'kept' })

    await caller.hangUp()
    await agent.page.getByText('Aufgelegt, bitte noch abschließen').waitFor()
    expect((await story(from)).filter(({ kind }) => kind.startsWith('call.'))).toMatchObject([
      { kind: 'call.offered' },
      { kind: 'call.offer-made', agentId: agent.accountId },
      { kind: 'call.answered', agentId: agent.accountId },
      { kind: 'call.parked' },
      { kind: 'call.offer-made', agentId: agent.accountId },
      { kind: 'call.taken-again', agentId: agent.accountId },
      { kind: 'call.ended' },
    ])
    expect((await callFrom(from)).end_reason).toBe('caller-hung-up')
    await finish(agent.page)
    expect((await deskOf(agent.page)).state).toBe('available')
    expectReplayEqual()
  })

  it('given a browser that is killed, goes on with another agent within ten seconds', async () => {
    const from = '+491713923402'
    const agent = await readyAgent('agentin')
    const caller = callsTheOffice(from)
    await answer(agent.page)
    await note(agent.page, 'Personalausweis verloren')
    const other = await readyAgent('agent2')

    const diedAt = Date.now()
    await agent.mortal.kill()
    await other.page.locator('.panel--ringing').waitFor(PATIENCE)
    const offers = (await story(from)).filter(({ kind }) => kind === 'call.offer-made')
    const rangAfter = (offers.at(-1)?.at ?? Number.NaN) - diedAt
    measured(
      `killed: parked ${(await momentOf(from, 'call.parked')) - diedAt} ms, other rings ${rangAfter} ms`,
    )
    expect(rangAfter).toBeLessThan(OTHER_AGENT_MS)
    await picture(other.page, 'desk-brought-back')
    await answer(other.page)
    expect(await other.page.getByLabel('Notiz').inputValue()).toBe('Personalausweis verloren')
    await expectVoice(other.page)
    expect(await callFrom(from)).toMatchObject({ state: 'connected', agent_id: other.accountId })
    await caller.hangUp()
    await finish(other.page)
    expect((await kindsOf(from)).filter((kind) => kind === 'call.answered')).toHaveLength(1)
  })

  it('given a websocket that only flaps, is not interrupted, and its end reaches the browser', async () => {
    const from = '+491713923403'
    const { page } = await readyAgent('agentin')
    const caller = callsTheOffice(from)
    await answer(page)
    await cutPhone(page)
    await page.getByText('Telefon getrennt, wird neu verbunden').waitFor()
    await page.getByText('Headset ok').waitFor()
    await expectVoice(page)
    expect(await kindsOf(from)).not.toContain('call.parked')
    await caller.hangUp()
    // The new way is known: the good-bye did not go to the old one.
    await expect.poll(() => page.evaluate('rtcConnections.at(-1).signalingState'), PATIENCE).toBe('closed')
    await finish(page)
    expect((await kindsOf(from)).filter((kind) => kind.startsWith('call.'))).toEqual([
      'call.offered',
      'call.offer-made',
      'call.answered',
      'call.ended',
    ])
  })
})

describe('an available desk', () => {
  it('given a page that the browser put to sleep, is not available within ten seconds, and is again when it wakes', async () => {
    const { mortal, accountId } = await readyAgent('agentin')
    const frozenAt = Date.now()
    mortal.freezePages()
    await expect.poll(() => presenceOf(accountId), POLL_OFTEN).toMatchObject(INTERRUPTED)
    const tookMs = Date.now() - frozenAt
    measured(`frozen: not available after ${tookMs} ms`)
    expect(tookMs).toBeLessThan(NOT_AVAILABLE_MS)
    mortal.wakeUp()
    await expect.poll(() => presenceOf(accountId), POLL_OFTEN).toMatchObject({ state: 'available' })
  })

  it('given a computer that falls asleep, is not available within ten seconds, rings at nobody, and goes on when it wakes', async () => {
    const from = '+491713923404'
    const agent = await readyAgent('agentin')
    const sleptAt = Date.now()
    agent.mortal.fallAsleep()
    await expect.poll(() => presenceOf(agent.accountId), POLL_OFTEN).toMatchObject(INTERRUPTED)
    const tookMs = Date.now() - sleptAt
    measured(`asleep: not available after ${tookMs} ms`)
    expect(tookMs).toBeLessThan(NOT_AVAILABLE_MS)

    const caller = callsTheOffice(from)
    await expect.poll(() => kindsOf(from).catch(() => []), PATIENCE).toEqual(['call.offered'])
    agent.mortal.wakeUp()
    await answer(agent.page)
    expect(await callFrom(from)).toMatchObject({ state: 'connected', agent_id: agent.accountId })
    await caller.hangUp()
    await finish(agent.page)
  })
})
