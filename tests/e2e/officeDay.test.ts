import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/db/connect.ts'
import { root } from '../../src/root.ts'
import { signInApi } from '../kit/api.ts'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { bookAhead, bookToday } from '../kit/officeDay.ts'
import { startServer, type TestServer } from '../kit/server.ts'
import { openTables } from '../sip/kit/rows.ts'

let server: TestServer
let browser: Browser
let tables: Database
let references: string[]

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  tables = await openTables(server)
  references = await bookToday(server, tables, [-25, -14, 0, 11, 30])
})
afterAll(async () => {
  await tables?.close()
  await browser?.close()
  await server?.stop()
})

const picture = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: join(root, 'test-results', `office-day-${name}.png`), fullPage: true })

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

const choose = (page: Page, reference: string) => page.getByRole('button', { name: reference, exact: true })
const hasFocus = (page: Page, reference: string): Promise<void> =>
  page.locator(':focus').and(choose(page, reference)).waitFor()
const row = (page: Page, reference: string) => page.getByRole('row', { name: new RegExp(reference) })

test('given a day of appointments, a clerk goes through it by keyboard alone', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'sachbearbeitung', '/console/termine/tag')
  const [late, missing, now, soon, later] = references as [string, string, string, string, string]
  await hasFocus(page, late)
  await picture(page, 'list')
  await expectAccessible(page)
  await press(page, 'a')
  await row(page, late)
    .getByText(/wartet/)
    .waitFor()
  // The first call asks where this computer stands, and never again.
  await press(page, 'r')
  await page.getByRole('dialog').waitFor()
  await expectAccessible(page)
  await press(page, 'Enter')
  await page.getByText('Bitte den Schalter angeben').first().waitFor()
  await page.keyboard.type('3')
  await press(page, 'Enter')
  await row(page, late).getByText('aufgerufen, Schalter 3').waitFor()
  await hasFocus(page, late)
  await press(page, 'e')
  await row(page, late).getByText('bedient').waitFor()
  await press(page, 'ArrowDown')
  await hasFocus(page, missing)
  await press(page, 'n')
  await row(page, missing).getByText('nicht erschienen').waitFor()
  await press(page, 'z')
  await row(page, missing).getByText('gebucht').waitFor()
  await press(page, 'n')
  await row(page, missing).getByText('nicht erschienen').waitFor()
  await press(page, 'ArrowDown')
  await hasFocus(page, now)
  // Nobody is missing when it has only begun: the letter does nothing.
  await press(page, 'n', 'r')
  await row(page, now).getByText('aufgerufen, Schalter 3').waitFor()
  await press(page, 'ArrowDown')
  await hasFocus(page, soon)
  await press(page, 'r')
  await row(page, soon).getByText(`An Schalter 3 ist gerade ${now}.`).waitFor()
  await press(page, 'ArrowUp', 'w')
  await row(page, now)
    .getByText(/wartet/)
    .waitFor()
  await press(page, 'z')
  await row(page, now).getByText('gebucht').waitFor()
  await press(page, 'End')
  await hasFocus(page, later)
  await press(page, 'a')
  await row(page, later)
    .getByText(/wartet/)
    .waitFor()
  await expectAccessible(page)
  await picture(page, 'worked')
  expect(complaints).toEqual([])
})

test('given two clerks, each sees what the other did, and who was slower is told', async () => {
  const [, , , soon] = references as [string, string, string, string]
  const first = await openPage(browser)
  await signIn(first.page, server, 'sachbearbeitung', '/console/termine/tag')
  await choose(first.page, soon).waitFor()
  const second = await openPage(browser)
  // This one hears of nothing, as after a moment without network.
  await second.page.route('**/api/v1/live', (route) => route.abort())
  await signIn(second.page, server, 'sachbearbeitung2', '/console/termine/tag')
  await choose(second.page, soon).waitFor()
  // Without news the page looks by itself now and then: not before the click.
  await second.page.route('**/api/v1/office-days*', () => undefined)
  const clerk = await signInApi(server, 'sachbearbeitung2')
  const { id } = await idOf(soon)
  expect(
    (await clerk.post(`/api/v1/office-days/appointments/${id}/mark`, { verb: 'arrive', seen: 'booked' }))
      .status,
  ).toBe(204)
  await row(first.page, soon)
    .getByText(/wartet/)
    .waitFor({ timeout: 3000 })
  await choose(second.page, soon).click()
  await press(second.page, 'e')
  await row(second.page, soon)
    .getByText('Jemand anderes war schneller: Der Termin ist jetzt angekommen.')
    .waitFor()
  await expectAccessible(second.page)
})

test('given the provider’s agent, there is no such page and no such answer', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server, 'agentin', '/console/termine/tag')
  await page.getByRole('heading', { name: 'Dafür hat dieses Konto kein Recht' }).waitFor()
  expect(await page.getByRole('link', { name: 'Termine', exact: true }).count()).toBe(0)
  const agent = await signInApi(server, 'agentin')
  expect((await agent.get('/api/v1/office-days')).status).toBe(403)
})

test('given a small and a dark screen, the day is accessible and nothing is cut off', async () => {
  const { page } = await openPage(browser, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
  await signIn(page, server, 'leitung', '/console/termine/tag')
  await page.getByRole('heading', { name: /^Termine/ }).waitFor()
  await choose(page, references[0]!).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await expectAccessible(page)
  await picture(page, 'small-dark')
})

test('given a burst pipe, a lead closes the day in one action, and a clerk settles what is left by keyboard', async () => {
  const {
    date,
    references: [first, second, third],
  } = await bookAhead(server, 3)
  const lead = await openPage(browser)
  await signIn(lead.page, server, 'leitung', `/console/termine/tag?tag=${date}`)
  await choose(lead.page, first!).waitFor()
  await lead.page.getByRole('button', { name: 'Diesen Tag schließen …' }).click()
  await lead.page.getByText('3 Termine sind gebucht. Keiner geht verloren').waitFor()
  await expectAccessible(lead.page)
  await lead.page.getByRole('button', { name: 'Tag schließen', exact: true }).click()
  await lead.page.getByText('Bitte einen Grund angeben.').first().waitFor()
  await lead.page.getByLabel('Grund').fill('Wasserschaden')
  await picture(lead.page, 'close')
  await press(lead.page, 'Enter')
  await lead.page.getByText('3 Termine waren gebucht. 3 sind zu klären.').first().waitFor()

  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'sachbearbeitung', '/console/termine/klaeren')
  await hasFocus(page, first!)
  await expectAccessible(page)
  await picture(page, 'settle')
  await press(page, 'v')
  await page.getByText('Ein Termin ist verschoben.').first().waitFor()
  await hasFocus(page, second!)
  await press(page, 't')
  await page.getByRole('dialog').getByRole('button', { name: /Uhr$/ }).nth(4).waitFor()
  await expectAccessible(page)
  await picture(page, 'times')
  await press(page, 'Enter')
  await hasFocus(page, third!)
  await press(page, 's')
  await page.getByRole('dialog').getByRole('button', { name: 'Absagen' }).waitFor()
  await expectAccessible(page)
  await press(page, 'Escape')
  await hasFocus(page, third!)
  await page.getByRole('button', { name: 'Den Vorschlag annehmen' }).click()
  await page.getByText('Nichts ist zu klären.').waitFor()
  expect(complaints).toEqual([])

  await lead.page.goto(`${server.url}/console/termine/tag?tag=${date}`)
  await lead.page.getByText('Geschlossen: Wasserschaden').waitFor()
  await lead.page.getByRole('button', { name: 'Schließung zurücknehmen' }).click()
  await lead.page.getByText('Geschlossen: Wasserschaden').waitFor({ state: 'detached' })
  expect(lead.complaints).toEqual([])
})

test('given a lead who moves everybody at once, nothing is left to settle, also on a small and dark screen', async () => {
  const { date, references } = await bookAhead(server, 2)
  const { page } = await openPage(browser, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
  await signIn(page, server, 'leitung', `/console/termine/tag?tag=${date}`)
  await choose(page, references[0]!).waitFor()
  await page.getByRole('button', { name: 'Diesen Tag schließen …' }).click()
  await page.getByLabel('Grund').fill('Betriebsversammlung')
  await page.getByLabel(/^Alle gleich/).check()
  await picture(page, 'close-small-dark')
  await press(page, 'Enter')
  await page
    .getByText('2 Termine waren gebucht. 2 sind verschoben. Nichts ist mehr zu klären.')
    .first()
    .waitFor()
  const again = await bookAhead(server, 2)
  await (
    await signInApi(server, 'leitung')
  ).post('/api/v1/office-days/close', { office: 'buergerbuero', date: again.date, reason: 'x' })
  await page.goto(`${server.url}/console/termine/klaeren`)
  await choose(page, again.references[0]!).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await expectAccessible(page)
  await picture(page, 'settle-small-dark')
})

test('given somebody without an appointment, a lead squeezes them in by keyboard, and prints the day', async () => {
  const { page, complaints } = await openPage(browser)
  await page.addInitScript('globalThis.print = () => { document.documentElement.dataset.printed = "yes" }')
  await signIn(page, server, 'leitung', '/console/termine/tag')
  await choose(page, references[0]!).waitFor()
  // On a public holiday nobody is taken.
  if ((await page.getByText('Geschlossen:').count()) > 0) return
  await press(page, 'o')
  await page.getByRole('dialog').waitFor()
  await press(page, 'Enter')
  await page.getByText('Bitte eine Leistung wählen.').first().waitFor()
  await expectAccessible(page)
  await page.getByLabel('Name').fill('Robin Beispiel')
  await page.getByLabel('Leistung').selectOption({ index: 1 })
  await page.getByLabel('Grund').fill('Reise morgen früh')
  await page.getByLabel(/^Auch wenn niemand frei ist/).check()
  await picture(page, 'walk-in')
  await press(page, 'Enter')
  const walked = page.getByRole('row', { name: /Robin Beispiel/ })
  await walked.getByText(/^Eingeschoben.*: Reise morgen früh$/).waitFor()
  await walked.getByText(/wartet/).waitFor()
  await page.getByRole('button', { name: 'Drucken' }).click()
  await page.locator('html[data-printed]').waitFor({ state: 'attached' })
  const printed = await tables.db
    .selectFrom('audit')
    .select('id')
    .where('action', '=', 'office-day.printed')
    .execute()
  expect(printed).toHaveLength(1)
  await page.emulateMedia({ media: 'print' })
  await picture(page, 'print')
  expect(await page.getByText('Reise morgen früh').isVisible()).toBe(false)
  expect(await walked.isVisible()).toBe(true)
  expect(complaints).toEqual([])
})

test('given what became of the day, the figures say so, on a small dark screen too, and as a table', async () => {
  const { page, complaints } = await openPage(browser, {
    viewport: { width: 320, height: 640 },
    colorScheme: 'dark',
  })
  await signIn(page, server, 'leitung', '/console/termine/zahlen')
  await page.getByRole('rowheader', { name: 'Bedient' }).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await expectAccessible(page)
  await picture(page, 'figures-small-dark')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.emulateMedia({ colorScheme: 'light' })
  await expectAccessible(page)
  await picture(page, 'figures')
  const href = await page.getByRole('link', { name: 'Als Tabelle (CSV)' }).getAttribute('href')
  const csv = await page.request.get(server.url + href!)
  expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8')
  expect(await csv.text()).toMatch(/gebucht;\d+/)
  expect(complaints).toEqual([])
})

async function idOf(reference: string): Promise<{ id: string }> {
  return tables.db
    .selectFrom('appointment')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow()
}
