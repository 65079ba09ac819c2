import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { dayFigures, type DayFigures } from '../../src/trial/contract.ts'
import { signInApi } from '../kit/api.ts'
import { openPage, type WatchedPage } from '../kit/browser.ts'
import { awaitCallee, readLab } from './kit/lab.ts'
import {
  becomeReady,
  deskOf,
  expectConversation,
  focused,
  PATIENCE,
  picture,
  press,
  SOME_PACKETS,
} from './kit/staff.ts'
import { openTownHall, type TownHall } from './kit/townHall.ts'

const lab = readLab()

let hall: TownHall
let agent: WatchedPage

beforeAll(async () => {
  hall = await openTownHall(lab)
  agent = await hall.open('agentin', '/console/')
})
afterEach(() => hall.hangUp())
afterAll(() => hall?.close())

const callFrom = (from: string) =>
  hall.tables.db.selectFrom('call').selectAll().where('caller', '=', from).executeTakeFirst()

const stateOf = async (from: string) => (await callFrom(from))?.state

async function legsOf(column: 'call_id' | 'attempt_id', id: string) {
  const legs = () =>
    hall.tables.db.selectFrom('leg').selectAll().where(column, '=', id).orderBy('created_at').execute()
  await expect.poll(async () => (await legs()).every((leg) => leg.ended_at), PATIENCE).toBe(true)
  return legs()
}

const rings = (page: Page, national: string): Promise<void> =>
  page.locator('.panel--ringing').getByText(national).waitFor()

/** Searches, notes, reads the number back and takes the first window, without a mouse. */
async function writeDown(page: Page): Promise<string> {
  await focused(page, 'Worum geht es?')
  await page.keyboard.type('perso verlängern')
  await page.locator('[role=option]:visible').first().waitFor()
  await press(page, 'Enter')
  await focused(page, 'Notiz')
  await page.keyboard.type('Ausweis läuft ab, Reise am 3. Dezember')
  await press(page, 'Enter')
  await focused(page, 'Name')
  await page.keyboard.type('Muster')
  await press(page, 'Enter')
  await focused(page, 'Nummer')
  await press(page, 'Enter')
  await focused(page, 'vorgelesen')
  await press(page, 'Enter')
  await focused(page, 'E-Mail (freiwillig)')
  await press(page, 'Enter')
  await page.locator(':focus').and(page.locator('[name=window]')).waitFor()
  await picture(page, 'desk-in-call')
  await press(page, 'Control+Enter')
  await page.getByText('Gespeichert').waitFor()
  await picture(page, 'desk-saved')
  const [number] = /LU-\w{3}-\w{3}/.exec(await page.locator('.result__case').innerText()) ?? []
  expect(number).toBeDefined()
  return number ?? ''
}

async function freeAgain(page: Page): Promise<void> {
  await expect.poll(async () => (await deskOf(page)).state, PATIENCE).toBe('available')
}

/** Figures of a call and its callback: near midnight the promise belongs to the next day. */
async function figures(): Promise<DayFigures[]> {
  const lead = await signInApi(hall.server, 'leitung')
  const days = [-1, 0, 1, 2].map((ahead) =>
    new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10),
  )
  const answers = await Promise.all(days.map((day) => lead.get(`/api/v1/figures?day=${day}`)))
  return answers.map(({ body }) => dayFigures.parse(body))
}

const sumOf = (days: readonly DayFigures[], value: (day: DayFigures) => number): number =>
  days.reduce((sum, day) => sum + value(day), 0)

it('given a citizen who calls, an agent answers and writes it down, a clerk calls back, and the promise is kept', async () => {
  const from = '+491713920011'
  const { page } = agent
  await page.getByText('Headset ok').waitFor()
  await becomeReady(page)

  const citizen = hall.calls('Bürgerbüro', from)
  await rings(page, '0171 3920011')
  await picture(page, 'desk-rings')
  await press(page, 'Enter')
  await focused(page, 'Worum geht es?')
  await expectConversation(page)
  expect(await stateOf(from)).toBe('connected')

  const number = await writeDown(page)
  expect(await stateOf(from)).toBe('connected')
  await citizen.hangUp()
  await freeAgain(page)
  await page.getByRole('button', { name: /Fertig/ }).waitFor()
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'Sie sind bereit' }).waitFor()
  const call = await callFrom(from)
  expect(call).toMatchObject({ end_reason: 'caller-hung-up', answer_promise: 'kept' })
  const talked = await legsOf('call_id', call?.id ?? '')
  expect(talked.map(({ party }) => party)).toEqual(['caller', 'agent'])
  for (const leg of talked) {
    expect(leg.rtp_received).toBeGreaterThan(SOME_PACKETS)
    expect(leg.rtp_sent).toBeGreaterThan(SOME_PACKETS)
  }

  const clerk = await hall.open('sachbearbeitung', '/console/rueckrufe')
  await callBack(clerk.page, number)
  await expectKept(number)

  const days = await figures()
  expect(sumOf(days, ({ calls }) => calls.offered)).toBe(1)
  expect(sumOf(days, ({ calls }) => calls.answered)).toBe(1)
  expect(sumOf(days, ({ calls }) => calls.answeredWithin15s)).toBe(1)
  expect(sumOf(days, ({ callbacks }) => callbacks.kept)).toBe(1)
  expect(hall.replay()).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/gleich/),
  })
  await expectCitizenSees(number, from.slice(-4))
  expect([...agent.complaints, ...clerk.complaints]).toEqual([])
  await clerk.page.context().close()
})

async function callBack(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: number, exact: true }).waitFor()
  await press(page, 'n')
  await page.getByRole('heading', { name: `Rückruf ${number}` }).waitFor()
  const callee = awaitCallee(lab)
  await page
    .locator(':focus')
    .and(page.getByRole('button', { name: /Anrufen/ }))
    .waitFor()
  await press(page, 'Enter')
  await page.locator('#main').getByText('Im Gespräch').waitFor()
  await expectConversation(page)
  await picture(page, 'callback-in-call')
  await page.locator('#main').getByRole('button', { name: 'Auflegen' }).focus()
  await press(page, 'Enter')
  expect(await callee.ended).toBe(0)
  await page.locator('#main').getByText('Das Gespräch ist beendet').waitFor()
  await press(page, 'e')
  await page
    .locator(':focus')
    .and(page.getByRole('button', { name: /Ergebnis speichern/ }))
    .waitFor()
  await picture(page, 'callback-over')
  await press(page, 'Enter')
  await page.getByText(`${number} ist erledigt. Die Zusage ist gehalten.`).first().waitFor()
}

async function expectKept(number: string): Promise<void> {
  const { db } = hall.tables
  const settled = await db
    .selectFrom('case')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const callback = await db
    .selectFrom('callback')
    .selectAll()
    .where('case_id', '=', settled.id)
    .executeTakeFirstOrThrow()
  const attempts = await db.selectFrom('attempt').selectAll().where('callback_id', '=', callback.id).execute()
  expect(settled).toMatchObject({ state: 'settled', practice: false })
  expect(callback).toMatchObject({ state: 'done', outcome: 'settled', promise: 'kept', attempts: 1 })
  expect(attempts).toMatchObject([{ via: 'asterisk', result: 'reached', number: 1 }])
  const [attempt] = attempts
  expect(attempt?.rang_at).toBeInstanceOf(Date)
  // In the last quarter of an hour nobody is promised the window that runs: then reaching the citizen early keeps it.
  const inWindow = attempt?.rang_at && attempt.rang_at >= callback.window_start
  expect(callback.decided_at).toEqual(inWindow ? attempt.rang_at : attempt?.answered_at)
  const both = await legsOf('attempt_id', attempt?.id ?? '')
  expect(both.map(({ party }) => party)).toEqual(['clerk', 'citizen'])
  for (const leg of both) {
    expect(leg.rtp_received).toBeGreaterThan(SOME_PACKETS)
    expect(leg.rtp_sent).toBeGreaterThan(SOME_PACKETS)
  }
}

async function expectCitizenSees(number: string, digits: string): Promise<void> {
  const { page } = await openPage(hall.browser)
  await page.goto(`${hall.server.url}/anliegen`)
  await page.locator('#number').fill(number)
  await page.locator('#digits').fill(digits)
  await press(page, 'Enter')
  await page.getByText('Ihr Anliegen ist erledigt.').waitFor()
  await picture(page, 'citizen-settled')
  await page.context().close()
}

it('given nobody available, callers hear music and are answered in the order they came', async () => {
  const [first, second] = ['+491713920012', '+491713920013']
  const { page } = agent
  await press(page, 'F9')
  await page.getByRole('heading', { name: 'Sie bekommen gerade keine Anrufe' }).waitFor()
  const firstCaller = hall.calls('Bürgerbüro', first)
  await expect.poll(() => stateOf(first), PATIENCE).toBe('waiting')
  hall.calls('Bürgerbüro', second)
  await expect.poll(() => stateOf(second), PATIENCE).toBe('waiting')
  await expect.poll(() => packetsTowards(first), PATIENCE).toBeGreaterThan(SOME_PACKETS)

  await press(page, 'F9')
  await rings(page, '0171 3920012')
  await press(page, 'Enter')
  await focused(page, 'Worum geht es?')
  expect(await stateOf(second)).toBe('waiting')
  await firstCaller.hangUp()
  await page.getByText('Aufgelegt, bitte noch abschließen').waitFor()
  await noConcern(page)

  await rings(page, '0171 3920013')
  await press(page, 'Enter')
  await focused(page, 'Worum geht es?')
  await press(page, 'F10')
  await page.getByText('Aufgelegt, bitte noch abschließen').waitFor()
  await noConcern(page)
  await freeAgain(page)

  const [older, younger] = [await callFrom(first), await callFrom(second)]
  expect(older).toMatchObject({ end_reason: 'caller-hung-up' })
  expect(younger).toMatchObject({ end_reason: 'agent-hung-up' })
  for (const call of [older, younger]) {
    expect(call?.wait_ms).toBeGreaterThan(0)
    expect(call?.answer_promise).toBe((call?.wait_ms ?? 0) <= 15_000 ? 'kept' : 'broken')
  }
})

async function noConcern(page: Page): Promise<void> {
  await press(page, 'F8')
  await page
    .locator(':focus')
    .and(page.getByRole('button', { name: /Speichern/ }))
    .waitFor()
  await press(page, 'Enter')
}

/** RTP packets that Asterisk has sent to a caller. */
async function packetsTowards(from: string): Promise<number> {
  const channel = (await callFrom(from))?.source_key
  const { url, user, password } = lab.ari
  const answer = await fetch(`${url}/channels/${channel}/rtp_statistics`, {
    headers: { authorization: `Basic ${btoa(`${user}:${password}`)}` },
  })
  const { txcount } = (await answer.json()) as { txcount?: number }
  return txcount ?? 0
}

it('given a caller who hangs up while it rings, the desk is quiet and available again', async () => {
  const from = '+491713920014'
  const { page } = agent
  await freeAgain(page)
  const caller = hall.calls('Bürgerbüro', from)
  await rings(page, '0171 3920014')
  await caller.hangUp()
  await page.getByRole('heading', { name: 'Sie sind bereit' }).waitFor()
  await freeAgain(page)
  expect(await callFrom(from)).toMatchObject({
    state: 'ended',
    end_reason: 'abandoned',
    answer_promise: null,
    agent_id: null,
  })
  const days = await figures()
  expect(sumOf(days, ({ calls }) => calls.abandoned)).toBe(1)
  expect(hall.replay()).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/gleich/),
  })
  expect(agent.complaints).toEqual([])
})
