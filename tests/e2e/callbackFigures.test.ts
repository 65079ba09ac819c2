import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/db/connect.ts'
import { root } from '../../src/root.ts'
import { givenPromise, type GivenPromise } from '../../src/trial/callbackFigures/callbackFigures.testkit.ts'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { startServer, type TestServer } from '../kit/server.ts'
import { openTables } from '../sip/kit/rows.ts'

let server: TestServer
let browser: Browser
let tables: Database

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  tables = await openTables(server)
  await promisesOfMarch()
})
afterAll(async () => {
  await tables?.close()
  await browser?.close()
  await server?.stop()
})

/** Monday, 2 March 2026: 40 promises for one service, six and three for two others. */
async function promisesOfMarch(): Promise<void> {
  const { db } = tables
  const cityId = 'luenen'
  const find = (login: string) =>
    db.selectFrom('account').select('id').where('login', '=', login).executeTakeFirstOrThrow()
  const { id: accountId } = await find('sachbearbeitung')
  const teams = await db.selectFrom('team').select(['id', 'name']).where('city_id', '=', cityId).execute()
  const team = (name: string): string => teams.find((one) => one.name === name)!.id
  const at = (clock: string): string => `2026-03-02T${clock}:00+01:00`
  const many = async (count: number, promise: Partial<GivenPromise>) => {
    const window = [at('10:00'), at('11:00')] as const
    const usual = { cityId, accountId, teamId: team('Bürgerbüro'), promisedAt: at('09:00'), window }
    for (let n = 0; n < count; n += 1) await givenPromise(db, { ...usual, promise: 'kept', ...promise })
  }
  const card = { serviceId: 'ausweis-abholen' }
  const spoken = { outcome: 'settled', tries: [[at('10:20'), 'reached']] } as const
  await many(30, { ...card, ...spoken })
  await many(4, { ...card, tries: [[at('10:40'), 'busy']] })
  await many(4, { ...card, promise: 'broken', cause: 'nobody-took-it' })
  await many(2, { ...card, promise: 'withdrawn', outcome: 'withdrawn' })
  const afternoon = [at('14:00'), at('15:00')] as const
  await many(6, { serviceId: 'eid-pin', window: afternoon, teamId: team('Bürgertelefon') })
  await many(3, { window: afternoon })
}

const picture = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: join(root, 'test-results', `callback-figures-${name}.png`), fullPage: true })

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })

test('given promises of a day, a lead reads how they were kept, by keyboard alone', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'leitung')
  await page.getByRole('link', { name: 'Zahlen' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Zahlen: Rückrufe' }).waitFor()
  await page.getByText('In diesem Zeitraum endet kein zugesagtes Zeitfenster.').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Von').fill('2026-03-31')
  await page.getByLabel('Bis').fill('2026-03-01')
  await page.keyboard.press('Enter')
  await page
    .locator('.kern-error')
    .getByText('Der letzte Tag muss der erste oder ein späterer sein.')
    .waitFor()
  expect(await page.getByLabel('Von').inputValue()).toBe('2026-03-31')
  await expectAccessible(page)
  await picture(page, 'wrong')
  await page.getByLabel('Von').fill('2026-03-01')
  await page.getByLabel('Bis').fill('2026-03-31')
  await page.keyboard.press('Enter')
  await row(page, 'Zugesagt').getByText('49', { exact: true }).waitFor()
  await row(page, 'Gehalten').getByText('91,4 % der 47 entschiedenen').waitFor()
  expect(await row(page, 'Gehalten').innerText()).toContain('43')
  const how = row(page, 'Gehalten').locator('summary')
  await how.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Das Telefon der Person hat im Zeitfenster geklingelt').waitFor()
  const services = page.getByRole('table', { name: 'Zusagen nach Leistung' })
  await services.getByRole('row', { name: /^Übrige \(2\) 9 / }).waitFor()
  await services.getByRole('row', { name: /^Ausweis oder Reisepass abholen 40 / }).waitFor()
  expect(await services.getByText('PIN').count()).toBe(0)
  await expectAccessible(page)
  await picture(page, 'light')
  expect(complaints).toEqual([])
})

test('given a small dark screen, the page fits, and its tables are scrolled by keyboard', async () => {
  const { page, complaints } = await openPage(browser, {
    viewport: { width: 320, height: 640 },
    colorScheme: 'dark',
  })
  await signIn(page, server, 'leitung', '/console/zahlen/rueckrufe?von=2026-03-01&bis=2026-03-31')
  await row(page, 'Zugesagt').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await expectAccessible(page)
  const table = page.getByRole('group', { name: 'Zusagen nach Leistung' })
  await table.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
  await picture(page, 'small-dark')
  await page.setViewportSize({ width: 1366, height: 768 })
  await picture(page, 'dark')
  expect(complaints).toEqual([])
})

test('given the link, a spreadsheet gets the same numbers', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server, 'leitung', '/console/zahlen/rueckrufe?von=2026-03-01&bis=2026-03-31')
  const link = page.getByRole('link', { name: 'Als Tabelle (CSV)' })
  await link.focus()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toBe('rueckrufe-2026-03-01-2026-03-31.csv')
  const answer = await page.request.get(server.url + (await link.getAttribute('href'))!)
  expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8')
  const lines = (await answer.text()).split('\r\n')
  expect(lines[1]).toMatch(
    /^2026-03-01;2026-03-31;gesamt;;49;43;4;4;0;0;0;0;2;0;0;34;30;34;30;30;30;80;100;80;100$/,
  )
  expect(lines[3]).toMatch(/;Leistung;Übrige \(2\);9;9;0;/)
  const wrong = await page.request.get(
    `${server.url}/api/v1/figures/callbacks.csv?from=2026-03-02&to=2026-03-01`,
  )
  expect(wrong.status()).toBe(422)
  const long = await page.request.get(`${server.url}/api/v1/figures/callbacks?from=2024-01-01&to=2026-03-01`)
  expect(await long.json()).toMatchObject({
    error: { fields: { to: 'Bitte höchstens 400 Tage auf einmal.' } },
  })
})
