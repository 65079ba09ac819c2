import { randomInt, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/db/connect.ts'
import { root } from '../../src/root.ts'
import { makeCaseNumber } from '../../src/shared/caseNumber.ts'
import { signInApi } from '../kit/api.ts'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { type SmsServer, startSmsServer } from '../kit/mail.ts'
import { openAllDay } from '../kit/promises.ts'
import { startServer, type TestServer } from '../kit/server.ts'
import { openTables } from '../sip/kit/rows.ts'

let server: TestServer
let browser: Browser
let tables: Database
let sms: SmsServer

beforeAll(async () => {
  sms = await startSmsServer()
  const env = { SMS_URL: sms.url, SMS_TOKEN: 'geheim' }
  ;[server, browser] = await Promise.all([startServer({ env }), launchBrowser()])
  await openAllDay(server)
  tables = await openTables(server)
})
afterAll(async () => {
  await tables?.close()
  await browser?.close()
  await server?.stop()
  await sms?.stop()
})

const MINUTE_MS = 60_000

/** A promise of an hour of which so many minutes are left, as intake and booking leave it. */
async function givenPromise(minutesLeft: number): Promise<string> {
  const team = await tables.db
    .selectFrom('team')
    .select(['city_id', 'id'])
    .where('kind', '=', 'office')
    .executeTakeFirstOrThrow()
  const now = Date.now()
  const [start, end] = [minutesLeft - 60, minutesLeft].map((minutes) => new Date(now + minutes * MINUTE_MS))
  if (!start || !end) throw new Error('no window')
  const ids = { city_id: team.city_id, team_id: team.id }
  const [caseId, id] = [randomUUID(), randomUUID()]
  const number = makeCaseNumber('LU', randomInt)
  await tables.db
    .insertInto('case')
    .values({
      ...ids,
      id: caseId,
      number,
      channel: 'phone',
      reason: 'Braucht eine Meldebescheinigung.',
      contact_phone: '+491713920012',
      intake_outcome: 'callback',
      state: 'open',
      opened_at: start,
    })
    .execute()
  await tables.db
    .insertInto('callback')
    .values({
      ...ids,
      id,
      case_id: caseId,
      promised_at: start,
      window_start: start,
      window_end: end,
      due_from: start,
      due_until: end,
    })
    .execute()
  return number
}

async function openBoard(options: BrowserContextOptions = {}) {
  const opened = await openPage(browser, options)
  await signIn(opened.page, server, 'leitung', '/console/uebersicht')
  await opened.page.getByRole('heading', { name: 'Gefährdete Zusagen' }).waitFor()
  return opened
}

/** For people who want to see what the test saw. */
async function look(page: Page, name: string): Promise<void> {
  const folder = join(root, 'test-results/atRisk')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

const tick = (page: Page, number: string) => page.getByRole('checkbox', { name: number })

test('given promises past half of their window, a lead helps by keyboard alone and reads what was done', async () => {
  const { page, complaints } = await openBoard({ viewport: { width: 1280, height: 900 } })
  await page.getByText('Keine Zusage ist in Gefahr.').waitFor()
  await look(page, 'calm')
  const [first, second, third] = [await givenPromise(20), await givenPromise(25), await givenPromise(28)]
  await tick(page, first).waitFor({ timeout: 20_000 })
  await page.getByText('halbe Zeit vorbei').first().waitFor()
  await expectAccessible(page)
  await look(page, '1280')
  await tick(page, first).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.getByText('2 Zusagen gewählt').waitFor()
  await expectAccessible(page)
  await look(page, 'selected')
  await page.keyboard.press('s')
  await page.getByText('2 um ein späteres Zeitfenster gebeten.').first().waitFor()
  expect(await page.getByText('um ein späteres Zeitfenster gebeten', { exact: true }).count()).toBe(2)
  await tick(page, third).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('v')
  await page.getByText('1 an Bürgertelefon weitergegeben.').first().waitFor()
  await look(page, 'done')
  expect([second !== first, complaints]).toEqual([true, []])
})

test('given a closure today, one sentence and one action for all; narrow, dark and on the wall it can be read', async () => {
  const numbers = [await givenPromise(50), await givenPromise(51)]
  const admin = await signInApi(server, 'admin')
  const { page } = await openBoard({ colorScheme: 'dark' })
  // Both, because the test may run shortly before midnight.
  for (const ahead of [0, 24 * 60]) {
    const day = new Date(Date.now() + ahead * MINUTE_MS)
    const date = day.toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })
    const closed = await admin.post('/api/v1/city/closures', { date, reason: 'Wasserschaden' })
    expect(closed.status).toBeLessThan(300)
  }
  await page.getByText(/Zusagen liegen in Stunden, in denen niemand Dienst hat \(Wasserschaden\)/).waitFor()
  await expectAccessible(page)
  await look(page, 'dark')
  const narrow = await openBoard({ viewport: { width: 320, height: 800 } })
  await narrow.page
    .getByText(/niemand Dienst hat/)
    .first()
    .waitFor()
  await expectAccessible(narrow.page)
  await look(narrow.page, '320')
  expect(await narrow.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await page.getByRole('button', { name: /um ein späteres Zeitfenster bitten/ }).click()
  await page
    .getByText(/um ein späteres Zeitfenster gebeten\.$/)
    .first()
    .waitFor()
  await page.goto(`${server.url}/console/wandtafel`)
  await page
    .getByText(/niemand Dienst hat \(Wasserschaden\)/)
    .first()
    .waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await look(page, 'wall')
  expect(numbers).toHaveLength(2)
})
