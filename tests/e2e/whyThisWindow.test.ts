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

const QUESTION = 'Welches Zeitfenster wird als nächstes angeboten, und warum?'

test.each([
  ['a wide screen', 'offer-reasons', {}],
  ['a narrow dark one', 'offer-reasons-320', { viewport: { width: 320, height: 700 }, colorScheme: 'dark' }],
] as const)('given %s, a lead opens why a window is offered by keyboard', async (_what, name, options) => {
  const { page, complaints } = await openPage(browser, options)
  await signIn(page, server, 'leitung', '/console/dienstplan')
  const question = page.getByText(QUESTION)
  await question.focus()
  await page.keyboard.press('Enter')
  await page.getByText(/^Ein Rückruf dauert mit Nacharbeit voraussichtlich \d+ Minuten/).waitFor()
  await page.getByText(/^Angeboten wird: .+ Uhr$/).waitFor()
  await question.scrollIntoViewIfNeeded()
  await expectAccessible(page)
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await page.screenshot({ path: `test-results/${name}.png`, fullPage: true })
  expect(complaints).toEqual([])
  await page.context().close()
})

test('given a clerk, the reasons are not shown', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server, 'sachbearbeitung', '/console/dienstplan')
  await page.getByRole('heading', { level: 1, name: /^Dienstplan/ }).waitFor()
  expect(await page.getByText(QUESTION).count()).toBe(0)
  await page.context().close()
})
