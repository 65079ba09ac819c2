import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportsView } from '../../src/reports/contract.ts'
import { signInApi } from '../kit/api.ts'
import { expectAccessible, FLAGS, launchBrowser, openPage } from '../kit/browser.ts'
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

/** A folder for pictures, for eyes. */
const PICTURES = process.env['PICTURES']
async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  expect(await overflowOf(page)).toBe(0)
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `offline-${name}.png`), fullPage: true })
}

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click()
const waiting = (page: Page) => page.locator('[data-entries] > li')

/** All reports with these words, as staff find them. */
async function reportsWith(words: string): Promise<string[]> {
  const api = await signInApi(server, 'leitung')
  const { items } = reportsView.parse((await api.get('/api/v1/reports')).body)
  return items.filter(({ excerpt }) => excerpt.includes(words)).map(({ id }) => id)
}

/** A page that was online once, and is kept by its device. */
async function keptPage(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser, options)
  const { page } = opened
  await page.goto(`${server.url}/melden`)
  await expect
    .poll(() =>
      page.evaluate<number>(
        `caches.keys().then(async (names) => navigator.serviceWorker.controller && names.length === 1 ? (await (await caches.open(names[0])).keys()).filter(({ url }) => url.includes('/melden')).length : 0)`,
      ),
    )
    .toBeGreaterThan(2)
  return opened
}

/** Chromium's own switch for the net, for the pages and the script without one. */
const setOffline = (page: Page, offline: boolean): Promise<void> => page.context().setOffline(offline)

async function fillIn(page: Page, text: string): Promise<void> {
  await page.getByLabel('Was ist los?').fill(text)
  await page.getByLabel('Wo ist das?').fill('Münsterstraße 1')
  await page.getByLabel('Kann sich dort jemand verletzen?').selectOption('ja')
}

/** A photo of a camera: larger than is sent, with a note where it was taken. */
const photo = async (name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
  const picture = sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#7a5c3e' } })
  const buffer = await picture
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: '51/1 37/1 0/1' } })
    .toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}

interface Given {
  number: string
  secret: string
}
async function givenTo(page: Page): Promise<Given> {
  const entry = waiting(page).first()
  const number = await entry.locator('[data-number]').innerText()
  return { number, secret: await entry.locator('[data-secret]').innerText() }
}

/** How many photos the city shows to whoever reported. */
async function photosOf({ number, secret }: Given): Promise<number> {
  const { page } = await openPage(browser)
  await page.goto(`${server.url}/meldung`)
  await page.getByLabel('Nummer der Meldung').fill(number)
  await page.getByLabel('Drei Wörter').fill(secret)
  await press(page, 'Ansehen')
  await page.getByText('Das haben Sie gemeldet').waitFor()
  return page.getByRole('list', { name: 'Diese Fotos sind dabei' }).getByRole('img').count()
}

test('given no net, a report with a photo waits on the device, survives a reload, and is sent once when the net is back', async () => {
  const { page } = await keptPage()
  await setOffline(page, true)
  await page.goto(`${server.url}/melden`)
  expect(await heading(page)).toBe('Gerade kein Netz')
  expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
  await look(page, 'start')
  await page.getByRole('link', { name: 'Straße und Gehweg' }).click()
  await press(page, 'Abschicken, sobald Netz da ist')
  expect(await page.locator('[data-told]').innerText()).toBe('Bitte füllen Sie dieses Feld aus.')
  await fillIn(page, 'Ohne Netz: ein Schlagloch.')
  await page.locator('#photos').setInputFiles(await photo('schlagloch.jpg'))
  await page.getByRole('img', { name: 'Foto 1' }).waitFor()
  await look(page, 'form')
  await press(page, 'Abschicken, sobald Netz da ist')
  await expect.poll(() => waiting(page).count()).toBe(1)
  expect(await waiting(page).innerText()).toContain('Wartet auf Netz')
  await page.reload()
  await expect.poll(() => waiting(page).count()).toBe(1)
  expect(await waiting(page).innerText()).toContain('Ohne Netz: ein Schlagloch.')
  expect(await waiting(page).innerText()).toContain('mit einem Foto')
  await look(page, 'waiting')
  expect(await reportsWith('Ohne Netz: ein Schlagloch.')).toHaveLength(0)
  await setOffline(page, false)
  await page.getByRole('heading', { name: 'Beschwerde oder Hinweis melden' }).waitFor()
  await expect.poll(() => waiting(page).innerText()).toContain('Angekommen')
  await look(page, 'sent')
  expect(await reportsWith('Ohne Netz: ein Schlagloch.')).toHaveLength(1)
  expect(await photosOf(await givenTo(page))).toBe(1)
  await page.reload()
  await expect.poll(() => waiting(page).count()).toBe(1)
  await press(page, 'Vom Gerät löschen')
  await expect.poll(() => waiting(page).count()).toBe(0)
  await page.reload()
  await page.getByRole('heading', { name: 'Beschwerde oder Hinweis melden' }).waitFor()
  expect(await waiting(page).count()).toBe(0)
  expect(await reportsWith('Ohne Netz: ein Schlagloch.')).toHaveLength(1)
})

test('given an answer that is lost on the way, the report is sent again and stays one, with its photo', async () => {
  const { page } = await keptPage()
  let asked = 0
  await page.context().route('**/einreichen*', async (route) => {
    asked += 1
    if (asked > 1) return route.continue()
    const answer = await route.fetch()
    expect(answer.status()).toBe(201)
    return route.abort()
  })
  await page.goto(`${server.url}/melden/strasse`)
  await fillIn(page, 'Die Antwort geht verloren.')
  await page.locator('#photos').setInputFiles(await photo('verloren.jpg'))
  await page.getByRole('img', { name: 'Foto 1' }).waitFor()
  await press(page, 'Weiter')
  await page.getByRole('heading', { name: 'Stimmt alles?' }).waitFor()
  await press(page, 'Meldung abschicken')
  await expect.poll(() => waiting(page).innerText()).toContain('Angekommen')
  expect(asked).toBe(2)
  expect(await reportsWith('Die Antwort geht verloren.')).toHaveLength(1)
  expect(await photosOf(await givenTo(page))).toBe(1)
})

test('given a window that was closed, the browser sends what waits by itself when the net is back', async () => {
  const { page } = await keptPage()
  await page.goto(`${server.url}/melden/strasse`)
  await setOffline(page, true)
  await fillIn(page, 'Das Fenster ist zu.')
  await press(page, 'Abschicken, sobald Netz da ist')
  await expect.poll(() => waiting(page).count()).toBe(1)
  const devtools = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId)
    })
  })
  await devtools.send('ServiceWorker.enable')
  const registrationId = await registered
  await page.goto('about:blank')
  expect(await reportsWith('Das Fenster ist zu.')).toHaveLength(0)
  await setOffline(page, false)
  // The switch of a test does not tell the part of Chromium that says so by itself.
  const origin = `${server.url}/`
  await devtools.send('ServiceWorker.dispatchSyncEvent', {
    origin,
    registrationId,
    tag: 'melden',
    lastChance: false,
  })
  await expect.poll(() => reportsWith('Das Fenster ist zu.')).toHaveLength(1)
})

test('given a photo that is taken away on the last page, it does not come back with what the device sends later', async () => {
  const { page } = await keptPage()
  await page.goto(`${server.url}/melden/strasse`)
  await fillIn(page, 'Das Foto soll weg.')
  await page.locator('#photos').setInputFiles(await photo('weg.jpg'))
  await page.getByRole('img', { name: 'Foto 1' }).waitFor()
  await press(page, 'Weiter')
  await page.getByRole('heading', { name: 'Stimmt alles?' }).waitFor()
  await press(page, /Foto 1\s+entfernen/)
  await expect.poll(() => page.getByRole('img', { name: 'Foto 1' }).count()).toBe(0)
  await page.getByRole('heading', { name: 'Stimmt alles?' }).waitFor()
  await setOffline(page, true)
  await press(page, 'Meldung abschicken')
  await expect.poll(() => waiting(page).count()).toBe(1)
  expect(await waiting(page).innerText()).not.toContain('mit einem Foto')
  await setOffline(page, false)
  await expect.poll(() => waiting(page).innerText()).toContain('Angekommen')
  expect(await photosOf(await givenTo(page))).toBe(0)
})

test('given no net, where the device is goes with what waits, and is seen again when it is changed', async () => {
  const geolocation = { latitude: 51.6165, longitude: 7.5286, accuracy: 12 }
  const { page } = await keptPage({ geolocation, permissions: ['geolocation'] })
  await setOffline(page, true)
  await page.goto(`${server.url}/melden/strasse`)
  await fillIn(page, 'Hier, wo ich stehe.')
  await page.getByLabel('Wo ist das?').fill('')
  await page.locator('[data-locate]').click()
  await expect.poll(() => page.locator('#position').isChecked()).toBe(true)
  await press(page, 'Abschicken, sobald Netz da ist')
  await expect.poll(() => waiting(page).count()).toBe(1)
  await page.getByRole('link', { name: 'Angaben ändern' }).click()
  await expect.poll(() => page.locator('#position').isChecked()).toBe(true)
  expect(await page.locator('#position').isVisible()).toBe(true)
  expect(await page.locator('#position').inputValue()).toBe('51.616500,7.528600,12')
  expect(await page.locator('input[name=position]').count()).toBe(1)
})

test('given copies of an older version, the new one removes them', async () => {
  const { page } = await keptPage()
  await page.evaluate(`(async () => {
    await (await caches.open('melden-alt')).put('/melden', new Response('alt'))
    await (await navigator.serviceWorker.getRegistration('/meld')).unregister()
  })()`)
  await page.reload()
  await expect.poll(() => page.evaluate<boolean>(`caches.has('melden-alt')`)).toBe(false)
  expect(await page.evaluate<string>(`caches.keys().then((names) => names.join())`)).toMatch(
    /^melden-[0-9a-f]{12}$/,
  )
})

test('given a sentence of the city about it, a kept report comes back to its form with everything', async () => {
  const { page } = await keptPage()
  await page.goto(`${server.url}/melden/strasse`)
  await setOffline(page, true)
  await fillIn(page, 'Die Adresse ist falsch getippt.')
  await page.getByLabel(/^E-Mail/).fill('jana@')
  await press(page, 'Abschicken, sobald Netz da ist')
  await expect.poll(() => waiting(page).count()).toBe(1)
  await setOffline(page, false)
  await page.getByRole('heading', { name: 'Beschwerde oder Hinweis melden' }).waitFor()
  await expect.poll(() => waiting(page).innerText()).toContain('Bitte prüfen')
  expect(await waiting(page).innerText()).toContain('Bitte die E-Mail-Adresse prüfen')
  await look(page, 'refused')
  await page.getByRole('link', { name: 'Angaben ändern' }).click()
  await expect
    .poll(() => page.getByLabel('Was ist los?').inputValue())
    .toBe('Die Adresse ist falsch getippt.')
  await page.getByRole('link', { name: /^Bitte die E-Mail-Adresse prüfen/ }).click()
  expect(await page.locator(':focus').getAttribute('name')).toBe('email')
  await look(page, 'refused-form')
  await page.getByLabel(/^E-Mail/).fill('jana@example.org')
  await press(page, 'Weiter')
  await page.getByRole('heading', { name: 'Stimmt alles?' }).waitFor()
  await press(page, 'Meldung abschicken')
  await page.getByRole('heading', { name: 'Ihre Meldung ist angekommen' }).waitFor()
  expect(await reportsWith('Die Adresse ist falsch getippt.')).toHaveLength(1)
  await page.goto(`${server.url}/melden`)
  await page.waitForLoadState('networkidle')
  expect(await waiting(page).count()).toBe(0)
})

test('given a draft, it is offered when one comes back, and gone after sending or when it is thrown away', async () => {
  const { page } = await keptPage()
  const form = `${server.url}/melden/strasse`
  await page.goto(form)
  await fillIn(page, 'Angefangen und liegen gelassen.')
  await page.locator('#photos').setInputFiles(await photo('entwurf.jpg'))
  await page.getByRole('img', { name: 'Foto 1' }).waitFor()
  await page.getByText('merkt sich dieses Gerät').waitFor()
  await page.goto(`${server.url}/`)
  await page.goto(form)
  const offer = page.getByRole('heading', { name: /^Ihr Entwurf von \d\d:\d\d$/ })
  await offer.waitFor()
  expect(await page.getByLabel('Was ist los?').inputValue()).toBe('')
  await look(page, 'draft')
  await press(page, 'Weiterschreiben')
  expect(await page.getByLabel('Was ist los?').inputValue()).toBe('Angefangen und liegen gelassen.')
  expect(await page.getByLabel('Kann sich dort jemand verletzen?').inputValue()).toBe('ja')
  await page.getByRole('img', { name: 'Foto 1' }).waitFor()
  await press(page, 'Weiter')
  await page.getByRole('heading', { name: 'Stimmt alles?' }).waitFor()
  await press(page, 'Meldung abschicken')
  await page.getByRole('heading', { name: 'Ihre Meldung ist angekommen' }).waitFor()
  await page.goto(form)
  await fillIn(page, 'Noch einer, der weg soll.')
  expect(await offer.isVisible()).toBe(false)
  await page.getByText('merkt sich dieses Gerät').waitFor()
  await page.reload()
  await press(page, 'Verwerfen')
  await page.reload()
  await page.waitForLoadState('networkidle')
  expect(await offer.isVisible()).toBe(false)
})

test('given a telephone, the camera is the first thing on the form, and what it takes is sent small and without notes', async () => {
  const { page, complaints } = await openPage(browser, {
    viewport: { width: 320, height: 640 },
    isMobile: true,
    hasTouch: true,
  })
  await page.goto(`${server.url}/melden/strasse`)
  const camera = page.getByRole('button', { name: 'Foto aufnehmen' })
  await camera.waitFor()
  expect(await page.locator('form button:visible').first().innerText()).toBe('Foto aufnehmen')
  await look(page, 'camera')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), camera.click()])
  expect(await chooser.element().getAttribute('capture')).toBe('environment')
  await chooser.setFiles(await photo('kamera.jpg'))
  const [more] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Aus Bildern wählen')])
  expect(more.isMultiple()).toBe(true)
  await more.setFiles([await photo('eins.jpg'), await photo('zwei.jpg')])
  await page.getByRole('img', { name: 'Foto 3' }).waitFor()
  await look(page, 'photos')
  await page.getByRole('button', { name: 'Foto 2 entfernen' }).click()
  await expect.poll(() => page.getByRole('img', { name: /^Foto/ }).count()).toBe(2)
  const sent = await page.evaluate<number[][]>(`Promise.all(
    [...document.querySelector('#photos').files].map(async (file) => [...new Uint8Array(await file.arrayBuffer())]))`)
  expect(sent).toHaveLength(2)
  for (const bytes of sent) {
    const { format, width, height, exif } = await sharp(Buffer.from(bytes)).metadata()
    expect({ format, width, height, exif }).toEqual({
      format: 'jpeg',
      width: 2560,
      height: 1920,
      exif: undefined,
    })
  }
  expect(complaints).toEqual([])
})

test('the pages for reporting can be kept by a device among its programs', async () => {
  // A window of a test is a private one, where nothing can be installed: this is a usual one.
  const folder = mkdtempSync(join(tmpdir(), 'fz-app-'))
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: FLAGS,
    locale: 'de-DE',
  })
  const page = await context.newPage()
  await page.goto(`${server.url}/melden`)
  const devtools = await context.newCDPSession(page)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  expect(installabilityErrors).toEqual([])
  const { data, errors } = await devtools.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(JSON.parse(data ?? '')).toMatchObject({
    name: 'Stadt Lünen: Melden',
    start_url: '/melden',
    display: 'standalone',
  })
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})

test('given what a device keeps for no net, nothing of a person is in it, and nothing of other pages', async () => {
  const { page } = await keptPage()
  await page.goto(`${server.url}/melden/strasse`)
  await fillIn(page, 'Das steht in keiner Ablage.')
  await press(page, 'Weiter')
  await page.getByRole('heading', { name: 'Stimmt alles?' }).waitFor()
  await press(page, 'Meldung abschicken')
  await page.getByRole('heading', { name: 'Ihre Meldung ist angekommen' }).waitFor()
  await press(page, 'Meldung ansehen')
  const kept = await page.evaluate<{ url: string; text: string }[]>(`(async () => {
    const found = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        found.push({ url: new URL(request.url).pathname, text: await (await cache.match(request)).text() })
    }
    return found
  })()`)
  expect(kept.filter(({ text }) => text.includes('Das steht in keiner Ablage.'))).toEqual([])
  const others = kept.map(({ url }) => url).filter((url) => !/^\/assets\/|^\/melden(\/[a-z-]+)?$/.test(url))
  expect(others).toEqual([])
})

test.for([
  { name: 'narrow', options: { viewport: { width: 320, height: 640 } } },
  { name: 'dark', options: { colorScheme: 'dark' } },
] satisfies { name: string; options: BrowserContextOptions }[])(
  'without net, every page is accessible and nothing hangs over: $name',
  async ({ name, options }) => {
    const { page } = await keptPage(options)
    for (const lang of ['de', 'en', 'einfach']) {
      await page.goto(`${server.url}/melden?lang=${lang}`)
      await expect
        .poll(() =>
          page.evaluate<boolean>(`caches.match('/melden?lang=${lang}').then((found) => found !== undefined)`),
        )
        .toBe(true)
    }
    await setOffline(page, true)
    for (const lang of ['de', 'en', 'einfach']) {
      await page.goto(`${server.url}/melden?lang=${lang}`)
      await look(page, `${name}-start-${lang}`)
      await page.goto(`${server.url}/melden/strasse?lang=${lang}`)
      await page.locator('textarea').fill('Text')
      await page.locator('[data-kept]').waitFor()
      await look(page, `${name}-form-${lang}`)
      await page.goto(`${server.url}/meldung?lang=${lang}`)
      expect(await heading(page)).toMatch(/kein Netz|No connection|Kein Internet/)
    }
  },
)
