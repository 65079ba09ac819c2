import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exe, pdf, png } from '../../src/cases/attachments/attachments.testkit.ts'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { openAllDay, promisePractice } from '../kit/promises.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser
let folder: string
const pictures = process.env['PICTURES']

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  await openAllDay(server)
  folder = mkdtempSync(join(tmpdir(), 'fz-files-'))
  if (pictures) mkdirSync(pictures, { recursive: true })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Without a space to break at. */
const LONG = `Lichtbild_${'0123456789'.repeat(9)}.png`

/** A file that misses the field: whether the page keeps the browser from opening it in its place. */
const DROP_BESIDE = `(() => {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File(['x'], 'x.pdf'))
  const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
  return !document.querySelector('h1').dispatchEvent(drop)
})()`

/** A file on this computer, as a clerk has it. */
function fileOf(name: string, bytes: Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** A look for people, where one is wanted: wide, narrow, dark. */
async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  const wide = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  await expectAccessible(page)
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320)
  if (pictures) await page.screenshot({ path: `${pictures}/${name}-320.png`, fullPage: true })
  if (wide) await page.setViewportSize(wide)
  if (!pictures) return
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.screenshot({ path: `${pictures}/${name}-dark.png`, fullPage: true })
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Chooses files as one does without a mouse: the field has the focus, Enter opens the system's dialog. */
async function addByKeyboard(page: Page, ...paths: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByLabel('Datei hinzufügen').focus()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(paths)
}
const files = (page: Page) => page.getByRole('region', { name: 'Anlagen' })

async function openCallback(login = 'sachbearbeitung') {
  const { number } = await promisePractice(server)
  const opened = await openPage(browser)
  await signIn(opened.page, server, login, '/console/rueckrufe')
  await opened.page.getByRole('button', { name: number, exact: true }).click()
  await opened.page.getByRole('heading', { name: `Rückruf ${number}` }).waitFor()
  return { ...opened, number }
}

test('given a case, a clerk adds files by keyboard, gets the same bytes back, and removes one', async () => {
  const { page, complaints } = await openCallback()
  await page.getByRole('link', { name: 'Ganzes Anliegen' }).click()
  await files(page).waitFor()
  const bytes = pdf('Vollmacht für die Abholung')
  await addByKeyboard(page, fileOf('Vollmacht Müller.pdf', bytes), fileOf(LONG, png('Bild')))
  await files(page).getByRole('link', { name: LONG }).waitFor()
  await page.getByText('Anlage hinzugefügt: Vollmacht Müller.pdf (PDF, 1 kB).').waitFor()
  await files(page).getByText('Carla Probe').first().waitFor()

  const saved = page.waitForEvent('download')
  await files(page).getByRole('link', { name: 'Vollmacht Müller.pdf' }).focus()
  await page.keyboard.press('Enter')
  const download = await saved
  expect(download.suggestedFilename()).toBe('Vollmacht Müller.pdf')
  expect(await readFile(await download.path())).toEqual(bytes)

  await addByKeyboard(page, fileOf('Kopie.pdf', bytes))
  await page.getByText('Kopie.pdf war schon da, als Vollmacht Müller.pdf.').waitFor({ state: 'attached' })
  await expect.poll(() => files(page).getByRole('link').count()).toBe(2)
  await look(page, 'attachments')

  await files(page)
    .getByRole('button', { name: `Löschen: ${LONG}` })
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Anlage gelöscht.').waitFor()
  await expect.poll(() => files(page).getByRole('link').count()).toBe(1)
  await page.locator(':focus').and(files(page)).waitFor()
  expect(complaints).toEqual([])
})

test('given a program under the name of a PDF and a file that is too large, each is refused with its sentence', async () => {
  const { page } = await openCallback()
  await addByKeyboard(
    page,
    fileOf('rechnung.pdf', exe()),
    fileOf('scan.pdf', Buffer.alloc(10 * 1024 * 1024 + 1, pdf())),
    fileOf('gut.pdf', pdf('gut')),
  )
  await files(page).getByRole('link', { name: 'gut.pdf' }).waitFor()
  await files(page)
    .getByText('rechnung.pdf ist nicht hinzugefügt. Diese Datei ist weder PDF noch JPEG- oder PNG-Bild.')
    .waitFor()
  await files(page)
    .getByText('scan.pdf ist nicht hinzugefügt. Diese Datei ist zu groß (höchstens 10 MB).')
    .waitFor()
  await look(page, 'attachments-refused')
  // The same from a program that does not look first: the answer arrives although the body is not read to its end.
  const link = await files(page).getByRole('link', { name: 'gut.pdf' }).getAttribute('href')
  const address = new URL(link ?? '', page.url())
  const all = address.href.slice(0, address.href.lastIndexOf('/'))
  const large = { data: Buffer.alloc(11 * 1024 * 1024, pdf()) }
  const told = await page.request.post(`${all}?name=scan.pdf`, large)
  expect([told.status(), await told.json()]).toMatchObject([
    413,
    { error: { message: 'Das ist zu groß (höchstens 10 MB).' } },
  ])
  await page.getByRole('button', { name: 'Hinweis schließen: scan.pdf' }).focus()
  await page.keyboard.press('Enter')
  await page.locator(':focus').and(files(page)).waitFor()
  await expect.poll(() => files(page).getByRole('link').count()).toBe(1)
  await expect.poll(() => files(page).getByText('scan.pdf').count()).toBe(0)
})

test('given a call and a note half written, files come and go and the note stays', async () => {
  const { page, complaints } = await openCallback()
  await page.getByRole('button', { name: /Anrufen/ }).click()
  await page.locator('#main').getByText('Im Gespräch').waitFor()
  await page.getByLabel('Notiz').fill('Reicht die Vollmacht nach, kommt per')
  // The server is away for a moment.
  await page.route('**/attachments?*', (route) => route.abort(), { times: 1 })
  expect(await page.evaluate<boolean>(DROP_BESIDE)).toBe(true)
  await addByKeyboard(page, fileOf('nachgereicht.pdf', pdf('nachgereicht')))
  await page.getByRole('button', { name: 'Noch einmal senden: nachgereicht.pdf' }).click()
  await files(page).getByRole('link', { name: 'nachgereicht.pdf' }).waitFor()
  const saved = page.waitForEvent('download')
  await files(page).getByRole('link', { name: 'nachgereicht.pdf' }).click()
  await (await saved).path()
  await page.locator('#main').getByText('Im Gespräch').waitFor()
  expect(await page.getByLabel('Notiz').inputValue()).toBe('Reicht die Vollmacht nach, kommt per')
  expect(complaints.filter((complaint) => !complaint.includes('ERR_FAILED'))).toEqual([])
})
