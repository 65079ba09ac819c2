import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { heic, jpeg, telling } from '../../src/reports/photos/photos.testkit.ts'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { openAllDay } from '../kit/promises.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser
let folder: string
/** A folder for pictures of every page, for eyes. */
const PICTURES = process.env['PICTURES']

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  await openAllDay(server)
  folder = mkdtempSync(join(tmpdir(), 'fz-photos-'))
  if (PICTURES) mkdirSync(PICTURES, { recursive: true })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

function fileOf(name: string, bytes: Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** For axe, and for people where they want to: wide, narrow, dark. Axe needs scripts, which these pages do without. */
async function look(page: Page, name: string): Promise<void> {
  const wide = page.viewportSize()
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await expectAccessible(page)
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${scheme}.png`, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 640 })
  await expectAccessible(page)
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320)
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-320.png`, fullPage: true })
  if (wide) await page.setViewportSize(wide)
}

/** Scripts of ours are off; axe may run all the same. */
const openForm = async () => {
  const opened = await openPage(browser)
  await opened.page.route('**/assets/*.js', (route) => route.abort())
  await opened.page.goto(`${server.url}/melden/strasse`)
  return opened.page
}
const photos = (page: Page) => page.getByRole('list', { name: 'Diese Fotos sind dabei' }).getByRole('img')
const next = (page: Page) => page.getByRole('button', { name: 'Weiter' }).last().click()
const fill = async (page: Page): Promise<void> => {
  await page.getByLabel('Was ist los?').fill('Vor der Post ist eine Platte lose.')
  await page.getByLabel('Wo ist das?').fill('Münsterstraße 1')
  await page.getByLabel('Kann sich dort jemand verletzen?').selectOption('ja')
}
/** Width and height of a thumbnail as the browser decoded it. */
const sizeOf = (page: Page): Promise<string> =>
  page.evaluate<string>(
    "(({ naturalWidth, naturalHeight }) => `${naturalWidth} x ${naturalHeight}`)(document.querySelector('.photos img'))",
  )

test('given a photo, it goes first on the form, is shown upright on every page, and can be taken away and added later', async () => {
  const page = await openForm()
  expect(await page.locator('form .kern-label').first().innerText()).toBe('Foto (freiwillig)')
  await page.getByLabel('Foto (freiwillig)').setInputFiles(fileOf('sonne.jpg', await telling()))
  // Something is missing: the photo is there all the same.
  await next(page)
  await page
    .getByRole('heading', { name: /Fehler|Bitte/ })
    .first()
    .waitFor()
  await photos(page).first().waitFor()
  expect(await sizeOf(page)).toBe('200 x 400')
  await look(page, 'form')
  await fill(page)
  await page.getByLabel('Foto (freiwillig)').setInputFiles(fileOf('zwei.jpg', await jpeg({ seed: 2 })))
  // Enter in a field goes on, and takes no photo away.
  await page.getByLabel('Wo ist das?').press('Enter')
  await page.getByRole('heading', { name: 'Stimmt alles?' }).waitFor()
  expect(await photos(page).count()).toBe(2)
  await look(page, 'check')
  await page.getByRole('button', { name: 'Foto 2 entfernen' }).click()
  await page.getByRole('heading', { name: 'Stimmt alles?' }).waitFor()
  expect(await photos(page).count()).toBe(1)
  await page.getByRole('button', { name: 'Ändern' }).click()
  expect(await page.getByLabel('Was ist los?').inputValue()).toContain('Platte')
  await page.getByRole('button', { name: 'Foto 1 entfernen' }).click()
  expect(await photos(page).count()).toBe(0)
  expect(await page.getByLabel('Was ist los?').inputValue()).toContain('Platte')
  await page.getByLabel('Foto (freiwillig)').setInputFiles(fileOf('sonne.jpg', await telling()))
  await next(page)
  await page.getByRole('button', { name: 'Meldung abschicken' }).click()
  await page.getByRole('button', { name: 'Meldung ansehen' }).click()
  expect(await photos(page).count()).toBe(1)
  await page.getByRole('button', { name: 'Foto senden' }).click()
  await page.locator('.kern-error').getByText('Bitte wählen Sie zuerst ein Foto aus.').waitFor()
  await page.getByLabel('Ein Foto nachreichen').setInputFiles(fileOf('drei.jpg', await jpeg({ seed: 3 })))
  await page.getByRole('button', { name: 'Foto senden' }).click()
  await page.getByText('Danke, das Foto ist da.').waitFor()
  expect(await photos(page).count()).toBe(2)
  await look(page, 'follow')
})

test('given files that are too large, of an iPhone, broken or too many, each has its sentence and nothing else is lost', async () => {
  const page = await openForm()
  await fill(page)
  const whole = await jpeg({ width: 900, height: 700, seed: 4 })
  await page
    .getByLabel('Foto (freiwillig)')
    .setInputFiles([
      fileOf('gross.jpg', Buffer.alloc(11 * 1024 * 1024, whole)),
      fileOf('IMG_0001.HEIC', heic()),
      fileOf('halb.jpg', whole.subarray(0, whole.length / 2)),
      fileOf('gut.jpg', whole),
    ])
  await next(page)
  const told = await page.locator('#photos-fehler').innerText()
  expect(told).toContain('„gross.jpg“: Dieses Foto ist zu groß (höchstens 10 MB).')
  expect(told).toContain('„IMG_0001.HEIC“: Dieses Format (HEIC) können wir nicht lesen.')
  expect(told).toContain('„halb.jpg“: Dieses Foto ist beschädigt')
  expect(told).not.toContain('gut.jpg')
  expect(await photos(page).count()).toBe(1)
  expect(await page.getByLabel('Was ist los?').inputValue()).toContain('Platte')
  expect(await page.getByLabel('Wo ist das?').inputValue()).toBe('Münsterstraße 1')
  await look(page, 'refused')
  const more = await Promise.all([5, 6, 7, 8, 9].map((seed) => jpeg({ seed })))
  const paths = more.map((bytes, n) => fileOf(`mehr-${n}.jpg`, bytes))
  await page.getByLabel('Foto (freiwillig)').setInputFiles(paths)
  await next(page)
  expect(await page.locator('#photos-fehler').innerText()).toBe(
    '„mehr-4.jpg“: Es gehen höchstens 5 Fotos. Dieses ist nicht mehr dabei.',
  )
  expect(await photos(page).count()).toBe(5)
  expect(await page.getByLabel('Foto (freiwillig)').isDisabled()).toBe(true)
  await next(page)
  await page.getByRole('heading', { name: 'Stimmt alles?' }).waitFor()
})

/** How many places of a picture on this page are black. Waits for the picture: one that is still on its way is drawn as nothing. */
const blackPlaces = (page: Page): Promise<number> =>
  page.evaluate<number>(`(async () => {
    const image = document.querySelector('dialog img')
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 20
    const drawing = canvas.getContext('2d')
    drawing.drawImage(image, 0, 0, 20, 20)
    const { data } = drawing.getImageData(0, 0, 20, 20)
    return Array.from({ length: 400 }, (_, at) => data[at * 4] + data[at * 4 + 1] + data[at * 4 + 2]).filter((sum) => sum < 40).length
  })()`)

test('given a photo, staff open it large by keyboard, make a part black by keys and by mouse, and show it to everybody', async () => {
  const citizen = await openForm()
  await fill(citizen)
  const sent = fileOf('vier.jpg', await jpeg({ width: 1200, height: 800, seed: 5 }))
  await citizen.getByLabel('Foto (freiwillig)').setInputFiles(sent)
  await next(citizen)
  await citizen.getByRole('button', { name: 'Meldung abschicken' }).click()
  const number = await citizen.locator('.reference').first().innerText()

  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'admin')
  await page.goto(`${server.url}/console/verwaltung/meldungen/strasse`)
  await page.getByLabel(/Darf öffentlich gezeigt werden/).check()
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.waitForURL('**/verwaltung/meldungen')
  await page.goto(`${server.url}/console/meldungen`)
  await page.getByRole('link', { name: number, exact: true }).click()
  const thumbnail = page.getByRole('button', { name: 'Foto 1, groß ansehen' })
  await thumbnail.waitFor()
  await look(page, 'staff')
  await thumbnail.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Öffentlich zeigen lässt es sich erst').waitFor()
  await look(page, 'staff-large')
  expect(await blackPlaces(page)).toBe(0)
  await page.keyboard.press('Escape')
  await page.locator(':focus').and(thumbnail).waitFor()
  await page.getByRole('button', { name: 'Öffentlich zeigen', exact: true }).click()
  await page.getByRole('button', { name: 'Nicht mehr zeigen', exact: true }).waitFor()

  await thumbnail.click()
  await page.getByRole('button', { name: 'Schwärzen' }).click()
  await page.getByRole('button', { name: 'Für immer schwärzen' }).click()
  await page.getByText('Bitte zeichnen Sie mindestens ein Rechteck.').waitFor()
  await page.getByRole('button', { name: 'Rechteck hinzufügen' }).click()
  for (let n = 0; n < 20; n += 1) await page.keyboard.press('ArrowLeft')
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('Shift+ArrowDown')
  await page
    .getByRole('button', { name: 'Rechteck 1: von links 0 %, von oben 40 %, breit 20 %, hoch 30 %' })
    .waitFor()
  const picture = (await page.locator('.blacken img').boundingBox())!
  const at = (x: number, y: number) =>
    [picture.x + picture.width * x, picture.y + picture.height * y] as const
  await page.mouse.move(...at(0.6, 0.1))
  await page.mouse.down()
  await page.mouse.move(...at(0.9, 0.5), { steps: 4 })
  await page.mouse.up()
  await page.getByRole('button', { name: /^Rechteck 2: von links 60 %, von oben 10 %/ }).waitFor()
  await look(page, 'blacken')
  await page.getByRole('button', { name: 'Für immer schwärzen' }).click()
  await page.getByRole('button', { name: 'Foto öffentlich zeigen' }).waitFor()
  // Of 20 x 20 places: 4 x 6 by keys, 6 x 8 by mouse; those at an edge are grey.
  await expect.poll(() => blackPlaces(page)).toBeGreaterThan(40)
  expect(await blackPlaces(page)).toBeLessThan(85)
  await page.getByRole('button', { name: 'Foto öffentlich zeigen' }).click()
  await page.getByText('Alle können dieses Foto sehen.').waitFor()
  await expectAccessible(page)

  const answer = await fetch(`${server.url}/open311/v2/requests/${number}.json`)
  const [{ media_url: address }] = z.tuple([z.looseObject({ media_url: z.url() })]).parse(await answer.json())
  const shown = await fetch(address)
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  await page.getByRole('button', { name: 'Foto nicht mehr zeigen' }).click()
  await page.getByRole('button', { name: 'Foto öffentlich zeigen' }).waitFor()
  expect((await fetch(address)).status).toBe(404)
  expect(complaints).toEqual([])
})

test('given a photo that shows somebody, staff delete it by keyboard with a reason, and it is gone for everybody at once', async () => {
  const citizen = await openForm()
  await fill(citizen)
  const sent = await Promise.all([6, 7].map((seed) => jpeg({ width: 600, height: 400, seed })))
  await citizen
    .getByLabel('Foto (freiwillig)')
    .setInputFiles(sent.map((bytes, n) => fileOf(`gesicht-${n}.jpg`, bytes)))
  await next(citizen)
  await citizen.getByRole('button', { name: 'Meldung abschicken' }).click()
  const number = await citizen.locator('.reference').first().innerText()
  await citizen.getByRole('button', { name: 'Meldung ansehen' }).click()
  expect(await photos(citizen).count()).toBe(2)

  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'buergertelefon')
  await page.goto(`${server.url}/console/meldungen`)
  await page.getByRole('link', { name: number, exact: true }).click()
  const first = page.getByRole('button', { name: 'Foto 1, groß ansehen' })
  await first.waitFor()
  const picture = new URL((await first.getByRole('img').getAttribute('src'))!, server.url).href
  expect((await page.request.get(picture)).status()).toBe(200)
  await first.focus()
  await page.keyboard.press('Enter')
  const toDelete = page.getByRole('button', { name: 'Löschen', exact: true })
  await toDelete.focus()
  await page.keyboard.press('Enter')
  // The field has the focus; sent empty, the form says what is missing.
  const reason = page.getByRole('dialog').getByLabel('Warum?')
  await page.locator(':focus').and(reason).waitFor()
  const button = page.getByRole('button', { name: 'Für immer löschen' })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Bitte sagen Sie, warum.').first().waitFor()
  await reason.focus()
  await page.keyboard.type('Eine Person ist zu erkennen.')
  await look(page, 'delete')
  await button.focus()
  await page.keyboard.press('Enter')
  await page.locator(':focus').getByText('Foto 1 ist gelöscht. Die Meldung hat noch ein Foto.').waitFor()
  await page.getByRole('button', { name: 'Foto 2, groß ansehen' }).waitFor({ state: 'detached' })
  await look(page, 'deleted')
  expect((await page.request.get(picture)).status()).toBe(404)
  await citizen.reload()
  expect(await photos(citizen).count()).toBe(1)
  await page.goto(`${server.url}/console/meldungen`)
  expect(complaints).toEqual([])
})
