import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { startServer, type TestServer } from '../kit/server.ts'

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

/** Starts a training call and takes it, so that the form is open with the focus in "Worum geht es?". */
async function takeTrainingCall(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Übungsanruf/ }).waitFor()
  await press(page, 'F7')
  await page.getByRole('button', { name: /Annehmen/ }).waitFor()
  await press(page, 'Enter')
  await focused(page, 'Worum geht es?')
}

async function focused(page: Page, label: string): Promise<void> {
  await page
    .locator(':focus')
    .and(page.getByLabel(label, { exact: true }))
    .waitFor()
}

/** Types a search and takes the first hit. */
async function pickService(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.locator('[role=option]:visible').first().waitFor()
  await press(page, 'Enter')
  await focused(page, 'Notiz')
}

test('given a training call, an agent answers it and promises a callback by keyboard alone', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'agentin')
  await takeTrainingCall(page)
  await expectAccessible(page)
  await pickService(page, 'perso verlängern')
  await page.getByText('Wegweiser').waitFor()
  await page.keyboard.type('Läuft ab, Reise am 3. Dezember')
  await press(page, 'Enter')
  await page.keyboard.type('Öztürk')
  // Number as it came with the call, read back, an e-mail address, first window, save.
  await press(page, 'Enter', 'Enter', 'Enter')
  await focused(page, 'E-Mail (freiwillig)')
  await page.keyboard.type('oeztuerk@example.org')
  await press(page, 'Enter', 'Enter')
  await page.getByText('Gespeichert').waitFor()
  const number = await page.locator('.result__case').innerText()
  expect(number).toMatch(/LU-\w{3}-\w{3}/)
  await page.getByText(/Wir rufen Sie .* zwischen .* Uhr an\./).waitFor()
  await expectAccessible(page)
  await press(page, 'Enter')
  await page.getByRole('button', { name: /Übungsanruf/ }).waitFor()
  expect(complaints).toEqual([])
})

test('given words typed during a call, a reload and a lost server lose none of them', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server, 'agent2')
  await takeTrainingCall(page)
  await pickService(page, 'fuehrungszeugniss')
  await page.keyboard.type('Braucht es für das Ehrenamt')
  await page.reload()
  await expect.poll(() => page.getByLabel('Notiz').inputValue()).toBe('Braucht es für das Ehrenamt')
  expect(await page.getByLabel('Worum geht es?').inputValue()).toMatch(/Führungszeugnis/)
  await page.context().setOffline(true)
  await page.getByLabel('Notiz').focus()
  await press(page, 'End')
  await page.keyboard.type(', bis Freitag')
  await page.getByText('Verbindung unterbrochen, Ihre Eingaben sind hier gesichert.').waitFor()
  await page.context().setOffline(false)
  await page.getByText('Ihre Eingaben sind hier gesichert.').waitFor({ state: 'detached' })
  // Another browser has only what the server has.
  const { page: other } = await openPage(browser)
  await signIn(other, server, 'agent2')
  await expect
    .poll(() => other.getByLabel('Notiz').inputValue())
    .toBe('Braucht es für das Ehrenamt, bis Freitag')
})

test('given a session that ends during a call, signing in again brings the words back', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server, 'sachbearbeitung', '/console/arbeitsplatz')
  await takeTrainingCall(page)
  await press(page, 'Escape', 'Enter')
  await page.keyboard.type('Frage zur Abfuhr')
  await page.context().clearCookies()
  await page.getByLabel('Anmeldename').waitFor()
  await signIn(page, server, 'sachbearbeitung', new URL(page.url()).pathname + new URL(page.url()).search)
  await expect.poll(() => page.getByLabel('Notiz').inputValue()).toBe('Frage zur Abfuhr')
})

test('given a record that lacks something, saving leads to the field and says what', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server, 'leitung', '/console/arbeitsplatz')
  await takeTrainingCall(page)
  await press(page, 'Control+Enter')
  await focused(page, 'Notiz')
  await page.getByText('Bitte kurz aufschreiben, worum es geht').waitFor()
  await expectAccessible(page)
  await page.keyboard.type('Wie lange haben Sie heute offen?')
  await press(page, 'F4')
  await press(page, 'Enter')
  await page.getByText('Gespeichert').waitFor()
})

test('given a dark screen, the desk and the account page are accessible', async () => {
  const { page } = await openPage(browser, { colorScheme: 'dark' })
  await page.goto(`${server.url}/console/`)
  await page.getByLabel('Anmeldename').waitFor()
  await expectAccessible(page)
  await signIn(page, server, 'agentin')
  await page.getByRole('button', { name: /Übungsanruf/ }).waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: /Konto/ }).click()
  await page.getByText('diese Anmeldung').waitFor()
  await expectAccessible(page)
})
