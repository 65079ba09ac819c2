import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
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

async function openAs(login: string, path: string, title: string, options = {}) {
  const opened = await openPage(browser, options)
  await signIn(opened.page, server, login, `/console/termine/${path}`)
  await heading(opened.page, title)
  return opened
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

/** Goes on with Tab until the focus is on it. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const exact = typeof name === 'string'
  const wanted = page
    .locator(':focus')
    .and(page.getByLabel(name, { exact }).or(page.getByRole('button', { name, exact })))
  for (let n = 0; n < 60; n += 1) {
    if ((await wanted.count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name}`)
}

async function typeInto(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** The whole way by keyboard: an office, somebody who works there every day, and what is done there. */
test('given a city without this office, an administrator sets it up by keyboard, and a citizen books there', async () => {
  const { page, complaints } = await openAs('admin', 'bueros', 'Büros')
  await page.getByRole('link', { name: 'Neues Büro' }).focus()
  await page.keyboard.press('Enter')
  await heading(page, 'Neues Büro')
  await typeInto(page, 'Name', OFFICE)
  await typeInto(page, /Schalter/, 'zwei')
  await page.keyboard.press('Enter')
  await page.locator(':focus').getByText('Bitte prüfen Sie Ihre Eingaben').waitFor()
  await expectAccessible(page)
  expect(await page.getByLabel(/Schalter/).inputValue()).toBe('zwei')
  await typeInto(page, /Anschrift/, 'Musterplatz 2, 44536 Lünen')
  await typeInto(page, /Schalter/, '1')
  await tabTo(page, 'Gerät hinzufügen')
  await page.keyboard.press('Enter')
  await typeInto(page, 'Gerät', 'Foto-Automat')
  await page.keyboard.press('Enter')
  await heading(page, OFFICE)
  await page.getByText('1 × Foto-Automat').waitFor()
  await addShift(page, { label: 'Alle Tage', people: '2', opens: '8', closes: '16' })
  await page.getByText('da, aber ohne Schalter').waitFor()
  await page.getByText('Dasselbe als Tabelle').click()
  await page
    .getByRole('row', { name: /08:00–12:00 Uhr 1 0 1$/ })
    .first()
    .waitFor()
  await page
    .getByRole('row', { name: /12:00–12:30 Uhr 0 2 0$/ })
    .first()
    .waitFor()
  await expectAccessible(page)
  await setService(page)
  expect(await bookThere()).toMatch(/^LU-T-/)
  expect(complaints).toEqual([])
})

/** One comes for it only in some cases. */
const MIXED = 'Wohnsitz abmelden'
const OFFICE = 'Bürgerbüro Brambauer'

interface TypedShift {
  label: string
  people: string
  opens: string
  closes: string
}

async function addShift(page: Page, { label, people, opens, closes }: TypedShift): Promise<void> {
  await page.getByRole('link', { name: 'Neuer Dienst' }).focus()
  await page.keyboard.press('Enter')
  await heading(page, `Neuer Dienst, ${OFFICE}`)
  await typeInto(page, 'Bezeichnung', label)
  await typeInto(page, /Menschen/, people)
  await typeInto(page, /^Von/, opens)
  await typeInto(page, /^Bis/, closes)
  for (const day of ['Samstag', 'Sonntag']) {
    await tabTo(page, day)
    await page.keyboard.press('Space')
  }
  await tabTo(page, 'Pause hinzufügen')
  await page.keyboard.press('Enter')
  await typeInto(page, '1. Pause von', '12')
  await typeInto(page, /^bis/, '11')
  await page.keyboard.press('Enter')
  await page
    .locator('.error-summary')
    .getByText('Das Ende einer Pause muss nach ihrem Beginn liegen.')
    .waitFor()
  await expectAccessible(page)
  await typeInto(page, /^bis/, '12:30')
  await page.keyboard.press('Enter')
  await heading(page, OFFICE)
}

/** A service that needs a visit only in some cases. */
async function setService(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Leistungen' }).focus()
  await page.keyboard.press('Enter')
  await heading(page, 'Leistungen mit Termin')
  await page
    .getByRole('row', { name: /in manchen Fällen.*nicht buchbar/ })
    .first()
    .waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: MIXED }).focus()
  await page.keyboard.press('Enter')
  await heading(page, MIXED)
  await tabTo(page, 'Man kann dafür einen Termin buchen')
  await page.keyboard.press('Space')
  await tabTo(page, 'Foto-Automat')
  await page.keyboard.press('Space')
  await page.getByText(/Bürgerbüro \(Demo\) hat nicht: Foto-Automat/).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await heading(page, 'Leistungen mit Termin')
  await page.getByRole('row', { name: /Wohnsitz abmelden.*Foto-Automat.*Gerät fehlt Bürgerbüro/ }).waitFor()
}

async function bookThere(): Promise<string> {
  const { page } = await openPage(browser, { javaScriptEnabled: false })
  await page.goto(`${server.url}/termin/unterlagen?leistung=eid-pin`)
  await page.getByRole('link', { name: 'Weiter' }).click()
  await page.getByRole('heading', { level: 1, name: 'Wohin möchten Sie kommen?' }).waitFor()
  await page.getByRole('link', { name: `Freie Zeiten: ${OFFICE}` }).click()
  await page.getByText('Musterplatz 2').waitFor()
  await page.getByRole('button', { name: /^Frühester Termin/ }).click()
  await page.getByLabel('Name').fill('Kim Beispiel')
  await page.getByLabel('E-Mail-Adresse').fill('kim@example.org')
  await page.getByRole('button', { name: 'Weiter' }).first().click()
  await page.getByRole('button', { name: 'Termin verbindlich buchen' }).click()
  return page.locator('.reference').innerText()
}

test('given an appointment that a change would leave without a place, it is named, and what was typed stays', async () => {
  const reference = await bookThere()
  const { page } = await openAs('leitung', 'bueros/buergerbuero-brambauer', OFFICE)
  await page.getByRole('link', { name: 'Alle Tage' }).click()
  await heading(page, 'Dienst Alle Tage')
  await page.getByLabel('Bezeichnung').fill('Nur spät')
  // Five minutes are too short for any appointment, also for one that is today in the last quarter of an hour.
  await page.getByLabel('Von', { exact: true }).fill('15:55')
  await page.getByRole('button', { name: /Entfernen.*1. Pause/ }).click()
  await page.getByLabel('Bezeichnung').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('row', { name: reference }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  expect(await page.getByLabel('Bezeichnung').inputValue()).toBe('Nur spät')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByRole('button', { name: 'Trotzdem speichern' }).click()
  await heading(page, OFFICE)
  await page
    .getByText(/(hat|haben) jetzt keinen Platz mehr/)
    .first()
    .waitFor()
  // The tests that follow book there.
  await page.getByRole('link', { name: 'Nur spät' }).click()
  await page.getByLabel('Von', { exact: true }).fill('08:00')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await heading(page, OFFICE)
})

test('given a time that is not free, a clerk learns why and when the next one is', async () => {
  const { page, complaints } = await openAs('sachbearbeitung', 'warum', 'Warum ist eine Zeit nicht frei?')
  await page.getByLabel('Büro', { exact: true }).selectOption({ label: OFFICE })
  await page.getByLabel('Leistung', { exact: true }).selectOption({ label: MIXED })
  await typeInto(page, 'Uhrzeit', '7')
  await page.keyboard.press('Enter')
  await page.locator('.error-summary').getByText('Bitte einen Tag angeben.').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Tag', { exact: true }).fill(inDays(3))
  await page.keyboard.press('Enter')
  await page.getByText(/^Um 7:00 Uhr arbeitet dort niemand|^An diesem Tag ist geschlossen/).waitFor()
  await page.getByText(/^Die nächste freie Zeit: /).waitFor()
  await page.locator('section:focus').getByText('nicht frei').waitFor()
  await expectAccessible(page)
  expect(complaints).toEqual([])
})

test('given two offices, an agent is offered both, reads out where, and may look at one only', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'agentin')
  await page.getByRole('button', { name: /Übungsanruf/ }).waitFor()
  await page.keyboard.press('F7')
  await page.getByRole('button', { name: /Annehmen/ }).waitFor()
  await page.keyboard.press('Enter')
  await page
    .locator(':focus')
    .and(page.getByLabel('Worum geht es?', { exact: true }))
    .waitFor()
  await page.keyboard.type('online ausweis')
  await page.locator('[role=option]:visible').first().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('F3')
  await page.locator('.booking__offer').filter({ hasText: 'Bürgerbüro' }).first().waitFor()
  await page.getByLabel('Büro', { exact: true }).selectOption({ label: OFFICE })
  await page.locator('.booking__offer').filter({ hasNotText: OFFICE }).first().waitFor({ state: 'detached' })
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/booking-offices.png', fullPage: true })
  await page.locator('.booking__offer').first().focus()
  await page.keyboard.press('1')
  await page.getByText(new RegExp(`Ich habe .* einen Termin für Sie, ${OFFICE}\\. Passt das\\?`)).waitFor()
  await page.getByText('Musterplatz 2').first().waitFor()
  await expectAccessible(page)
  expect(complaints).toEqual([])
})

test.each([
  ['light', 1366],
  ['dark', 1366],
  ['light', 320],
] as const)('given a %s screen %i pixels wide, every page is accessible', async (colorScheme, width) => {
  const viewport = { width, height: 800 }
  const { page, complaints } = await openAs('admin', 'bueros', 'Büros', { colorScheme, viewport })
  const own = 'bueros/buergerbuero-brambauer'
  const pages = [
    'bueros',
    'bueros/neu',
    own,
    `${own}/aendern`,
    `${own}/dienste/neu`,
    'leistungen',
    'leistungen/eid-pin',
    'warum',
  ]
  const paths = [...pages.map((path) => `/console/termine/${path}`), '/termin/zeit?leistung=eid-pin']
  for (const path of paths) {
    await page.goto(server.url + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('Wird geladen').waitFor({ state: 'detached' })
    await expectAccessible(page)
    expect(
      await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      ),
      path,
    ).toBe(0)
  }
  expect(complaints).toEqual([])
})

/** 'YYYY-MM-DD' in the city, so many days from now. */
const inDays = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(
    Date.now() + days * 86_400_000,
  )

test('given an administrator, who confirms and who is reminded is set; what is wrong stays in the field', async () => {
  const { page, complaints } = await openAs('admin', 'nachrichten', 'Nachrichten zu Terminen')
  await page.getByLabel('Mit einem Link in einer E-Mail').check()
  const days = page.getByLabel(/Erinnerung/)
  await days.fill('30')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Bitte höchstens 14.').first().waitFor()
  expect(await days.inputValue()).toBe('30')
  await expectAccessible(page)
  await days.fill('3')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Die Einstellungen sind gespeichert.').first().waitFor()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/notices.png', fullPage: true })
  await page.setViewportSize({ width: 320, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: 'test-results/notices-narrow.png', fullPage: true })
  await page.reload()
  expect(await page.getByLabel('Mit einem Link in einer E-Mail').isChecked()).toBe(true)
  expect(await page.getByLabel(/Erinnerung/).inputValue()).toBe('3')
  // The refusal is the only thing that the browser may complain about.
  expect(complaints.filter((text) => !text.includes('422'))).toEqual([])
})
