import { join } from 'node:path'
import { mkdirSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../src/root.ts'
import type { Database } from '../../src/platform/db/connect.ts'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { openAllDay, promisePractice } from '../kit/promises.ts'
import { startServer, type TestServer } from '../kit/server.ts'
import { openTables } from '../sip/kit/rows.ts'

let server: TestServer
let browser: Browser
let tables: Database

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  await openAllDay(server)
  tables = await openTables(server)
})
afterAll(async () => {
  await tables?.close()
  await browser?.close()
  await server?.stop()
})

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const focused = (page: Page, name: string | RegExp): Promise<void> =>
  page.locator(':focus').and(page.getByRole('button', { name })).waitFor()

/** For people who want to see what the test saw. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = join(root, 'test-results/returnCalls')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** A caller of the Bürgerbüro who gave up, as the telephone and the callbacks room leave it. */
async function loseCaller(caller: string, minutesAgo: number, calls = 1): Promise<void> {
  const line = await tables.db
    .selectFrom('line')
    .selectAll()
    .where('purpose', '=', 'service')
    .executeTakeFirstOrThrow()
  const city = { city_id: line.city_id }
  const called = new Date(Date.now() - minutesAgo * 60_000)
  const proposal = randomUUID()
  await tables.db
    .insertInto('callback_proposal')
    .values({
      ...city,
      id: proposal,
      line_id: line.id,
      team_id: line.callback_team_id,
      caller,
      called_at: called,
    })
    .execute()
  for (let n = 0; n < calls; n += 1) {
    const id = randomUUID()
    const at = new Date(called.getTime() + n * 60_000)
    const told = { source: 'asterisk', source_key: id, line_id: line.id, caller, state: 'ended' } as const
    const end = { offered_at: at, ended_at: at, end_reason: 'abandoned', wait_ms: 9000 } as const
    await tables.db
      .insertInto('call')
      .values({ ...city, id, ...told, ...end })
      .execute()
    await tables.db
      .insertInto('callback_proposal_call')
      .values({ ...city, call_id: id, proposal_id: proposal, called_at: at, cause: 'caller-left' })
      .execute()
  }
}

test('given lost callers, a clerk refuses one with a reason and calls the other back, by keyboard alone', async () => {
  await loseCaller('+491713920041', 30, 2)
  await loseCaller('+491713920042', 10)
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'sachbearbeitung', '/console/rueckrufe')
  await page.getByRole('heading', { name: 'Entgangene Anrufe' }).waitFor()
  await page.getByText('2 entgangen').waitFor()
  await expectAccessible(page)
  await picture(page, 'worklist')
  await page.getByRole('button', { name: 'Ablehnen' }).first().focus()
  await press(page, 'Enter')
  await page.getByLabel('Grund').waitFor()
  await press(page, 'Enter')
  await page.getByText('Bitte kurz den Grund angeben.').first().waitFor()
  await expectAccessible(page)
  await picture(page, 'dismiss')
  await page.getByLabel('Grund').fill('Werbeanruf')
  await press(page, 'Enter')
  await page.getByText('1 entgangen').waitFor()
  expect(await page.getByText('0171 3920041').count()).toBe(0)
  await press(page, 'Tab')
  await focused(page, 'Zurückrufen')
  await press(page, 'Enter')
  await page.getByRole('heading', { name: /^Rückruf LU-/ }).waitFor()
  await page.getByText('Entgangener Anruf (Bürgerbüro)').first().waitFor()
  await page.getByText('0171 3920042').first().waitFor()
  await expectAccessible(page)
  await picture(page, 'accepted')
  await press(page, 'Escape')
  await page.getByRole('heading', { name: /^Rückrufe/ }).waitFor()
  expect(await page.getByRole('heading', { name: 'Entgangene Anrufe' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

/** The training caller's number becomes that of an open practice case, as if the same person called again. */
async function playReturnCall(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: /Übungsanruf/ }).waitFor()
  await press(page, 'F7')
  await page.getByRole('button', { name: /Annehmen/ }).waitFor()
  const { contact_phone: caller } = await tables.db
    .selectFrom('case')
    .select('contact_phone')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  await tables.db
    .updateTable('call')
    .set({ caller })
    .where('source', '=', 'training')
    .where('state', '=', 'waiting')
    .execute()
  await press(page, 'Enter')
  await page.getByText(`Offenes Anliegen dieser Nummer: ${number}`).waitFor()
}

test('given a returning caller, the record belongs to the open case without a second promise', async () => {
  const { number } = await promisePractice(server)
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'agent2')
  await playReturnCall(page, number)
  const belongs = page.getByRole('radio', { name: `Gehört zu ${number}` })
  expect(await belongs.isChecked()).toBe(true)
  expect(await page.getByRole('radio', { name: /Rückruf bleibt zugesagt/ }).isChecked()).toBe(true)
  expect(await page.getByLabel('Name', { exact: true }).count()).toBe(0)
  await expectAccessible(page)
  await picture(page, 'desk')
  await page.getByLabel('Notiz').fill('Hat die Unterlagen jetzt da.')
  await press(page, 'Control+Enter')
  await page.getByText('Gespeichert').waitFor()
  expect(await page.locator('.result__case').innerText()).toContain(number)
  await page.getByText(/Dazu rufen wir Sie schon an: .* Uhr\. Dabei bleibt es\./).waitFor()
  await picture(page, 'desk-saved')
  const rows = await tables.db
    .selectFrom('callback')
    .innerJoin('case', 'case.id', 'callback.case_id')
    .select('callback.id')
    .where('case.number', '=', number)
    .execute()
  expect(rows).toHaveLength(1)
  await press(page, 'Enter')
  await page.getByRole('button', { name: /Übungsanruf/ }).waitFor()
  expect(complaints).toEqual([])
})

test('given a returning caller with a new concern, the form asks for all that a promise needs', async () => {
  const { number } = await promisePractice(server)
  const { page } = await openPage(browser)
  await signIn(page, server, 'agent2')
  await playReturnCall(page, number)
  await page.getByRole('radio', { name: `Gehört zu ${number}` }).focus()
  await press(page, 'ArrowDown')
  expect(await page.getByRole('radio', { name: 'Neues Anliegen' }).isChecked()).toBe(true)
  await page.getByLabel('Name', { exact: true }).waitFor()
  await press(page, 'Control+Enter')
  await page.getByText('Bitte ein Zeitfenster für den Rückruf wählen.').waitFor()
  await expectAccessible(page)
  await picture(page, 'desk-new')
})
