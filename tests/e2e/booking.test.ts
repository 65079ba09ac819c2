import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPlaces, packagedPrograms } from '../../src/platform/db/embedded/places.ts'
import { connectionTo } from '../../src/platform/db/embedded/server.ts'
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

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click()
const heading = (page: Page): Promise<string> => page.locator('h1').innerText()

async function withoutScripts(options: BrowserContextOptions = {}): Promise<Page> {
  return (await openPage(browser, { javaScriptEnabled: false, ...options })).page
}

/** Lets ten minutes pass for every hold. */
async function endHolds(): Promise<void> {
  const client = new pg.Client(connectionTo(await findPlaces(server.dataDir, packagedPrograms())))
  await client.connect()
  await client.query("update appointment set expires_at = now() where state = 'held'")
  await client.end()
}

/** From the service's page to the page that asks for a name. */
async function holdTime(page: Page): Promise<void> {
  await page.goto(`${server.url}/leistungen/personalausweis`)
  await page.getByRole('link', { name: 'Termin buchen' }).click()
  await press(page, 'Weiter')
  await page.getByRole('link', { name: 'Weiter' }).click()
  await press(page, /^Frühester Termin/)
}

async function book(page: Page): Promise<{ reference: string; key: string }> {
  await holdTime(page)
  await page.getByLabel('Name').fill('Kim Beispiel')
  await page.getByLabel('E-Mail-Adresse').fill('kim@example.org')
  await press(page, 'Weiter')
  await press(page, 'Termin verbindlich buchen')
  expect(await heading(page)).toBe('Ihr Termin ist gebucht')
  const reference = await page.locator('.reference').innerText()
  const key = (await page.locator('.key').innerText()).replaceAll(/\s/g, '')
  return { reference, key }
}

test('without JavaScript, somebody books from the page of a service', async () => {
  const page = await withoutScripts()
  const { reference, key } = await book(page)
  expect(reference).toMatch(/^LU-T-[0-9A-Z]{3}-[0-9A-Z]{3}$/)
  expect(key).toMatch(/^[0-9a-z]{26}$/)
  expect(page.url()).toBe(`${server.url}/termin/gebucht`)
})

test('without JavaScript, somebody moves the appointment and cancels it', async () => {
  const { reference, key } = await book(await withoutScripts())
  // Another browser: all it takes is number and key.
  const page = await withoutScripts()
  await page.goto(server.url)
  await page.getByRole('link', { name: /^Meinen Termin ansehen/ }).click()
  await page.getByLabel('Terminnummer').fill(reference.toLowerCase())
  await page.getByLabel('Schlüssel').fill(` ${key.replaceAll(/(.{4})/g, '$1 ').toUpperCase()}`)
  await press(page, 'Termin ansehen')
  const before = await page.locator('.answer strong').innerText()
  await page.getByRole('link', { name: /verschieben/ }).click()
  expect(await page.locator('.lead').innerText()).toContain(before)
  await page.locator('.day').nth(1).locator('summary').click()
  await page.locator('.day').nth(1).getByRole('button').first().click()
  expect(await page.locator('.announcement').innerText()).toContain('verschoben')
  const after = await page.locator('.answer strong').innerText()
  expect(after).not.toBe(before)
  await page.getByRole('link', { name: 'Termin absagen' }).click()
  expect(await page.locator('.lead').innerText()).toContain(after)
  await press(page, 'Ja, Termin absagen')
  expect(await page.locator('.answer').innerText()).toContain('Abgesagt')
  await press(page, 'Fertig')
  expect(page.url()).toBe(`${server.url}/`)
})

test('without JavaScript, what is wrong is told on top and at the field, and nothing typed is lost', async () => {
  const page = await withoutScripts()
  await holdTime(page)
  await page.getByLabel('Name').fill('Kim Beispiel')
  await press(page, 'Weiter')
  await page.getByRole('alert').getByRole('link').click()
  expect(page.url()).toMatch(/#email$/)
  await page.getByLabel('E-Mail-Adresse').fill('kim@')
  await page.getByLabel('Telefonnummer').fill('12')
  await press(page, 'Weiter')
  expect(await page.getByRole('alert').getByRole('link').count()).toBe(2)
  expect(await page.getByLabel('Name').inputValue()).toBe('Kim Beispiel')
  expect(await page.getByLabel('E-Mail-Adresse').inputValue()).toBe('kim@')
  expect(await page.getByLabel('Telefonnummer').inputValue()).toBe('12')
  expect(page.url()).not.toContain('Kim')
})

test('without JavaScript, a hold that ran out leads to the next best times, and nothing typed is lost', async () => {
  const page = await withoutScripts()
  await holdTime(page)
  await page.getByLabel('Name').fill('Kim Beispiel')
  await page.getByLabel('E-Mail-Adresse').fill('kim@example.org')
  await endHolds()
  await press(page, 'Weiter')
  expect(await heading(page)).toBe('Die Reservierung ist abgelaufen')
  await page.locator('.offers button').last().click()
  expect(await heading(page)).toBe('Stimmt alles?')
  expect(await page.locator('.answers').innerText()).toContain('Kim Beispiel')
  await press(page, 'Termin verbindlich buchen')
  expect(await heading(page)).toBe('Ihr Termin ist gebucht')
})

test('by keyboard, somebody books, and a script says how long the time is kept', async () => {
  const { page, complaints } = await openPage(browser)
  await page.goto(`${server.url}/termin/zeit?leistung=eid-pin`)
  await page.getByRole('button', { name: /^Frühester Termin/ }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByLabel('Name').focus()
  expect(await page.locator('.held').innerText()).toContain('Noch 10 Minuten.')
  await page.keyboard.type('Kim Beispiel')
  await page.keyboard.press('Tab')
  await page.keyboard.type('kim@example.org')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Termin verbindlich buchen' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.reference').waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.reference').isVisible()).toBe(true)
  expect(await page.locator('.key').isVisible()).toBe(true)
  expect(await page.locator('.checklist, .summary').first().isVisible()).toBe(true)
  expect(await page.locator('.onward').isVisible()).toBe(false)
  if (PICTURES) await page.pdf({ path: join(PICTURES, 'gebucht.pdf'), format: 'A4' })
  expect(complaints).toEqual([])
})

/** Somebody else is faster with the same wish; there is one scanner for fingerprints. */
async function takeEarliest(): Promise<void> {
  const page = await withoutScripts()
  await page.goto(`${server.url}/termin/zeit?leistung=personalausweis.2+reisepass`)
  await press(page, /^Frühester Termin/)
  await page.context().close()
}

/** Every page of the way, with `look` on each. By their places, because the words are another language's. */
async function walk(page: Page, lang: string, look: (name: string) => Promise<void>): Promise<void> {
  const open = (path: string) =>
    page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
  const send = () => page.locator('main form .kern-btn--primary').first().click()
  const follow = (path: string) => page.locator(`main a[href^="${path}"]`).first().click()
  await open('/')
  await look('start')
  await open('/leistungen/personalausweis')
  await look('leistung')
  await open('/termin/unterlagen')
  await look('nichts-gewaehlt')
  await open('/termin?leistung=kirchenaustritt')
  await look('nicht-buchbar')
  await open('/termin?leistung=personalausweis.2+reisepass')
  await look('leistungen')
  await send()
  await look('unterlagen')
  await follow('/termin/zeit')
  await look('zeit')
  await open('/termin/zeit?leistung=personalausweis.10+reisepass.10+eid-pin.10')
  await look('nichts-frei')
  await open('/termin/angaben')
  await look('keine-reservierung')
  await open('/termin/zeit?leistung=personalausweis.2+reisepass')
  await takeEarliest()
  await send()
  await look('zeit-weg')
  await page.locator('.offers button').first().click()
  await look('angaben')
  await endHolds()
  await send()
  await look('abgelaufen')
  await page.locator('.offers button').first().click()
  await send()
  await look('angaben-fehler')
  await page.locator('#name').fill('Kim Beispiel')
  await page.locator('#phone').fill('0171 3920012')
  await send()
  await look('pruefen')
  await page.locator('main form .kern-btn--tertiary').click()
  await look('verlaengert')
  await send()
  await look('gebucht')
  const number = await page.locator('.reference').innerText()
  const key = (await page.locator('.key').innerText()).replaceAll(/\s/g, '')
  await open('/termin/mein')
  await look('mein-formular')
  await page.locator('#number').fill(number)
  await page.locator('#key').fill('falsch')
  await send()
  await look('mein-fehler')
  await page.locator('#key').fill(key)
  await send()
  await look('mein')
  await follow('/termin/mein/zeit')
  await look('verschieben')
  // Which days stand open depends on what is free.
  await page.locator('.day button').filter({ visible: true }).last().click()
  await look('verschoben')
  await follow('/termin/mein/absagen')
  await look('absagen')
  await send()
  await look('abgesagt')
}

describe.each(['de', 'en', 'einfach'])('in the language %s', (lang) => {
  test.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 320 },
  ] as const)(
    'every page is accessible and fits: $colorScheme, $width px',
    async ({ colorScheme, width }) => {
      const viewport = { width, height: 800 }
      const { page, complaints } = await openPage(browser, { colorScheme, viewport })
      await walk(page, lang, async (name) => {
        await expectAccessible(page)
        expect({ name, overflow: await overflowOf(page) }).toEqual({ name, overflow: 0 })
        if (!PICTURES) return
        const folder = join(PICTURES, `${lang}-${width}`)
        mkdirSync(folder, { recursive: true })
        await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
      })
      // The browser reports the pages that say what is wrong.
      expect(complaints.filter((text) => !/status of 4(04|09|22)/.test(text))).toEqual([])
    },
  )
})
