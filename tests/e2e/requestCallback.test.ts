import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

/** From the numbers that the Bundesnetzagentur keeps free; each test takes its own. */
let given = 0
function aNumber(): string {
  given += 1
  return `0171 39200 ${String(given).padStart(2, '0')}`
}

/** From the start page to the page that shows everything once more. */
async function fillIn(page: Page, number: string): Promise<void> {
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Rückruf vereinbaren' }).click()
  await page.getByLabel('Leistung').fill('führungszeugnis')
  await press(page, 'Suchen')
  await page.getByRole('link', { name: /^Führungszeugnis/ }).click()
  await page.getByLabel('Ihre Frage').fill('Brauche ich eine Bescheinigung vom Verein?')
  await press(page, 'Weiter')
  await page.getByLabel('Telefonnummer').fill(number)
  await page.getByLabel(/^Name/).fill('Kim Beispiel')
  await press(page, 'Weiter')
  await press(page, /zwischen/)
}

async function arrange(page: Page, number: string): Promise<string> {
  await fillIn(page, number)
  await press(page, 'Rückruf vereinbaren')
  expect(await heading(page)).toBe('Wir rufen Sie an')
  return page.locator('.reference').innerText()
}

test('without JavaScript, somebody arranges a callback from the start page and looks it up', async () => {
  const page = await withoutScripts()
  const number = aNumber()
  const reference = await arrange(page, number)
  expect(reference).toMatch(/^LU-[0-9A-Z]{3}-[0-9A-Z]{3}$/)
  expect(page.url()).toBe(`${server.url}/rueckruf/fertig`)
  const window = await page.locator('.answer strong').innerText()
  expect(await page.locator('main').innerText()).toContain('Auf Ihrem Telefon erscheint die Nummer')
  // Another browser: all it takes is the number and the last digits.
  const other = await withoutScripts()
  await other.goto(`${server.url}/anliegen`)
  await other.getByLabel('Nummer Ihres Anliegens').fill(reference.toLowerCase())
  await other.getByLabel('Letzte vier Ziffern').fill(number.replaceAll(' ', '').slice(-4))
  await press(other, 'Nachsehen')
  expect(await other.locator('.answer').innerText()).toContain(window)
})

test('without JavaScript, the number is shown in groups before it counts, and can be changed without losing anything', async () => {
  const page = await withoutScripts()
  await fillIn(page, '0171 3920098')
  expect(await heading(page)).toBe('Ist alles richtig?')
  expect(await page.locator('.digits').innerText()).toBe('0171\u00a039\u00a020\u00a0098')
  const asked = await page.locator('.answers').innerText()
  await page.getByRole('link', { name: /^Ändern.*Ihre Telefonnummer/ }).click()
  expect(await page.getByLabel('Telefonnummer').inputValue()).toBe('0171 3920098')
  await page.getByLabel('Telefonnummer').fill('0171 3920097')
  await press(page, 'Weiter')
  expect(await heading(page)).toBe('Ist alles richtig?')
  expect(await page.locator('.answers').innerText()).toBe(asked.replace('098', '097'))
})

test('without JavaScript, what is wrong is told on top and at the field, and nothing typed is lost', async () => {
  const page = await withoutScripts()
  await page.goto(`${server.url}/rueckruf`)
  await page.getByRole('link', { name: 'Etwas anderes' }).click()
  await page.getByLabel('Ihre Frage').fill('Hm')
  await press(page, 'Weiter')
  await page.getByRole('alert').getByRole('link').click()
  expect(page.url()).toMatch(/#reason$/)
  expect(await page.getByLabel('Ihre Frage').inputValue()).toBe('Hm')
  await page.getByLabel('Ihre Frage').fill('Eine Frage zum Fundbüro')
  await press(page, 'Weiter')
  await page.getByLabel('Telefonnummer').fill('0900 1234567')
  await page.getByLabel(/^E-Mail/).fill('kim@')
  await press(page, 'Weiter')
  expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
    'Das ist eine kostenpflichtige Sondernummer. Bitte geben Sie eine Festnetz- oder Handynummer ein.',
    'Bitte prüfen Sie die E-Mail-Adresse. Sie sieht so aus: name@example.org',
  ])
  expect(await page.getByLabel('Telefonnummer').inputValue()).toBe('0900 1234567')
  expect(await page.getByLabel(/^E-Mail/).inputValue()).toBe('kim@')
  for (const number of ['+43 1 5131234', '110', '12']) await expectRefused(page, number)
})

async function expectRefused(page: Page, number: string): Promise<void> {
  await page.getByLabel('Telefonnummer').fill(number)
  await press(page, 'Weiter')
  expect(await page.getByRole('alert').getByRole('link').first().getAttribute('href'), number).toBe('#phone')
}

test('given two tabs with the same request, one promise', async () => {
  const page = await withoutScripts()
  const number = aNumber()
  await fillIn(page, number)
  const second = await page.context().newPage()
  await second.goto(page.url())
  await press(page, 'Rückruf vereinbaren')
  await press(second, 'Rückruf vereinbaren')
  const told = await page.locator('.reference').innerText()
  expect(await second.locator('.reference').innerText()).toBe(told)
})

test('given a number with an open callback, the page reads the same and names another number', async () => {
  const number = aNumber()
  const first = await withoutScripts()
  const reference = await arrange(first, number)
  const second = await withoutScripts()
  const again = await arrange(second, number)
  expect(again).not.toBe(reference)
  const words = async (page: Page, own: string): Promise<string> => {
    const text = await page.locator('main').innerText()
    return text.replace(own, '#').replace(/So sagen Sie.*/, '')
  }
  expect(await words(second, again)).toBe(await words(first, reference))
})

test('given a service for which one has to come, the page says so first and goes on all the same', async () => {
  const page = await withoutScripts()
  await page.goto(`${server.url}/leistungen/personalausweis`)
  await page.getByRole('link', { name: 'Rückruf vereinbaren' }).click()
  const said = await page.locator('.announcement').innerText()
  expect(said).toContain('persönlich')
  await page.getByLabel('Ihre Frage').fill('Reicht ein altes Foto?')
  await press(page, 'Weiter')
  expect(await heading(page)).toBe('Unter welcher Nummer erreichen wir Sie?')
})

test('given nothing but a keyboard, somebody arranges a callback', async () => {
  const { page } = await openPage(browser)
  await page.goto(`${server.url}/rueckruf/anliegen`)
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate<string>(
        `(document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? '').trim()`,
      )
      if (name.test(label)) return
    }
    throw new Error(`no way to ${name} by Tab`)
  }
  await tabTo(/^Ihre Frage/)
  await page.keyboard.type('Eine Frage zur Hundesteuer')
  await tabTo(/^Weiter$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/nummer$/)
  await tabTo(/^Telefonnummer/)
  await page.keyboard.type(aNumber())
  await page.keyboard.press('Enter')
  await page.waitForURL(/zeit$/)
  await tabTo(/zwischen/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/pruefen$/)
  await tabTo(/^Rückruf vereinbaren$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/fertig$/)
})

describe('every page, wide, narrow and dark', () => {
  const LOOKS = [
    ['wide', { viewport: { width: 1280, height: 900 } }],
    ['narrow', { viewport: { width: 320, height: 640 } }],
    ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
  ] as const

  for (const [look, options] of LOOKS)
    for (const lang of ['de', 'en', 'einfach'] as const)
      test(`given ${look} in ${lang}, nothing is cut off and axe finds nothing`, async () => {
        const { page } = await openPage(browser, { ...options, javaScriptEnabled: true })
        const seen = async (name: string): Promise<void> => {
          expect(await overflowOf(page), `${name} ${look} ${lang}`).toBeLessThanOrEqual(0)
          await expectAccessible(page)
          if (!PICTURES) return
          mkdirSync(PICTURES, { recursive: true })
          await page.screenshot({ path: join(PICTURES, `${name}-${look}-${lang}.png`), fullPage: true })
        }
        await page.goto(`${server.url}/rueckruf?q=ausweis&lang=${lang}`)
        await seen('1-service')
        await page.goto(`${server.url}/rueckruf/anliegen?leistung=personalausweis&lang=${lang}`)
        await page.locator('form button[type=submit]').first().click()
        await seen('2-reason')
        await page.locator('#reason').fill('Reicht ein altes Foto?')
        await page.locator('form button[type=submit]').first().click()
        await page.locator('#phone').fill('0137 123')
        await page.locator('form button[type=submit]').first().click()
        await seen('3-number')
        await page.locator('#phone').fill(aNumber())
        await page.locator('form button[type=submit]').first().click()
        await page.waitForURL(/zeit/)
        await seen('4-window')
        await page.locator('form button[type=submit]').first().click()
        await page.waitForURL(/pruefen/)
        await seen('5-check')
        await page.locator('form button[type=submit]').first().click()
        await page.waitForURL(/fertig/)
        await seen('6-done')
      })
})
