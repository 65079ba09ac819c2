import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { cityDay } from '../kit/cityDay.ts'
import { signIn } from '../kit/console.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser
/** A folder for pictures of every page, to be looked at. */
const PICTURES = process.env['PICTURES']

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  expect({ name, overflow: await overflowOf(page) }).toEqual({ name, overflow: 0 })
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `freischaltung-${name}.png`), fullPage: true })
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()
/** Beyond what the demo's own plan decides about batches: it has none. */
const [first, last, opens] = [cityDay(35), cityDay(48), cityDay(3)]

test('given a batch, one account writes and submits it, another approves it, and the public page announces it', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'admin', '/console/termine/freigaben')
  await page.getByText('Acht Wochen im Voraus').waitFor()
  await look(page, 'liste')
  await page.getByRole('link', { name: 'Neue Freischaltung' }).click()
  await page.getByLabel('Name').fill('Winter')
  await press(page, 'Als Entwurf speichern')
  await page.locator(':focus').getByText('Bitte prüfen Sie Ihre Eingaben').waitFor()
  await look(page, 'formular')
  expect(await page.getByLabel('Name').inputValue()).toBe('Winter')
  await page.getByLabel('Für Termine ab').fill(first)
  await page.getByLabel('Bis einschließlich').fill(last)
  await page.getByLabel('Frei ab Tag').fill(opens)
  await page.getByLabel('Uhrzeit').fill('14')
  await press(page, 'Als Entwurf speichern')
  await page.getByText('Der Entwurf ist gespeichert.', { exact: false }).first().waitFor()
  await page.locator('.run').waitFor()
  await page.getByText('Dasselbe als Tabelle').click()
  await page
    .getByRole('cell', { name: /für alle/ })
    .first()
    .waitFor()
  await look(page, 'probelauf')
  await press(page, 'Zur Freigabe vorlegen')
  await page.getByText('Freigeben muss eine zweite Person.').waitFor()
  expect(await page.getByRole('button', { name: 'Freigeben', exact: false }).count()).toBe(0)

  const second = await openPage(browser, { colorScheme: 'dark', viewport: { width: 320, height: 800 } })
  await signIn(second.page, server, 'leitung', new URL(page.url()).pathname)
  await second.page.getByRole('button', { name: /^Freigeben/ }).click()
  await look(second.page, 'freigeben-dunkel-320')
  await second.page.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click()
  await second.page.getByRole('button', { name: /^Ende beantragen/ }).waitFor()
  await look(second.page, 'gilt-dunkel-320')
  // The author's page learns of it by itself.
  await page.getByRole('button', { name: /^Ende beantragen/ }).waitFor()

  const noScripts = await browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' })
  const citizen = await noScripts.newPage()
  await citizen.goto(`${server.url}/termin/freigaben`)
  await citizen.getByText(/14:00\sUhr: Dann geben wir alle Termine von/).waitFor()
  await citizen
    .getByText('Abgesagte Termine geben wir montags bis mittwochs und freitags', { exact: false })
    .waitFor()
  await noScripts.close()
  expect([...complaints, ...second.complaints]).toEqual([])
})

test.each([
  ['de', 'light', 1280],
  ['en', 'dark', 320],
  ['einfach', 'dark', 320],
] as const)('the public page is accessible and fits: %s, %s, %i px', async (lang, colorScheme, width) => {
  const { page, complaints } = await openPage(browser, { colorScheme, viewport: { width, height: 800 } })
  await page.goto(`${server.url}/termin/freigaben?lang=${lang}`)
  await look(page, `seite-${lang}-${width}`)
  expect(complaints).toEqual([])
})
