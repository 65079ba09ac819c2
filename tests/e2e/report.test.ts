import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
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

/** A folder for pictures of every page, for eyes. */
const PICTURES = process.env['PICTURES']

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click()

async function withoutScripts(options: BrowserContextOptions = {}): Promise<Page> {
  return (await openPage(browser, { javaScriptEnabled: false, ...options })).page
}

/** From the start page to the page that shows everything once more. */
async function fillIn(page: Page): Promise<void> {
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Etwas melden' }).click()
  await page.getByRole('link', { name: 'Straße und Gehweg' }).click()
  await page
    .getByLabel('Was ist los?')
    .fill('Vor der Post ist eine Platte lose.\nMan stolpert <b>leicht</b>.')
  await page.getByLabel('Wo ist das?').fill('Münsterstraße 1')
  await page.getByLabel('Kann sich dort jemand verletzen?').selectOption('ja')
  await press(page, 'Weiter')
}

interface Given {
  number: string
  secret: string
}

async function report(page: Page): Promise<Given> {
  await fillIn(page)
  await press(page, 'Meldung abschicken')
  expect(await heading(page)).toBe('Ihre Meldung ist angekommen')
  const [number = '', secret = ''] = await page.locator('.reference').allInnerTexts()
  return { number, secret }
}

async function follow(page: Page, { number, secret }: Given): Promise<void> {
  await page.goto(`${server.url}/meldung`)
  await page.getByLabel('Nummer der Meldung').fill(number)
  await page.getByLabel('Drei Wörter').fill(secret)
  await press(page, 'Ansehen')
}

test('without JavaScript, somebody reports without a name, and follows it from another browser with number and words', async () => {
  const page = await withoutScripts()
  const given = await report(page)
  expect(given.number).toMatch(/^LU-[0-9A-Z]{3}-[0-9A-Z]{3}$/)
  expect(page.url()).toBe(`${server.url}/melden/fertig`)
  const other = await withoutScripts()
  await follow(other, { number: given.number.toLowerCase(), secret: given.secret.toUpperCase() })
  const shown = await other.locator('main').innerText()
  expect(shown).toContain('eingegangen')
  expect(shown).toContain('Man stolpert <b>leicht</b>.')
  expect(other.url()).toBe(`${server.url}/meldung`)
})

test('without JavaScript, what is missing is told at its field and nothing typed is lost', async () => {
  const page = await withoutScripts()
  await page.goto(`${server.url}/melden/strasse`)
  await page.getByLabel('Wo ist das?').fill('Am Markt')
  await page.getByLabel(/^E-Mail/).fill('jana@')
  await press(page, 'Weiter')
  expect(await page.title()).toContain('Fehler')
  const told = await page.locator('.errors li').allInnerTexts()
  expect(told).toHaveLength(3)
  expect(await page.getByLabel('Wo ist das?').inputValue()).toBe('Am Markt')
  expect(await page.getByLabel(/^E-Mail/).inputValue()).toBe('jana@')
  for (const link of await page.locator('.errors a').all()) {
    const field = (await link.getAttribute('href'))!
    expect(await page.locator(field).count()).toBe(1)
  }
})

test('without JavaScript, "Ändern" brings everything back, and sending twice makes one report', async () => {
  const page = await withoutScripts()
  await fillIn(page)
  await press(page, 'Ändern')
  expect(await page.getByLabel('Was ist los?').inputValue()).toContain('Man stolpert <b>leicht</b>.')
  expect(await page.getByLabel('Kann sich dort jemand verletzen?').inputValue()).toBe('ja')
  await press(page, 'Weiter')
  const twin = await page.context().newPage()
  await twin.goto(page.url())
  await press(page, 'Meldung abschicken')
  const first = await page.locator('.reference').allInnerTexts()
  await press(twin, 'Meldung abschicken')
  expect(await twin.locator('.reference').allInnerTexts()).toEqual(first)
  await page.goBack()
  expect(await heading(page)).toBe('Was möchten Sie melden?')
  expect(await page.getByLabel('Was ist los?').inputValue()).toBe('')
})

test('without JavaScript, a text that no browser keeps is not lost either', async () => {
  const page = await withoutScripts()
  await page.goto(`${server.url}/melden/idee`)
  const text = Array.from({ length: 1900 }, (_, n) =>
    String.fromCharCode(0x4e00 + ((n * 7919) % 20000)),
  ).join('')
  await page.getByLabel('Was ist los?').fill(text)
  await press(page, 'Weiter')
  expect(await heading(page)).toBe('Stimmt alles?')
  await press(page, 'Ändern')
  expect(await page.getByLabel('Was ist los?').inputValue()).toBe(text)
  await press(page, 'Weiter')
  await press(page, 'Meldung abschicken')
  expect(await heading(page)).toBe('Ihre Meldung ist angekommen')
})

test('given wrong words or a link that is none, the pages say so and give nothing away', async () => {
  const page = await withoutScripts()
  const { number } = await report(page)
  await follow(page, { number, secret: 'Apfel Apfel Apfel' })
  expect(await page.locator('.errors').innerText()).toContain('finden wir keine Meldung')
  await page.goto(`${server.url}/meldung/k/${'A'.repeat(43)}`)
  await press(page, 'Meldung ansehen')
  expect(await page.locator('.lead').innerText()).toContain('Dieser Link führt zu keiner Meldung')
})

test.for([
  { name: 'narrow', options: { viewport: { width: 320, height: 640 } } },
  { name: 'dark', options: { colorScheme: 'dark' } },
] satisfies { name: string; options: BrowserContextOptions }[])(
  'every page of a report is accessible and nothing hangs over: $name',
  async ({ name, options }) => {
    const { page, complaints } = await openPage(browser, options)
    const look = async (what: string): Promise<void> => {
      await expectAccessible(page)
      expect(await overflowOf(page)).toBe(0)
      if (!PICTURES) return
      mkdirSync(PICTURES, { recursive: true })
      await page.screenshot({ path: join(PICTURES, `report-${name}-${what}.png`), fullPage: true })
    }
    for (const lang of ['de', 'en', 'einfach']) {
      await page.goto(`${server.url}/melden?lang=${lang}`)
      await look(`start-${lang}`)
      await page.goto(`${server.url}/melden/muell?lang=${lang}`)
      await look(`form-${lang}`)
      await page.locator('button[type=submit]').last().click()
      await look(`errors-${lang}`)
      await page.goto(`${server.url}/meldung?lang=${lang}`)
      await look(`follow-form-${lang}`)
    }
    await fillIn(page)
    await look('check')
    await press(page, 'Meldung abschicken')
    // A script sends it, and goes on when it came through.
    await page.getByRole('heading', { name: 'Ihre Meldung ist angekommen' }).waitFor()
    await look('done')
    await press(page, 'Meldung ansehen')
    await look('follow')
    // That fields are missing is an answer, and the browser says so.
    expect(complaints.filter((one) => !one.includes('status of 422'))).toEqual([])
  },
)
