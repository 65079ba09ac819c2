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

async function openAs(login: string, path: string, title: string, options = {}) {
  const opened = await openPage(browser, options)
  await signIn(opened.page, server, login, `/console/termine/${path}`)
  await heading(opened.page, title)
  return opened
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

/** Goes on with Tab until the focus is on it. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.locator(':focus').and(page.getByLabel(name).or(page.getByRole('button', { name })))
  for (let n = 0; n < 60; n += 1) {
    if ((await wanted.count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name}`)
}

async function typeInto(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

test('given a city without this office, an administrator adds it by keyboard, and wrong fields keep what was typed', async () => {
  const { page, complaints } = await openAs('admin', 'bueros', 'Büros')
  await page.getByRole('link', { name: 'Neues Büro' }).focus()
  await page.keyboard.press('Enter')
  await heading(page, 'Neues Büro')
  await typeInto(page, 'Name', 'Bürgerbüro Brambauer')
  await typeInto(page, /Schalter/, 'zwei')
  await page.keyboard.press('Enter')
  await page.locator(':focus').getByText('Bitte prüfen Sie Ihre Eingaben').waitFor()
  await expectAccessible(page)
  await typeInto(page, /Anschrift/, 'Musterplatz 2, 44536 Lünen')
  await typeInto(page, /Schalter/, '2')
  await tabTo(page, 'Gerät hinzufügen')
  await page.keyboard.press('Enter')
  await page.getByLabel('Gerät', { exact: true }).focus()
  await typeInto(page, 'Gerät', 'Fingerabdruck-Scanner')
  await page.keyboard.press('Enter')
  await heading(page, 'Büros')
  await page.getByText('Das Büro ist angelegt.').first().waitFor()
  await page.getByRole('row', { name: /Brambauer.*1 × Fingerabdruck-Scanner/ }).waitFor()
  await expectAccessible(page)
  expect(complaints).toEqual([])
})
