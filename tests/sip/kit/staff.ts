import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { deskView, type DeskView } from '../../../src/desk/contract.ts'
import { root } from '../../../src/root.ts'
import { openPage, type WatchedPage } from '../../kit/browser.ts'
import type { TestServer } from '../../kit/server.ts'

/** Long enough for a busy machine; what should be fast is measured elsewhere. */
export const PATIENCE = { timeout: 30_000, interval: 100 }

/** Somebody of the city at the console, with the softphone that the console brings. */
export async function openStaff(
  browser: Browser,
  server: TestServer,
  login: string,
  path: string,
): Promise<WatchedPage> {
  const opened = await openPage(browser)
  const { page } = opened
  await page.addInitScript(WATCH_CONNECTIONS)
  await page.goto(server.url + path)
  await page.locator(':focus').and(page.getByLabel('Anmeldename')).waitFor()
  await page.keyboard.type(login)
  await press(page, 'Tab')
  await page.keyboard.type(server.account(login).password)
  await press(page, 'Enter')
  await page.getByRole('button', { name: 'Abmelden' }).waitFor()
  await vi.waitFor(async () => expect((await deskOf(page)).missing).toEqual([]), PATIENCE)
  return opened
}

/** What the program knows of this person's place at the telephone. */
export async function deskOf(page: Page): Promise<DeskView> {
  const answer = await page.request.get(new URL('/api/v1/desk', page.url()).href)
  return deskView.parse(await answer.json())
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

export async function focused(page: Page, label: string): Promise<void> {
  await page
    .locator(':focus')
    .and(page.getByLabel(label, { exact: true }))
    .waitFor()
}

/** For people who want to see what the test saw. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(root, 'test-results/telephone')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** Only looks on: the console keeps its connections to itself. */
const WATCH_CONNECTIONS = `
  globalThis.rtcConnections = []
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...given) {
      super(...given)
      rtcConnections.push(this)
    }
  }`

/** 20 ms of sound each: well above what a stray one does. */
export const SOME_PACKETS = 50

export interface Heard {
  /** RTP packets of the newest call of this page. */
  received: number
  sent: number
  /** Of the sound that came: 0 is silence. */
  energy: number
}

/** Of all streams together: a source that changes, as from the ringing tone to a voice, may begin a new one. */
export function heardBy(page: Page): Promise<Heard> {
  return page.evaluate<Heard>(`(async () => {
    const heard = { received: 0, sent: 0, energy: 0 }
    for (const report of (await rtcConnections.at(-1)?.getStats())?.values() ?? []) {
      if (report.type === 'outbound-rtp') heard.sent += report.packetsSent
      if (report.type !== 'inbound-rtp') continue
      heard.received += report.packetsReceived
      heard.energy += report.totalAudioEnergy
    }
    return heard
  })()`)
}

/** From now on, so that a ringing tone does not count: sound, not only packets, and in both directions. */
export async function expectConversation(page: Page): Promise<void> {
  const before = await heardBy(page)
  const since = async (): Promise<Heard> => {
    const now = await heardBy(page)
    return {
      received: now.received - before.received,
      sent: now.sent - before.sent,
      energy: now.energy - before.energy,
    }
  }
  await expect.poll(async () => (await since()).received, PATIENCE).toBeGreaterThan(2 * SOME_PACKETS)
  await expect.poll(async () => (await since()).sent, PATIENCE).toBeGreaterThan(2 * SOME_PACKETS)
  expect((await since()).energy).toBeGreaterThan(0)
}

/** From the first screen of the desk to being ready for calls. */
export async function becomeReady(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Sie bekommen gerade keine Anrufe' }).waitFor()
  await press(page, 'F9')
  await page.getByRole('heading', { name: 'Sie sind bereit' }).waitFor()
}
