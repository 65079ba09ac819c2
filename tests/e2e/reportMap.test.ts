import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let withoutTiles: TestServer
let browser: Browser
let tiles: Server
let tilesUrl: string
/** On the street, on private ground, and next to the first. */
let numbers: readonly [string, string, string]

/** One grey pixel, which a browser makes as large as a tile. */
const TILE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mO4DwAA6gDpLFEjVgAAAABJRU5ErkJggg==',
  'base64',
)

async function serveTiles(): Promise<void> {
  tiles = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end(TILE)
  })
  await new Promise<void>((resolve) => tiles.listen(0, '127.0.0.1', resolve))
  const address = tiles.address()
  tilesUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

beforeAll(async () => {
  await serveTiles()
  const env = { MAP_TILES_URL: `${tilesUrl}/{z}/{x}/{y}.png`, MAP_ATTRIBUTION: '© Probekarte' }
  ;[server, withoutTiles, browser] = await Promise.all([startServer({ env }), startServer(), launchBrowser()])
  await openCategory(withoutTiles)
  await releasedAt(withoutTiles, 'Bahnhofstraße 3, 44532 Mitte')
  await openCategory(server)
  numbers = [
    await releasedAt(server, 'Bahnhofstraße 3, 44532 Mitte'),
    await releasedAt(server, 'Gartenstraße 8, 44534 Nord', { isPrivate: true }),
    await releasedAt(server, 'Bahnhofstraße 9, 44532 Mitte'),
  ]
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await withoutTiles?.stop()
  await new Promise((resolve) => tiles.close(resolve))
})

async function openCategory(of: TestServer): Promise<void> {
  const { page } = await openPage(browser)
  await signIn(page, of, 'admin')
  await page.goto(`${of.url}/console/verwaltung/meldungen/gruen`)
  await page.getByLabel(/Darf öffentlich gezeigt werden/).check()
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.waitForURL('**/verwaltung/meldungen')
  await page.context().close()
}

/** Somebody reports it, and a clerk shows it to everybody. @returns its number */
async function releasedAt(of: TestServer, place: string, { isPrivate = false } = {}): Promise<string> {
  const { page: citizen } = await openPage(browser, { javaScriptEnabled: false })
  await citizen.goto(`${of.url}/melden/gruen`)
  await citizen.getByLabel('Was ist los?').fill('Ein Ast ist abgebrochen.')
  await citizen.getByLabel('Wo ist das?').fill(place)
  if (isPrivate) await citizen.getByLabel('Das ist auf privatem Grund').check()
  await press(citizen, 'Weiter')
  await press(citizen, 'Meldung abschicken')
  const number = await citizen.locator('.reference').first().innerText()
  await citizen.context().close()
  const { page } = await openPage(browser)
  await signIn(page, of, 'buergertelefon', '/console/meldungen')
  await page.getByRole('link', { name: new RegExp(number) }).click()
  await page.getByRole('button', { name: 'Öffentlich zeigen' }).click()
  await page.getByRole('button', { name: 'Nicht mehr zeigen' }).waitFor()
  await page.context().close()
  return number
}

/** A folder for pictures, for eyes. */
const PICTURES = process.env['PICTURES']
const NARROW = { viewport: { width: 320, height: 640 } } satisfies BrowserContextOptions
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click()
const told = (page: Page): Promise<string> => page.locator('[data-map-told]').innerText()
const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.outerHTML')
const marks = (page: Page) => page.locator('.leaflet-marker-icon')

async function look(page: Page, what: string): Promise<void> {
  await expectAccessible(page)
  expect(
    await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    ),
  ).toBe(0)
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `map-${what}.png`), fullPage: true })
}

async function openMap(options: BrowserContextOptions = {}, of = server) {
  const opened = await openPage(browser, options)
  await opened.page.goto(`${of.url}/meldungen`)
  await opened.page.getByRole('link', { name: 'Auf der Karte ansehen' }).click()
  return opened
}

test('without JavaScript, the page says so, and has the reports by district and street', async () => {
  const { page } = await openMap({ ...NARROW, javaScriptEnabled: false })
  const text = await page.locator('main').innerText()
  expect(text).toContain('Die Karte braucht JavaScript.')
  expect(await page.locator('.report-map').isVisible()).toBe(false)
  expect(await page.locator('main h3').allInnerTexts()).toEqual(['Mitte', 'Nord'])
  expect(await page.locator('main h4').allInnerTexts()).toEqual(['Bahnhofstraße', 'Gartenstraße'])
  for (const number of numbers) expect(text).toContain(number)
  expect(text).not.toContain('Gartenstraße 8')
  await page.getByRole('link', { name: 'Alle als Liste, mit Suche' }).click()
  expect(await page.locator('h1').innerText()).toBe('Öffentliche Meldungen')
})

test('with the keyboard alone, a point with several makes the map larger, and a point with one opens its page', async () => {
  const { page, complaints } = await openMap()
  await expect.poll(() => told(page)).toBe('Meldungen im Ausschnitt: 3')
  await page.locator('.leaflet-tile-loaded').first().waitFor()
  expect(await page.getByText('Die Karte braucht JavaScript.').isVisible()).toBe(false)
  const several = page.getByRole('button', { name: /^2 Meldungen/ })
  while ((await several.count()) > 0) {
    const before = await page.locator('.leaflet-marker-icon').allInnerTexts()
    await several.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.leaflet-marker-icon').allInnerTexts()).not.toEqual(before)
  }
  const one = page.getByRole('button', { name: new RegExp(`${numbers[0]}: eingegangen`) })
  await one.focus()
  await page.keyboard.press('Enter')
  const link = page.locator('.leaflet-popup a', { hasText: numbers[0] })
  await expect.poll(() => focused(page)).toContain(`/meldungen/${numbers[0]}`)
  await look(page, 'opened')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('.leaflet-popup').count()).toBe(0)
  expect(await focused(page)).toContain(`${numbers[0]}: eingegangen`)
  await page.keyboard.press(' ')
  await link.waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/meldungen/${numbers[0]}`)
  expect(complaints).toEqual([])
})

test.for([
  { name: 'narrow', options: NARROW },
  { name: 'dark', options: { colorScheme: 'dark' } },
] satisfies { name: string; options: BrowserContextOptions }[])(
  'the map is accessible in every language and nothing hangs over: $name',
  async ({ name, options }) => {
    const { page, complaints } = await openMap(options)
    for (const lang of ['de', 'en', 'einfach']) {
      await page.goto(`${server.url}/meldungen/karte?lang=${lang}`)
      await marks(page).first().waitFor()
      await page.locator('.leaflet-tile-loaded').first().waitFor()
      await look(page, `${name}-${lang}`)
    }
    expect(complaints).toEqual([])
  },
)

test('given no tiles, the map has the boundary and the points, and asks no other machine', async () => {
  const { page, complaints } = await openPage(browser, { colorScheme: 'dark' })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${withoutTiles.url}/meldungen/karte`)
  await marks(page).first().waitFor()
  await page.locator('path.map-boundary').waitFor()
  expect(asked.filter((url) => !url.startsWith(withoutTiles.url) && !url.startsWith('data:'))).toEqual([])
  await marks(page).first().click()
  await page.locator('.leaflet-popup-content a').waitFor()
  await look(page, 'no-tiles')
  expect(complaints).toEqual([])
})

test('given a filter, the map and the list beside it keep it, and only this page may load pictures from elsewhere', async () => {
  const { page } = await openMap(NARROW)
  await page.getByLabel('Stand').selectOption('beendet')
  await press(page, 'Anzeigen')
  await expect.poll(() => told(page)).toBe('In diesem Ausschnitt gibt es keine öffentliche Meldung.')
  await page.getByRole('link', { name: 'Alle als Liste, mit Suche' }).click()
  expect(new URL(page.url()).search).toBe('?stand=beendet')
  const policyOf = async (path: string): Promise<string> =>
    (await fetch(`${server.url}${path}`)).headers.get('content-security-policy') ?? ''
  expect(await policyOf('/meldungen/karte')).toContain(tilesUrl)
  expect(await policyOf('/meldungen')).not.toContain(tilesUrl)
})

test('given an answer that does not come, the page says so and the list is still there', async () => {
  const { page } = await openPage(browser)
  await page.route('**/api/v1/reports/map*', (route) => route.abort())
  await page.goto(`${server.url}/meldungen/karte`)
  await expect.poll(() => told(page)).toContain('Bitte bewegen Sie sie noch einmal')
  expect(await page.locator('main').innerText()).toContain(numbers[0])
})
