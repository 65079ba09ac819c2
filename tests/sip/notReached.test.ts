import { serve, type ServerType } from '@hono/node-server'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { callBack } from '../../src/callbacks/attempts/callBack.ts'
import { recordOutcome } from '../../src/callbacks/attempts/recordOutcome.ts'
import { givenCallback } from '../../src/callbacks/callbacks.testkit.ts'
import { callbackKinds, windowsFor } from '../../src/callbacks/index.ts'
import { readCallback } from '../../src/callbacks/worklist/readCallback.ts'
import { takeCallback } from '../../src/callbacks/worklist/take.ts'
import { readCase } from '../../src/cases/readCase.ts'
import { connectMessages, startSending } from '../../src/messages/index.ts'
import { citizenPages } from '../../src/pages/index.ts'
import { readSiteAssets } from '../../src/platform/ui/assets.ts'
import { root } from '../../src/root.ts'
import type { PhoneNumber } from '../../src/shared/phoneNumber.ts'
import { startSmsServer, type SmsServer } from '../kit/mail.ts'
import { openDesk, openHouse, type Desk, type House } from './kit/house.ts'
import { awaitCallee, type Callee, clearLab, readLab, type Sipp } from './kit/lab.ts'

const lab = readLab()
/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 30_000 }
const CITIZEN = '+491713920044' as PhoneNumber

let house: House
let sms: SmsServer
let pages: ServerType
let site = ''
let clerk: Desk
let stopSending = async (): Promise<void> => undefined
let disconnect = (): void => undefined
const processes: Sipp[] = []

beforeAll(async () => {
  await clearLab(lab)
  house = await openHouse(lab)
  await keepWindowRunning()
  sms = await startSmsServer()
  disconnect = connectMessages(house.platform, { mail: null, sms: { url: sms.url, token: null } })
  pages = serve({ fetch: pagesOf(house), port: 0, hostname: '127.0.0.1' })
  await once(pages, 'listening')
  site = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`
  stopSending = startSending(house.platform, callbackKinds(site))
  clerk = await openDesk(house, 'clerk')
})
afterEach(() => clearLab(lab))
afterAll(async () => {
  await stopSending()
  disconnect()
  pages?.close()
  await clerk?.close()
  await Promise.all(processes.map((sipp) => sipp.stop()))
  await sms?.stop()
  await house?.stop()
})

/** Just before the full hour the running window is not offered any more: elsewhere it is half past. */
async function keepWindowRunning(): Promise<void> {
  const { db, clock } = house.platform
  if (clock.now().getUTCMinutes() < 40) return
  await db
    .updateTable('city')
    .set({ time_zone: 'Asia/Kolkata' })
    .where('id', '=', house.city.cityId)
    .execute()
}

function pagesOf({ platform }: House) {
  const publicDir = join(root, 'dist/public')
  const routes = citizenPages({ assets: readSiteAssets(publicDir), queue: null, publicUrl: null })
  return createApp({ platform, routes, readiness: [], publicDir, trustProxy: false }).fetch
}

const db = () => house.platform.db
const attempts = (id: string) =>
  db().selectFrom('attempt').selectAll().where('callback_id', '=', id).orderBy('started_at').execute()
const callback = (id: string) =>
  db().selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const texts = (): string[] => sms.received.map(({ text }) => text)

/** The clerk takes it and calls; the citizen's telephone does as its scenario says. */
async function ring(id: string, scenario: Callee): Promise<Sipp> {
  const phone = awaitCallee(lab, scenario)
  processes.push(phone)
  await takeCallback(clerk.ctx, id)
  await callBack(clerk.ctx, house.switchboard, id)
  return phone
}

/** The SMS with this in it; each is sent once. */
async function told(what: string): Promise<string> {
  await expect.poll(() => texts().filter((text) => text.includes(what)), SOON).toHaveLength(1)
  return texts().find((text) => text.includes(what)) ?? ''
}

/** By the link of the message, in a browser without scripts. @returns when it is called instead, as the page says it */
async function chooseAnotherTime(link: string): Promise<string> {
  const context = await house.browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Rückruf öffnen' }).click()
  await page.getByRole('link', { name: 'Andere Zeit wählen' }).click()
  const other = page.getByRole('button', { name: /zwischen/ }).nth(1)
  const chosen = await other.innerText()
  await other.click()
  await page.getByText('Die neue Zeit gilt.').waitFor()
  expect(await page.locator('.answer').innerText()).toContain(chosen)
  await context.close()
  return chosen
}

it('given nobody was reached twice, the citizen chooses another time by the link, and the third attempt reaches them', async () => {
  const { platform, city, switchboard } = house
  await expect.poll(() => switchboard.station(clerk.ctx).missing, SOON).toEqual([])
  await clerk.softphone.answerAll(true)
  const [window] = await windowsFor(platform.db, city.cityId, city.teams.office, platform.clock.now(), 1)
  if (!window || window.start > Date.now()) throw new Error('no window is running')
  const windowStart = new Date(window.start)
  const given = await givenCallback(platform, city, clerk.ctx, { windowStart, contactPhone: CITIZEN })
  const { id, caseId, caseNumber } = given
  expect(await told('Wir rufen Sie an ')).toContain(caseNumber)

  await ring(id, 'callee-busy')
  await expect.poll(async () => (await attempts(id))[0]?.hung_up_at, SOON).toBeTruthy()
  expect(await attempts(id)).toMatchObject([{ heard: 'busy', result: null }])
  const busy = { outcome: 'not-reached', notReached: 'busy', note: '' } as const
  // Engaged is called, in the window: the promise is kept, the citizen is not reached.
  expect(await recordOutcome(clerk.ctx, switchboard, id, busy)).toMatchObject({
    state: 'waiting',
    promise: 'kept',
  })
  const first = await told('Wir haben Sie nicht erreicht')
  expect(first).not.toContain(caseNumber)

  const silent = await ring(id, 'callee-silent')
  await expect.poll(async () => (await attempts(id))[1]?.rang_at, SOON).toBeTruthy()
  const noAnswer = { outcome: 'not-reached', notReached: 'no-answer', note: '' } as const
  expect(await recordOutcome(clerk.ctx, switchboard, id, noAnswer)).toMatchObject({ state: 'waiting' })
  await expect.poll(async () => (await attempts(id))[1]?.hung_up_at, SOON).toBeTruthy()
  await silent.stop()
  await expect.poll(() => texts().filter((text) => text.includes('nicht erreicht')), SOON).toHaveLength(2)
  const link = /https?:\/\/\S+\/anliegen\/k\/\w+/.exec(texts().at(-1) ?? '')?.[0] ?? ''

  const chosen = await chooseAnotherTime(link)
  const moved = await callback(id)
  expect(moved).toMatchObject({ promise: 'kept', state: 'waiting', attempts: 2, sequence: 1 })
  expect(moved.window_start).toEqual(windowStart)
  await told('Geändert: Wir rufen Sie an')

  const reached = await ring(id, 'callee')
  await expect.poll(async () => (await attempts(id))[2]?.answered_at, SOON).toBeTruthy()
  const settled = await recordOutcome(clerk.ctx, switchboard, id, { outcome: 'settled', note: '' })
  expect(settled).toMatchObject({ state: 'done', promise: 'kept' })
  expect((await attempts(id)).map(({ number, result }) => [number, result])).toEqual([
    [1, 'busy'],
    [2, 'no-answer'],
    [3, 'reached'],
  ])
  expect(await callback(id)).toMatchObject({ outcome: 'settled', attempts: 3, due_from: moved.due_from })
  const timeline = (await readCase(clerk.ctx, caseId)).timeline.map(({ text }) => text)
  expect(timeline).toContain(`Die Person hat eine andere Zeit gewählt: ${chosen}.`)
  expect(timeline.filter((text) => text.startsWith('SMS gesendet'))).toHaveLength(4)
  await clerk.softphone.hangUp()
  // The next telephone has the same address.
  await reached.stop()
})

it('given a number that there is not, the clerk reads so and it is no attempt at reaching', async () => {
  const { platform, city, switchboard } = house
  const [window] = await windowsFor(platform.db, city.cityId, city.teams.office, platform.clock.now(), 1)
  const windowStart = new Date(window?.start ?? Number.NaN)
  const { id } = await givenCallback(platform, city, clerk.ctx, { windowStart, contactPhone: CITIZEN })
  await ring(id, 'callee-none')
  await expect.poll(async () => (await attempts(id))[0]?.closed_at, SOON).toBeTruthy()
  expect(await attempts(id)).toMatchObject([{ result: 'failed', heard: 'no-such-number', rang_at: null }])
  expect(await callback(id)).toMatchObject({ promise: 'open', attempts: 0, state: 'taken' })
  const view = await readCallback(clerk.ctx, switchboard, id)
  expect(view.numberFault).toMatch(/^Nummer prüfen: Diese Nummer gibt es nicht\./)
  expect(view.case.timeline.at(-1)?.text).toBe('Diese Nummer gibt es nicht. Bitte die Nummer prüfen.')
})
