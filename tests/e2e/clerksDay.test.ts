import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { openAllDay, promisePractice } from '../kit/promises.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser
const pictures = process.env['PICTURES']

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  await openAllDay(server)
  if (pictures) mkdirSync(pictures, { recursive: true })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
/** A look for people, where one is wanted: wide, narrow, dark. */
async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  if (!pictures) return
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.screenshot({ path: `${pictures}/${name}-320.png`, fullPage: true })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: `${pictures}/${name}-dark.png`, fullPage: true })
  await page.emulateMedia({ colorScheme: 'light' })
}
async function open(login: string) {
  const opened = await openPage(browser)
  await signIn(opened.page, server, login, '/console/rueckrufe')
  await opened.page.getByRole('heading', { name: /^Rückrufe/ }).waitFor()
  return opened
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor()

test('given a day at the counter and the telephone, a clerk works it by keyboard alone', async () => {
  const first = await promisePractice(server)
  const { page, complaints } = await open('sachbearbeitung')

  // The next best, and what follows from the conversation.
  await press(page, 'n')
  await heading(page, `Rückruf ${first.number}`)
  await press(page, 'Enter')
  await page.locator('#main').getByText('Im Gespräch').waitFor()
  await press(page, 'f')
  await page.getByRole('group', { name: 'Wann rufen wir wieder an?' }).waitFor()
  await look(page, 'follow-up')
  await press(page, 'Control+Enter')
  await page.getByText('Bitte das Zeitfenster wählen, das Sie zusagen.').first().waitFor()
  await page.getByRole('button', { name: /Ergebnis speichern/ }).focus()
  await press(page, '2', 'Control+Enter')
  await page.getByText(`${first.number}: Der nächste Anruf ist zugesagt,`).first().waitFor()
  await page
    .getByRole('row', { name: new RegExp(first.number) })
    .getByText('für mich')
    .waitFor()
  await look(page, 'list')

  // What is still in hand at the end of the shift.
  await page.getByRole('button', { name: first.number, exact: true }).click()
  await page.getByRole('button', { name: /Anrufen/ }).waitFor()
  await press(page, 'Escape')
  await heading(page, /^Rückrufe/)
  await page.getByRole('button', { name: 'Abmelden' }).click()
  await heading(page, 'Sie haben noch einen Rückruf in der Hand')
  await look(page, 'sign-out')
  await press(page, 'Escape', 's')
  await heading(page, 'Schicht übergeben')
  await page.getByLabel('An wen?').selectOption({ label: 'Deniz Probe' })
  await look(page, 'shift')
  await page.getByRole('button', { name: 'Übergeben' }).click()
  await page.getByText('Bitte in einem Satz sagen, was zu wissen ist.').first().waitFor()
  await page.getByLabel('Was muss man wissen?').fill('Unterlagen kommen heute per Post.')
  await press(page, 'Enter')
  await page.getByText('Ein Rückruf ist übergeben.').first().waitFor()
  await page
    .getByRole('row', { name: new RegExp(first.number) })
    .getByText('für Deniz Probe')
    .waitFor()

  // Back out of a colleague's list, with a reason.
  await page.getByRole('button', { name: first.number, exact: true }).click()
  await page.getByText('Dieser Rückruf wartet auf Deniz Probe.').waitFor()
  await press(page, 'u')
  await page.getByLabel('Grund').fill('Deniz ist am Schalter')
  await look(page, 'take-over')
  await press(page, 'Enter')
  await page.getByRole('button', { name: /Anrufen/ }).waitFor()
  await page.getByText('Notiz: Rückruf übernommen: Deniz ist am Schalter').waitFor()
  await press(page, 'g')
  await page.getByLabel('Grund').fill('Feierabend')
  await press(page, 'Enter')
  await page.getByText(`${first.number} ist wieder in der Liste.`).first().waitFor()
  expect(complaints).toEqual([])
})

test('given somebody between two visitors, the calm list shows what comes next and stays as it is', async () => {
  const { page, complaints } = await open('sachbearbeitung2')
  await press(page, 'l')
  await heading(page, 'Rückrufe in Ruhe')
  expect(new URL(page.url()).searchParams.get('ansicht')).toBe('ruhig')
  const items = page.locator('.quiet__item')
  await page
    .getByText(/Zurzeit wartet kein Rückruf|Ausweis läuft ab/)
    .first()
    .waitFor()
  const before = await items.count()
  await promisePractice(server)
  const last = await promisePractice(server)
  // News from the server has come by now, and nothing has moved.
  expect(await items.count()).toBe(before)
  await press(page, 'r')
  await expect.poll(() => items.count()).toBe(2)
  await look(page, 'calm')
  await press(page, 'n')
  await heading(page, /^Rückruf LU-/)
  await press(page, 'Enter')
  await page.locator('#main').getByText('Im Gespräch').waitFor()
  await press(page, 'e', 'Enter')
  await heading(page, 'Rückrufe in Ruhe')
  await page
    .getByText(/ist erledigt/)
    .first()
    .waitFor()
  await press(page, 'l')
  await heading(page, /^Rückrufe ·/)
  await page.getByRole('button', { name: last.number, exact: true }).waitFor()
  expect(complaints).toEqual([])
})

test('given filters by key and list, the address keeps them, the next visit too, and what is hidden is said', async () => {
  const { number } = await promisePractice(server)
  const { page, complaints } = await open('sachbearbeitung')
  await page.getByRole('button', { name: number, exact: true }).waitFor()
  await press(page, 'm')
  await page.getByText(/durch die Auswahl ausgeblendet/).waitFor()
  expect(new URL(page.url()).searchParams.get('wer')).toBe('meine')
  await look(page, 'filters')
  await page.getByLabel('Sprache').selectOption({ label: 'Türkisch' })
  await page.goto(`${server.url}/console/rueckrufe`)
  await page.getByText(/durch die Auswahl ausgeblendet/).waitFor()
  expect(new URL(page.url()).searchParams.get('sprache')).toBe('tr')
  await page.getByRole('button', { name: 'Alle zeigen' }).click()
  await page.getByRole('button', { name: number, exact: true }).waitFor()
  expect(complaints).toEqual([])
})

test('given a text module of the administrator’s, a slash and some letters insert it into the note, filled in', async () => {
  const { page: admin } = await openPage(browser)
  await signIn(admin, server, 'admin', '/console/verwaltung/textbausteine')
  await admin.getByRole('link', { name: 'Neuer Textbaustein' }).click()
  await admin.getByLabel('Name').fill('Unterlagen fehlen')
  await admin.getByRole('textbox', { name: 'Text' }).fill('Es fehlen Unterlagen zu {Nummer}.')
  await look(admin, 'text-module')
  await admin.getByRole('button', { name: 'Speichern' }).click()
  await admin.getByText('Der Textbaustein ist gespeichert.').first().waitFor()
  await look(admin, 'text-modules')
  const { number } = await promisePractice(server)
  const { page, complaints } = await open('sachbearbeitung')
  await page.getByRole('button', { name: number, exact: true }).click()
  const note = page.getByLabel('Notiz')
  await page.getByText('Mit / fügen Sie einen Textbaustein ein.').waitFor()
  await note.focus()
  await page.keyboard.type('Ja/nein. /')
  await heading(page, 'Textbaustein einfügen')
  await page.keyboard.type('fehlen')
  await look(page, 'insert')
  await press(page, 'Enter')
  await expect.poll(() => note.inputValue()).toBe(`Ja/nein. Es fehlen Unterlagen zu ${number}.`)
  await page.keyboard.type(' Danke.')
  expect(await note.inputValue()).toBe(`Ja/nein. Es fehlen Unterlagen zu ${number}. Danke.`)
  expect(complaints).toEqual([])
})
