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

test('given an administrator, an outside number is added, refused when it is a premium one, and deleted', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'admin')
  await page.goto(`${server.url}/console/verwaltung/externe-ziele`)
  await page.getByText('Noch ist kein Ziel eingetragen.').waitFor()
  await page.getByRole('link', { name: 'Neues Ziel' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Stadtwerke')
  await page.getByLabel('Nummer', { exact: true }).fill('0900 1234567')
  await page.getByLabel('Zweck').fill('Störungen der Straßenbeleuchtung')
  await page.keyboard.press('Enter')
  await page.locator('#main').getByText('kostenpflichtige').first().waitFor()
  await expectAccessible(page)
  await page.getByLabel('Nummer', { exact: true }).fill('02306 104500')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Stadtwerke' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Löschen: Stadtwerke' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click()
  await page.getByText('Noch ist kein Ziel eingetragen.').waitFor()
  expect(complaints).toEqual([])
})
