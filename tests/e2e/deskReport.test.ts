import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { startServer, type TestServer } from '../kit/server.ts'

/** Of the example city's list. */
const ADDRESS = 'Am Markt 3, 44532 Mitte'

const PRIVATE = 'Auf privatem Grund (öffentlich nur die ungefähre Gegend zeigen)'

/** A folder for pictures, for eyes. */
const PICTURES = process.env['PICTURES']

let server: TestServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

const focused = (page: Page, label: string): Promise<void> =>
  page
    .locator(':focus')
    .and(page.getByLabel(label, { exact: true }))
    .waitFor()

/** A training call, taken, with the focus in the first field. */
async function takeTrainingCall(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Übungsanruf/ }).waitFor()
  await press(page, 'F7')
  await page.getByRole('button', { name: /Annehmen/ }).waitFor()
  await press(page, 'Enter')
  await focused(page, 'Worum geht es?')
}

/** Which line the played caller rang is drawn: only the other one hands over. */
async function takeServiceCall(page: Page): Promise<void> {
  await takeTrainingCall(page)
  if ((await page.getByText('An: Bürgertelefon').count()) > 0) return
  await press(page, 'F8', 'Control+Enter')
  await page.getByRole('button', { name: /Fertig/ }).waitFor()
  await press(page, 'Enter')
  await takeServiceCall(page)
}

/** By the beginning of a word of its description, and then its digit. */
async function chooseStreet(page: Page): Promise<void> {
  await focused(page, 'Was wird gemeldet?')
  await page.getByRole('option', { name: /Straße und Gehweg/ }).waitFor()
  await page.keyboard.type('schlag')
  await expect.poll(() => page.locator('.category [role=option]').count()).toBe(1)
  await press(page, '1')
  await focused(page, 'Wo ist das?')
}

/** F6, the category by its beginning, the place, its question and what happened. */
async function tellStreet(page: Page): Promise<void> {
  await press(page, 'F6')
  await chooseStreet(page)
  await page.keyboard.type('Gegenüber der Post')
  await press(page, 'Enter')
  await focused(page, PRIVATE)
  await press(page, 'Enter')
  await focused(page, 'Kann sich dort jemand verletzen?')
  await page.keyboard.type('ja')
  await press(page, 'Enter')
  await focused(page, 'Was ist passiert?')
  await page.keyboard.type('Eine Platte ist lose')
}

test('given a complaint in a call, an agent takes the whole report by keyboard, and opens it never again', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'agentin')
  await takeTrainingCall(page)
  const begun = Date.now()
  await tellStreet(page)
  await page.getByText('Ist jemand in Gefahr? Rufen Sie 110 oder 112.').waitFor()
  await page
    .getByText(
      'Ich habe aufgenommen: Straße und Gehweg. Ort: Gegenüber der Post. Kann sich dort jemand verletzen: ja. Eine Platte ist lose. Stimmt das so?',
    )
    .waitFor()
  await page.getByText(/Geht an: .+, weil „Straße und Gehweg“ dort bearbeitet wird\./).waitFor()
  await expectAccessible(page)
  await press(page, 'Control+Enter')
  await page.getByText('Gespeichert').waitFor()
  expect(Date.now() - begun).toBeLessThan(60_000)
  const number = await page.locator('.result__case').innerText()
  expect(number).toMatch(/LU-\w{3}-\w{3}/)
  await page.getByText(/Dazu gehören drei Wörter: \p{L}+, \p{L}+, \p{L}+\./u).waitFor()
  await expectAccessible(page)
  // Said once: whoever comes back to the screen finds them no more.
  await page.reload()
  await page.getByRole('button', { name: /Übungsanruf/ }).waitFor()
  expect(await page.getByText('drei Wörter').count()).toBe(0)
  for (const path of ['/api/v1/reports?show=open', '/api/v1/report-categories'])
    expect((await page.request.get(server.url + path)).status()).toBe(403)
  expect(complaints.filter((one) => !one.includes('403'))).toEqual([])
})

test('given a question without an answer, saving leads to it; a reload loses no word of the report', async () => {
  const { page } = await openPage(browser, { colorScheme: 'dark' })
  await signIn(page, server, 'agent2')
  await takeTrainingCall(page)
  await press(page, 'F6')
  await chooseStreet(page)
  await page.keyboard.type('Am Markt 3')
  await page.getByRole('option', { name: /^Am Markt 3/ }).waitFor()
  await expectAccessible(page)
  await press(page, 'ArrowDown', 'Enter')
  expect(await page.getByLabel('Wo ist das?').inputValue()).toBe(ADDRESS)
  await press(page, 'Enter')
  await focused(page, PRIVATE)
  await press(page, 'Space', 'Enter', 'Enter')
  await page.keyboard.type('Ein Loch im Weg')
  await press(page, 'Control+Enter')
  await page.getByText('Bitte beantworten Sie diese Frage.').waitFor()
  await focused(page, 'Kann sich dort jemand verletzen?')
  await page.keyboard.type('nein')
  await expectAccessible(page)
  await page.reload()
  await expect.poll(() => page.getByLabel('Wo ist das?').inputValue()).toBe(ADDRESS)
  expect(await page.getByLabel('Kann sich dort jemand verletzen?').inputValue()).toBe('nein')
  expect(await page.getByLabel('Was ist passiert?').inputValue()).toBe('Ein Loch im Weg')
  expect(await page.getByLabel(PRIVATE).isChecked()).toBe(true)
  await page.getByText(`Ort: ${ADDRESS}, auf privatem Grund.`).waitFor()
  await page.getByLabel('Die Person bleibt anonym').check()
  await page.getByLabel('Name', { exact: true }).waitFor({ state: 'detached' })
  await press(page, 'Control+Enter')
  await page.getByText(/drei Wörter/).waitFor()
})

test('given a caller who does not want to tell more, F6 twice hands over as ever', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server, 'leitung', '/console/arbeitsplatz')
  await takeServiceCall(page)
  await press(page, 'Enter')
  await focused(page, 'Notiz')
  await page.keyboard.type('Beschwerde, Näheres am Telefon')
  await press(page, 'F6')
  await focused(page, 'Was wird gemeldet?')
  await press(page, 'F6')
  await page.locator(':focus').and(page.locator('[data-step=window]')).waitFor()
  await page.getByLabel('vorgelesen').check()
  await press(page, 'Control+Enter')
  await page.getByText(/Wir rufen Sie .* an\./).waitFor()
})

test('given a caller who does not know where to go, three questions by digits lead on and lose nothing', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'agentin')
  await takeServiceCall(page)
  await page.getByLabel('Notiz').fill('Ruft wegen der Wahl an.')
  await press(page, 'Shift+F6')
  await focused(page, 'Worum geht es?')
  await expectAccessible(page)
  await page.keyboard.type('wahlamt')
  await press(page, 'Enter')
  await focused(page, 'Was brauchen Sie?')
  await press(page, 'Escape')
  expect(await page.getByLabel('Notiz').inputValue()).toBe('Ruft wegen der Wahl an.')
  await press(page, 'Shift+F6')
  await page.keyboard.type('wahlamt')
  await press(page, 'Enter', '1')
  await page.getByText('Sie müssen nicht kommen: Das geht online.').waitFor()
  if (PICTURES) await page.screenshot({ path: join(PICTURES, 'way.png') })
  await expectAccessible(page)
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'Wegweiser' }).waitFor()
  expect(await page.getByRole('radio', { name: /Erledigt/ }).isChecked()).toBe(true)
  expect(await page.getByLabel('Notiz').inputValue()).toBe('Ruft wegen der Wahl an.')

  // What depends on the matter is asked once more.
  await press(page, 'Shift+F6')
  await page.keyboard.type('fundbüro')
  await press(page, 'Enter')
  await focused(page, 'Was brauchen Sie?')
  await press(page, '2')
  await focused(page, 'Müssen Sie dabei etwas vorlegen, abholen oder unterschreiben?')
  await press(page, '1')
  await page.getByText('Kommen Sie bitte vorbei.').waitFor()
  await press(page, 'Escape', 'Shift+F6')
  await focused(page, 'Worum geht es?')
  await press(page, '1')
  await focused(page, 'Was wird gemeldet?')
  await press(page, 'F8', 'Control+Enter')
  expect(complaints).toEqual([])
})
