import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { makePracticeCase, type PracticeCase } from '../kit/practiceCase.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser
let ownCase: PracticeCase

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ownCase = await makePracticeCase(server, 'agentin')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const LANGUAGES = ['de', 'en', 'einfach'] as const
/** A new page joins this list. */
const PAGES = [
  '/',
  '/leistungen',
  '/leistungen?q=perso',
  '/leistungen?q=xyzzy',
  '/leistungen/personalausweis',
  '/anliegen',
  '/datenschutz',
  '/api/docs',
  '/gibt-es-nicht',
]
const addressOf = (path: string, lang: string): string =>
  `${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`

/** The page's own answer to "does anything stick out to the right?", in pixels. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

async function lookUp(page: Page, number: string, digits: string): Promise<void> {
  await page.locator('#number').fill(number)
  await page.locator('#digits').fill(digits)
  await page.locator('main button').click()
}

describe.each(LANGUAGES)('in the language %s', (lang) => {
  test.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 320 },
  ] as const)(
    'every page is accessible and fits: $colorScheme, $width px',
    async ({ colorScheme, width }) => {
      const viewport = { width, height: 800 }
      const { page, complaints } = await openPage(browser, { colorScheme, viewport })
      for (const path of PAGES) {
        await page.goto(addressOf(path, lang))
        await page
          .locator('details')
          .evaluateAll("(all) => all.forEach((one) => one.setAttribute('open', ''))")
        await expectAccessible(page)
        expect({ path, overflow: await overflowOf(page) }).toEqual({ path, overflow: 0 })
      }
      await page.goto(addressOf('/anliegen', lang))
      await lookUp(page, 'LU-1', '')
      await expectAccessible(page)
      expect(await overflowOf(page)).toBe(0)
      await page.goto(addressOf('/anliegen', lang))
      await lookUp(page, ownCase.caseNumber, '0012')
      await page.locator('.answer').waitFor()
      await expectAccessible(page)
      expect(await overflowOf(page)).toBe(0)
      // The browser reports the error pages that were asked for.
      expect(complaints.filter((text) => !/status of 4(04|22)/.test(text))).toEqual([])
    },
  )
})

test('without JavaScript, somebody searches, reads what to bring and looks up the own request', async () => {
  const { page } = await openPage(browser, { javaScriptEnabled: false })
  await page.goto(server.url)
  await page.getByLabel('Was brauchen Sie?').fill('perso verlängern')
  await page.getByRole('button', { name: 'Suchen' }).click()
  await page.getByRole('link', { name: 'Personalausweis beantragen', exact: true }).click()
  expect(await page.locator('.answer').innerText()).toContain('persönlich kommen')
  await page.getByRole('link', { name: /: zur Startseite/ }).click()
  await page.getByLabel('Nummer Ihres Anliegens').fill(ownCase.caseNumber)
  await page.getByRole('button', { name: 'Nachsehen' }).click()
  expect(await page.getByLabel('Nummer Ihres Anliegens').inputValue()).toBe(ownCase.caseNumber)
  await page.getByLabel('Letzte vier Ziffern').fill('0012')
  await page.getByRole('button', { name: 'Nachsehen' }).click()
  expect(await page.locator('.answer').innerText()).toContain(`Wir rufen Sie an: ${ownCase.promise}.`)
  expect(page.url()).not.toContain(ownCase.caseNumber)
})

test('without JavaScript, wrong digits are told on top and at the field, and nothing typed is lost', async () => {
  const { page } = await openPage(browser, { javaScriptEnabled: false })
  await page.goto(`${server.url}/anliegen`)
  await lookUp(page, ownCase.caseNumber, '9999')
  await page.getByRole('alert').getByRole('link').click()
  expect(page.url()).toMatch(/#number$/)
  expect(await page.locator('#number').inputValue()).toBe(ownCase.caseNumber)
  expect(await page.locator('#digits').inputValue()).toBe('9999')
})

test('by keyboard, the first stop leads to the content and the search answers while typing', async () => {
  const { page, complaints } = await openPage(browser)
  await page.goto(server.url)
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').innerText()).toBe('Zum Inhalt springen')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('hund')
  await page.getByRole('link', { name: 'Hund zur Steuer anmelden' }).waitFor()
  expect(await page.getByRole('status').innerText()).toMatch(/Leistungen gefunden/)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/leistungen\?q=hund$/)
  expect(complaints).toEqual([])
})

test('on paper, a service shows its checklist and no buttons', async () => {
  const { page } = await openPage(browser)
  await page.goto(`${server.url}/leistungen/personalausweis`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.checklist').isVisible()).toBe(true)
  expect(await page.locator('.languages').isVisible()).toBe(false)
  expect(await page.locator('.hours').isVisible()).toBe(true)
})
