import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { cityDay } from '../kit/cityDay.ts'
import { signIn } from '../kit/console.ts'
import { openAllDay } from '../kit/promises.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser
let paper: Server
let article = ''

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  await openAllDay(server)
  paper = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(`<!doctype html><title>Zeitung</title><h1>Bericht</h1>${article}`)
  })
  await new Promise<void>((done) => paper.listen(0, '127.0.0.1', () => done()))
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  paper?.close()
})

/** A folder for pictures, for eyes. */
const PICTURES = process.env['PICTURES']
const oembed = z.object({
  type: z.literal('rich'),
  version: z.literal('1.0'),
  html: z.string(),
  width: z.number(),
})

test('given no JavaScript, everybody reads how things stand; light, dark and small are accessible', async () => {
  for (const options of [
    { javaScriptEnabled: false },
    { javaScriptEnabled: true, colorScheme: 'dark' as const },
    { javaScriptEnabled: true, viewport: { width: 320, height: 700 } },
  ]) {
    const { page } = await openPage(browser, options)
    await page.goto(`${server.url}/stand`)
    await page.getByRole('heading', { name: 'So steht es gerade' }).waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('Bürgertelefon')
    expect(text).toMatch(/Stand: \d{1,2}:\d\d Uhr/)
    expect(text).toContain('In diesem Monat')
    // The demo has no telephone system: nothing is said as if it were known.
    expect(text).toContain('Wie viele warten, ist zurzeit nicht bekannt.')
    if (options.javaScriptEnabled) await expectAccessible(page)
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true })
      const name = `stand-${options.viewport ? 320 : (options.colorScheme ?? 'plain')}.png`
      await page.screenshot({ path: join(PICTURES, name), fullPage: true })
    }
    await page.close()
  }
})

test('given a newspaper, it finds the code by itself, and its readers see the city’s page in a frame, without cookies', async () => {
  const { page } = await openPage(browser, {})
  await page.goto(`${server.url}/stand`)
  const discovery = await page.locator('link[type="application/json+oembed"]').getAttribute('href')
  const found = oembed.parse(await (await fetch(`${discovery}&maxwidth=320`)).json())
  expect(found.width).toBe(320)
  article = found.html
  const { port } = paper.address() as AddressInfo
  await page.context().clearCookies()
  await page.goto(`http://localhost:${port}/`)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('heading', { level: 1 }).waitFor()
  const shown = await frame.locator('main').innerText()
  for (const part of ['Was läuft', 'Telefon', 'Rückruf', 'Termin', 'In diesem Monat'])
    expect(shown).toContain(part)
  expect(await page.context().cookies()).toEqual([])
  expect(await frame.locator('script').count()).toBe(0)
  if (PICTURES) await page.screenshot({ path: join(PICTURES, 'stand-zeitung.png'), fullPage: true })

  article = `<iframe src="${server.url}/stand"></iframe><iframe src="${server.url}/console/"></iframe>`
  await page.goto(`http://localhost:${port}/`)
  await expect.poll(() => page.frames().filter((one) => one.url().startsWith(server.url)).length).toBe(0)
})

test('given questions that oEmbed refuses, says so with its own codes', async () => {
  const ask = async (query: string): Promise<number> => (await fetch(`${server.url}/oembed?${query}`)).status
  const own = encodeURIComponent(`${server.url}/stand`)
  expect(await ask(`url=${own}`)).toBe(200)
  expect(await ask(`url=${own}&format=yaml`)).toBe(501)
  expect(await ask(`url=${own}%3Ffarbe%3Drot`)).toBe(400)
  expect(await ask(`url=${own}&maxwidth=breit`)).toBe(400)
  expect(await ask(`url=${own}&maxwidth=0`)).toBe(400)
  const small = await fetch(`${server.url}/oembed?url=${own}%3Flang%3Den&maxwidth=200&maxheight=100`)
  const found = oembed.extend({ height: z.number() }).parse(await small.json())
  expect(found).toMatchObject({ width: 200, height: 100 })
  expect(found.html).toContain('sprache=en')
  const xml = await fetch(`${server.url}/oembed?format=xml&url=${own}%3Ffarbe%3Ddunkel&maxwidth=300`)
  expect(xml.headers.get('content-type')).toContain('text/xml')
  const { page } = await openPage(browser, {})
  const html = await page.evaluate<string>(
    `(() => {
      const told = new DOMParser().parseFromString(${JSON.stringify(await xml.text())}, 'text/xml')
      if (told.querySelector('parsererror')) throw new Error('no XML')
      if (told.querySelector('oembed > width').textContent !== '300') throw new Error('another width')
      return told.querySelector('oembed > html').textContent
    })()`,
  )
  await page.close()
  expect(html).toContain('<iframe src="')
  expect(html).toContain('farbe=dunkel')
  expect(await ask(`url=${encodeURIComponent('https://example.org/stand')}`)).toBe(404)
  expect(await ask('')).toBe(404)
})

test('given the page for newspapers, shows the code and what it looks like', async () => {
  const { page, complaints } = await openPage(browser, {})
  await page.goto(`${server.url}/stand/einbetten`)
  expect(await page.getByLabel('Diesen Text in Ihre Seite kopieren').inputValue()).toContain('<iframe')
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
  await expectAccessible(page)
  expect(complaints).toEqual([])
})

test('given somebody without JavaScript, the form changes what the widget shows; none chosen is said at the field', async () => {
  const { page } = await openPage(browser, {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 700 },
  })
  await page.goto(`${server.url}/stand/einbetten?lang=de`)
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('en')
  await page.getByLabel('Farben').selectOption('dunkel')
  for (const part of ['Aktuelles', 'Was läuft', 'Nächster Rückruf', 'Zahlen des Monats'])
    await page.getByLabel(part).uncheck()
  await page.getByRole('button', { name: 'Anzeige ändern' }).press('Enter')
  const code = await page.getByLabel('Diesen Text in Ihre Seite kopieren').inputValue()
  expect(code).toContain('sprache=en&amp;farbe=dunkel&amp;teile=warten%2Ctermine')
  const frame = page.frameLocator('iframe')
  await frame.getByRole('heading', { level: 1 }).waitFor()
  const text = await frame.locator('main').innerText()
  expect(text).toContain('Appointment')
  expect(text).not.toContain('This month')
  expect(text).not.toContain('What works')
  if (PICTURES) await page.screenshot({ path: join(PICTURES, 'stand-einbetten-320.png'), fullPage: true })

  for (const part of ['Rufnummern', 'Nächster Termin']) await page.getByLabel(part).uncheck()
  await page.getByRole('button', { name: 'Anzeige ändern' }).press('Enter')
  await page.getByText('Bitte mindestens einen Teil wählen.').first().waitFor()
  await page.close()
  const seen = await openPage(browser, {})
  await seen.page.goto(`${server.url}/stand/einbetten?lang=de&farbe=dunkel&teile=nichts`)
  await seen.page.getByText('Unbekannter Wert für „teile“').first().waitFor()
  await expectAccessible(seen.page)
  await seen.page.close()
  expect((await fetch(`${server.url}/stand/anzeige?farbe=rot`)).status).toBe(400)
})

test.each([
  ['hell', 'dark', 'light'],
  ['dunkel', 'light', 'dark'],
] as const)(
  'given the colours %s, the widget has them also where the browser is set to %s',
  async (farbe, browserHas, expected) => {
    const { page } = await openPage(browser, { colorScheme: browserHas })
    await page.goto(`${server.url}/stand/anzeige?sprache=de&farbe=${farbe}`)
    const [scheme, ground] = await page.evaluate<[string, string]>(
      '[getComputedStyle(document.documentElement).colorScheme, getComputedStyle(document.body).backgroundColor]',
    )
    expect(scheme).toBe(expected)
    expect(ground).toBe(expected === 'dark' ? 'oklch(0 0 0)' : 'oklch(1 0 0)')
    await expectAccessible(page)
    if (PICTURES)
      await page.screenshot({ path: join(PICTURES, `stand-anzeige-${farbe}.png`), fullPage: true })
    await page.close()
  },
)

test('given a lead who writes what is new, by keyboard, readers find it in their language until the lead ends it', async () => {
  const { page } = await openPage(browser, {})
  await signIn(page, server, 'leitung', '/console/telefon')
  await page.getByRole('button', { name: 'Neue Sonderansage' }).press('Enter')
  await page.getByLabel('Text', { exact: true }).waitFor()
  await page.getByLabel('Text', { exact: true }).fill('Der Aufzug am Markt steht still.')
  await page.getByLabel('Auf Englisch').fill('The lift is out of order.')
  await page.getByLabel('Link').fill('javascript:alert(1)')
  await page.getByLabel(/^Wichtig/).press('Space')
  for (const line of ['Bürgerbüro', 'Bürgertelefon'])
    await page.getByRole('checkbox', { name: line }).press('Space')
  await page.getByLabel('Bis', { exact: true }).fill(`${cityDay(1)}T18:00`)
  await page.getByRole('button', { name: 'Setzen' }).press('Enter')
  // What was typed stays, and the sentence stands at its field.
  await page.getByRole('dialog').getByText('Bitte eine ganze Adresse angeben').first().waitFor()
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toContain('Aufzug')
  await expectAccessible(page)
  if (PICTURES) await page.screenshot({ path: join(PICTURES, 'sonderansage.png'), fullPage: true })
  await page.getByLabel('Link').fill('/leistungen')
  await page.getByRole('button', { name: 'Setzen' }).press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('nur zum Lesen · nur geschrieben, ohne Ton · nicht auf der Startseite').waitFor()

  const textOf = async (path: string): Promise<string> => (await fetch(server.url + path)).text()
  await expect
    .poll(() => textOf('/stand?lang=en'), { timeout: 15_000 })
    .toContain('The lift is out of order.')
  expect(await textOf('/stand?lang=einfach')).toContain('<span lang="de">Der Aufzug am Markt steht still.')
  expect(await textOf('/?lang=de')).not.toContain('Aufzug')
  // Other tests may have read the German page a moment before.
  await expect.poll(() => textOf('/stand?lang=de'), { timeout: 15_000 }).toContain('Aufzug')
  const reader = await openPage(browser, { viewport: { width: 320, height: 700 } })
  await reader.page.goto(`${server.url}/stand?lang=de`)
  await reader.page.getByText('Der Aufzug am Markt').waitFor()
  await expectAccessible(reader.page)
  if (PICTURES)
    await reader.page.screenshot({ path: join(PICTURES, 'stand-aktuelles-320.png'), fullPage: true })
  await reader.page.close()

  await page.getByRole('button', { name: 'Beenden: Der Aufzug' }).press('Enter')
  await expect.poll(() => textOf('/stand?lang=de'), { timeout: 15_000 }).not.toContain('Aufzug')
  await page.close()
})
