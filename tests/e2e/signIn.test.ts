import { generateSync } from 'otplib'
import type { Browser } from 'playwright-core'
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

test('given a second factor switched on, a wrong code is told at its field and the right one signs in', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server, 'sachbearbeitung2', '/console/konto')
  await page.getByRole('button', { name: 'Einrichten' }).click()
  const secret = (await page.locator('.secret').innerText()).replace(/\s/g, '')
  // No code counts twice: the second one is that of the next half minute, which the server accepts already.
  const code = (ahead: number): string => generateSync({ secret, epoch: Date.now() / 1000 + ahead })
  await page.getByLabel('Code aus der App').fill(code(0))
  await page.keyboard.press('Enter')
  const card = page.getByRole('region', { name: 'Zweiter Faktor' })
  await card.getByText('eingeschaltet').waitFor()
  await page.locator(':focus').and(card).waitFor()

  const { page: other } = await openPage(browser)
  await other.goto(`${server.url}/console/`)
  await other.getByLabel('Anmeldename').fill('sachbearbeitung2')
  await other.getByLabel('Kennwort').fill(server.account('sachbearbeitung2').password)
  await other.keyboard.press('Enter')
  const field = other.getByLabel('Code aus Ihrer App')
  await other.locator(':focus').and(field).waitFor()
  expect(await field.getAttribute('aria-invalid')).not.toBe('true')
  await other.keyboard.press('Enter')
  await other.getByText('Der Code hat sechs Ziffern.').waitFor()
  await field.fill('000 000')
  await other.keyboard.press('Enter')
  await other.getByText('Der Code stimmt nicht').waitFor()
  await expectAccessible(other)
  await field.fill(code(30))
  await other.keyboard.press('Enter')
  await other.getByRole('button', { name: 'Abmelden' }).waitFor()
})

test('given a session that ended, the list of citizens leaves the screen by itself', async () => {
  const { page } = await openPage(browser)
  // As after the server closed the stream of a session that is over.
  await page.route('**/api/v1/live', (route) => route.abort())
  await signIn(page, server, 'sachbearbeitung', '/console/rueckrufe')
  await page.getByText('Kein Rückruf ist offen').waitFor()
  await page.context().clearCookies()
  await page.getByLabel('Anmeldename').waitFor()
  expect(await page.getByText('Kein Rückruf ist offen').count()).toBe(0)
})

test('given a link to another page, its heading has the focus', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server, 'admin', '/console/verwaltung/konten')
  await page.getByRole('link', { name: 'Neues Konto' }).focus()
  await page.keyboard.press('Enter')
  const heading = page.getByRole('heading', { level: 1, name: 'Neues Konto' })
  await page.locator(':focus').and(heading).waitFor()
})
