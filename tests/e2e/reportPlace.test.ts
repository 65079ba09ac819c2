import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '../kit/console.ts'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let withoutMap: TestServer
let browser: Browser
let tiles: Server
let tilesUrl: string
const tilesAsked: string[] = []

/** One grey pixel, which a browser makes as large as a tile. */
const TILE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mO4DwAA6gDpLFEjVgAAAABJRU5ErkJggg==',
  'base64',
)

async function serveTiles(): Promise<void> {
  tiles = createServer((request, response) => {
    tilesAsked.push(request.url ?? '')
    response.writeHead(200, { 'content-type': 'image/png' }).end(TILE)
  })
  await new Promise<void>((resolve) => tiles.listen(0, '127.0.0.1', resolve))
  const address = tiles.address()
  tilesUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

beforeAll(async () => {
  await serveTiles()
  const env = { MAP_TILES_URL: `${tilesUrl}/{z}/{x}/{y}.png`, MAP_ATTRIBUTION: '© Probekarte' }
  ;[server, withoutMap, browser] = await Promise.all([startServer({ env }), startServer(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await withoutMap?.stop()
  await new Promise((resolve) => tiles.close(resolve))
})

/** A folder for pictures, for eyes. */
const PICTURES = process.env['PICTURES']
const NARROW = { viewport: { width: 320, height: 640 } } satisfies BrowserContextOptions

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click()
const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const placeShown = (page: Page): Promise<string> =>
  page.locator('.answers div', { hasText: 'Wo ist das?' }).locator('dd').innerText()

async function look(page: Page, what: string): Promise<void> {
  await expectAccessible(page)
  expect(
    await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    ),
  ).toBe(0)
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `place-${what}.png`), fullPage: true })
}

async function withoutScripts(): Promise<Page> {
  return (await openPage(browser, { ...NARROW, javaScriptEnabled: false })).page
}

async function describe(page: Page, place: string): Promise<void> {
  await page.goto(`${server.url}/melden/gruen`)
  await page.getByLabel('Was ist los?').fill('Ein Ast ist abgebrochen.')
  await page.getByLabel('Wo ist das?').fill(place)
}

/** Sends it, and reads the place on the page that follows it. */
async function sendAndFollow(page: Page): Promise<string> {
  await press(page, 'Meldung abschicken')
  expect(await heading(page)).toBe('Ihre Meldung ist angekommen')
  await press(page, 'Meldung ansehen')
  return page.locator('main').innerText()
}

test('without JavaScript, a misspelt address is asked about once, and the chosen one is stored', async () => {
  const page = await withoutScripts()
  await describe(page, 'Haubtstr 5')
  await press(page, 'Weiter')
  const asked = page.getByRole('group', { name: 'Welche Stelle ist gemeint?' })
  expect(await asked.getByRole('radio', { checked: true }).getAttribute('value')).toBe('so')
  await asked.getByLabel('Hauptstraße 5, 44532 Mitte').check()
  expect(await sendAndFollow(page)).toContain('Hauptstraße 5, 44532 Mitte')
})

test('without JavaScript, an address in full is preselected, and "none of these" keeps the words', async () => {
  const page = await withoutScripts()
  await describe(page, 'bahnhofstr. 3')
  await press(page, 'Weiter')
  const asked = page.getByRole('group', { name: 'Welche Stelle ist gemeint?' })
  expect(await asked.getByRole('radio', { checked: true }).getAttribute('value')).toBe(
    'Bahnhofstraße 3, 44532 Mitte',
  )
  await asked.getByLabel('Keine davon').check()
  expect(await sendAndFollow(page)).toContain('bahnhofstr. 3')
})

test('without JavaScript, words alone are a place, and nothing is asked', async () => {
  const page = await withoutScripts()
  await describe(page, 'neben der Bank am Spielplatz')
  await page.getByLabel('Das ist auf privatem Grund').check()
  await press(page, 'Weiter')
  expect(await page.getByRole('radio').count()).toBe(0)
  expect(await placeShown(page)).toContain('Das ist auf privatem Grund')
  await press(page, 'Ändern')
  expect(await page.getByLabel('Das ist auf privatem Grund').isChecked()).toBe(true)
  await press(page, 'Weiter')
  expect(await sendAndFollow(page)).toContain('neben der Bank am Spielplatz')
})

test.for([
  { name: 'narrow', options: NARROW },
  { name: 'dark', options: { colorScheme: 'dark' } },
] satisfies { name: string; options: BrowserContextOptions }[])(
  'the page that asks which place is meant is accessible in every language and nothing hangs over: $name',
  async ({ name, options }) => {
    const { page, complaints } = await openPage(browser, options)
    await describe(page, 'Haubtstr 5')
    await press(page, 'Weiter')
    await page.getByRole('radio').first().waitFor()
    for (const lang of ['de', 'en', 'einfach']) {
      await page.goto(`${server.url}/melden/gruen/pruefen?lang=${lang}`)
      await look(page, `check-${name}-${lang}`)
    }
    await page.goto(`${server.url}/melden/gruen`)
    await look(page, `form-${name}`)
    expect(complaints).toEqual([])
  },
)

const told = (page: Page): Promise<string> => page.locator('[data-place-told]').innerText()
/** On the page that shows everything once more. */
async function goOn(page: Page): Promise<void> {
  await press(page, 'Weiter')
  await page.getByRole('heading', { name: 'Stimmt alles?' }).waitFor()
}

test('with JavaScript, a suggestion is chosen by keyboard, closed by Escape, and read aloud', async () => {
  const { page, complaints } = await openPage(browser, NARROW)
  await describe(page, '')
  const field = page.getByRole('combobox', { name: 'Wo ist das?' })
  await field.pressSequentially('haubtstr')
  await page.getByRole('option').first().waitFor()
  expect(await field.getAttribute('aria-expanded')).toBe('true')
  expect(await told(page)).toContain('2 Vorschläge')
  await look(page, 'suggestions')
  await page.keyboard.press('Escape')
  expect(await page.getByRole('option').count()).toBe(0)
  expect(await field.inputValue()).toBe('haubtstr')
  await field.fill('')
  await field.pressSequentially('hauptstr. 5')
  const first = page.getByRole('option', { name: 'Hauptstraße 5, 44532 Mitte', exact: true })
  await first.waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await first.getAttribute('aria-selected')).toBe('true')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'))
  await page.keyboard.press('Enter')
  expect(await field.inputValue()).toBe('Hauptstraße 5, 44532 Mitte')
  await goOn(page)
  expect(await page.getByRole('radio').count()).toBe(0)
  expect(await placeShown(page)).toBe('Hauptstraße 5, 44532 Mitte')
  expect(complaints).toEqual([])
})

async function pageAt(
  latitude: number,
  longitude: number,
  accuracy: number,
): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser, {
    geolocation: { latitude, longitude, accuracy },
    permissions: ['geolocation'],
  })
  await describe(opened.page, '')
  return opened
}

test("with JavaScript, the device's position is a place, and leaves the device with the form only", async () => {
  const { page, complaints } = await pageAt(51.61208, 7.52208, 18)
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await press(page, 'Meinen Standort verwenden')
  await expect.poll(() => told(page)).toContain('auf etwa 20 m genau')
  expect(await page.getByLabel('Die Position mitschicken').isChecked()).toBe(true)
  expect(sent.filter((one) => one.includes('51.61'))).toEqual([])
  await look(page, 'located')
  await goOn(page)
  expect(await placeShown(page)).toContain('bei Hauptstraße 1, 44532 Mitte')
  expect(await placeShown(page)).toContain('auf etwa 20 m genau')
  await press(page, 'Meldung abschicken')
  await page.getByRole('heading', { name: 'Ihre Meldung ist angekommen' }).waitFor()
  expect(complaints).toEqual([])
})

test('with JavaScript, a position outside the city is told at the field, and nothing is lost', async () => {
  const { page } = await pageAt(51.51, 7.46, 10)
  await press(page, 'Meinen Standort verwenden')
  await expect.poll(() => told(page)).toContain('Standort gefunden')
  await press(page, 'Weiter')
  await page.locator('#place-fehler').waitFor()
  expect(await page.locator('#place-fehler').innerText()).toBe(
    'Diese Stelle liegt nicht in Lünen. Zuständig ist dort die Nachbargemeinde.',
  )
  expect(await page.getByLabel('Was ist los?').inputValue()).toBe('Ein Ast ist abgebrochen.')
  await look(page, 'outside')
  await page.getByLabel('Die Position mitschicken').uncheck()
  await page.getByLabel('Wo ist das?').fill('am Ortsschild')
  await goOn(page)
  expect(await placeShown(page)).toBe('am Ortsschild')
})

test('with JavaScript, a position that is far too vague is told and not taken', async () => {
  const { page } = await pageAt(51.612, 7.522, 4000)
  await press(page, 'Meinen Standort verwenden')
  await expect.poll(() => told(page)).toContain('nur auf etwa 4 km genau')
  expect(await page.getByLabel('Die Position mitschicken').isVisible()).toBe(false)
})

test('with JavaScript, the map is fetched when it is opened, and a spot is taken by keyboard', async () => {
  const { page, complaints } = await openPage(browser, NARROW)
  await describe(page, '')
  expect(await page.locator('.leaflet-container').count()).toBe(0)
  expect(tilesAsked).toEqual([])
  await page.getByRole('button', { name: 'Auf der Karte zeigen' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.leaflet-tile-loaded').first().waitFor()
  expect(tilesAsked.length).toBeGreaterThan(0)
  await expect.poll(() => page.evaluate<boolean>('document.activeElement?.matches(".map-ground")')).toBe(true)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => told(page)).toMatch(/^(bei |keine Adresse)/)
  await look(page, 'map')
  await page.keyboard.press('Enter')
  await expect.poll(() => told(page)).toMatch(/^Übernommen: /)
  expect(await page.locator('#position').inputValue()).toMatch(/^51\.\d{6},7\.\d{6},0$/)
  await goOn(page)
  expect(await placeShown(page)).toContain('Die Stelle haben Sie auf der Karte gewählt.')
  await press(page, 'Meldung abschicken')
  await page.getByRole('heading', { name: 'Ihre Meldung ist angekommen' }).waitFor()
  expect(complaints).toEqual([])
})

test('given an address, staff see it on a map and in words, and say that it is private ground', async () => {
  const citizen = await withoutScripts()
  await describe(citizen, 'Gartenstraße 8, 44534 Nord')
  await press(citizen, 'Weiter')
  await press(citizen, 'Meldung abschicken')
  const number = await citizen.locator('.reference').first().innerText()
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'buergertelefon', '/console/meldungen')
  await page.getByRole('link', { name: new RegExp(number) }).click()
  await page.getByRole('heading', { name: 'Wo das ist' }).waitFor()
  await page.locator('.place-map .leaflet-tile-loaded').first().waitFor()
  expect(await page.locator('main').innerText()).toMatch(/51,6\d{4}° Nord, 7,5\d{4}° Ost/)
  await look(page, 'staff')
  const ground = page.getByLabel('Auf privatem Grund')
  expect(await ground.isChecked()).toBe(false)
  await ground.click()
  await expect.poll(() => ground.isChecked()).toBe(true)
  await page.reload()
  await page.getByRole('heading', { name: 'Wo das ist' }).waitFor()
  expect(await page.getByLabel('Auf privatem Grund').isChecked()).toBe(true)
  await page.setViewportSize({ width: 320, height: 640 })
  await look(page, 'staff-narrow')
  expect(complaints).toEqual([])
})

test('given no tiles, no map is offered; with tiles, only the form may load pictures from there', async () => {
  const policyOf = async (url: string): Promise<string> =>
    (await fetch(url)).headers.get('content-security-policy') ?? ''
  const permissionsOf = async (url: string): Promise<string> =>
    (await fetch(url)).headers.get('permissions-policy') ?? ''
  expect(await policyOf(`${server.url}/melden/gruen`)).toContain(tilesUrl)
  expect(await policyOf(`${server.url}/melden`)).not.toContain(tilesUrl)
  expect(await policyOf(`${withoutMap.url}/melden/gruen`)).toBe(await policyOf(`${withoutMap.url}/melden`))
  expect(await permissionsOf(`${server.url}/melden/gruen`)).toContain('geolocation=(self)')
  expect(await permissionsOf(`${server.url}/melden`)).toContain('geolocation=()')
  expect(await policyOf(`${server.url}/console/`)).toContain(tilesUrl)
  expect(await policyOf(`${withoutMap.url}/console/`)).not.toContain('http:')
  const html = await (await fetch(`${withoutMap.url}/melden/gruen`)).text()
  expect(html).not.toContain('karte')
})
