import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pastCalls, queueLogOf } from '../../src/trial/trial.testkit.ts'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { cityDay } from '../kit/cityDay.ts'
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

const TITLE = 'Telefon-Service, noch einmal'
const DEMO = 'Telefon-Service im Testbetrieb (erfundene Zahlen)'
/** 'YYYY-MM-DD' */
/** A folder for pictures, for eyes. */
const PICTURES = process.env['PICTURES']
async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** The file that an administrator copies from the old telephone system. */
function queueLog(): string {
  const path = join(server.dataDir, 'queue_log')
  writeFileSync(path, `${queueLogOf(pastCalls())}1598857200|kein Anruf\n`)
  return path
}

/** A4 within its margins; what is wider would shrink the whole report, or be cut. */
async function expectFitsPaper(page: Page, viewport: { width: number; height: number }): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 642, height: 971 })
  expect(await overflowOf(page)).toBe(0)
  await picture(page, 'report-print')
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(viewport)
}

async function confirm(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label }).first().focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: label.replace(/:.*/, '') })
    .focus()
  await page.keyboard.press('Enter')
}

/** A template fills its fields by keyboard, says what it replaced, and gives it back. */
async function useTemplates(page: Page): Promise<void> {
  const target = (name: RegExp) => page.getByLabel(name)
  await target(/^In 15 Sekunden angenommen:/).fill('75')
  await page.getByRole('button', { name: 'Vorlage: Fünfzehn Sekunden und Rückruf' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Ersetzt: In 15 Sekunden angenommen (vorher 75).').waitFor()
  expect(await target(/^In 15 Sekunden angenommen:/).inputValue()).toBe('80')
  expect(await target(/^Beim Schließen verloren/).inputValue()).toBe('1')
  await page.getByRole('button', { name: 'Vorlage: Behördennummer 115' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/^Außerdem bleibt Ziel: In 15 Sekunden angenommen, /).waitFor()
  expect(await target(/^In 24 Servicestunden beantwortet/).inputValue()).toBe('95')
  expect(await page.getByLabel('Das wichtigste Ziel').inputValue()).toBe('answered30')
  await expectAccessible(page)
  await picture(page, 'trial-templates')
  await page.getByRole('button', { name: 'Vorlage zurücknehmen' }).focus()
  await page.keyboard.press('Enter')
  expect(await target(/^In 24 Servicestunden beantwortet/).inputValue()).toBe('')
  expect(await page.getByLabel('Das wichtigste Ziel').inputValue()).toBe('answered15')
  for (const name of [/^Vor der Annahme/, /^Beim Schließen/, /^Rückruf im Zeitfenster/])
    await target(name).fill('')
}

describe('a trial', () => {
  test('given a table of calls of another system, a lead says what its columns mean, and sees what was read', async () => {
    const { page, complaints } = await openPage(browser)
    await signIn(page, server, 'leitung', '/console/zahlen/testbetrieb')
    await heading(page, 'Testbetriebe')
    const path = join(server.dataDir, 'anrufe.csv')
    writeFileSync(
      path,
      'Wann;gewartet;Ende;Ziel\n31.8.2020 9:00;0:12;ja;Büro\n31.8.2020 9:05;3:20;nein;0171 3920077\nquatsch;1;ja;x\n',
    )
    await page.getByLabel('Protokoll der alten Telefonanlage').setInputFiles(path)
    await page.getByRole('button', { name: 'Datei einlesen' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Was bedeuten die Spalten?' }).waitFor()
    await page.getByLabel('Wartezeit', { exact: true }).selectOption({ label: 'gewartet' })
    await page.getByLabel('Wartezeit in').selectOption({ label: 'Minuten:Sekunden' })
    await page.getByLabel(/^Ob angenommen wurde/).selectOption({ label: 'Ende' })
    await page.getByLabel('Diese Wörter heißen: angenommen').fill('ja')
    await page.getByRole('button', { name: 'Noch einmal ansehen' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: /Büro 12 s – ja/ }).waitFor()
    await page.getByRole('row', { name: /andere Nummer 200 s – nein/ }).waitFor()
    await page.getByText('Zeile 4 lässt sich so nicht lesen').waitFor()
    await expectAccessible(page)
    await picture(page, 'mapping')
    await page.getByRole('button', { name: 'So einlesen' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: /anrufe.csv.*2020.*2.*1: Zeilen/ }).waitFor()
    await confirm(page, 'Zurücknehmen')
    await page.getByRole('row', { name: /anrufe.csv/ }).waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
  })

  test('given a tally sheet and test calls, a lead enters them by keyboard; what is wrong stands at its field, and all can be taken back', async () => {
    const { page, complaints } = await openPage(browser)
    await signIn(page, server, 'leitung', '/console/zahlen/testbetrieb')
    await heading(page, 'Testbetriebe')
    await page.getByLabel('Name der Strichliste').fill('Zettel vom Empfang')
    await page.getByLabel('Von Hand gezählte Tage').fill('1.6.2020;96;70;30\n2.6.2020;80')
    await page.getByRole('button', { name: 'Strichliste einlesen' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Zeile 1: Angenommen und aufgelegt sind mehr als alle Anrufe.').first().waitFor()
    await expectAccessible(page)
    await page.getByLabel('Von Hand gezählte Tage').fill('1.6.2020;96;70;26\n2.6.2020;80')
    await page.getByRole('button', { name: 'Strichliste einlesen' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: /Zettel vom Empfang \(Strichliste\).*1\. Juni 2020.*176/ }).waitFor()

    await page.getByLabel('Tag des Testanrufs').fill('2020-09-01')
    await page.getByLabel('Uhrzeit').fill('09:30')
    await page.getByLabel('Was wurde gewählt?').fill('Bürgerbüro')
    await page.getByLabel('Wie lange dauerte es?').fill('ewig')
    await page.keyboard.press('Enter')
    await page.getByText('Bitte als Sekunden (15), Minuten (3:20)').first().waitFor()
    await expectAccessible(page)
    await page.getByLabel('Wie lange dauerte es?').fill('3:20:00')
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: /1\. September 2020, 09:30 Bürgerbüro 3:20:00 angenommen/ }).waitFor()
    await expectAccessible(page)
    await picture(page, 'by-hand')
    await confirm(page, 'Zurücknehmen: Testanruf Dienstag, 1. September 2020')
    await page.getByRole('row', { name: /1\. September 2020/ }).waitFor({ state: 'detached' })
    await confirm(page, 'Zurücknehmen: Zettel')
    await page.getByRole('row', { name: /Zettel/ }).waitFor({ state: 'detached' })
    expect(complaints.filter((text) => !text.includes('status of 422'))).toEqual([])
  })

  test('given a lead, it is planned, fixed, counted and published by keyboard; what is wrong stands at its field', async () => {
    const { page, complaints } = await openPage(browser)
    await signIn(page, server, 'leitung', '/console/zahlen/rueckrufe')
    await page.getByRole('link', { name: 'Testbetriebe' }).focus()
    await page.keyboard.press('Enter')
    await heading(page, 'Testbetriebe')
    await page.getByRole('row', { name: /erfundene Zahlen.*entschieden, veröffentlicht/ }).waitFor()
    await page.getByLabel('Protokoll der alten Telefonanlage').setInputFiles(queueLog())
    await page.getByRole('button', { name: 'Datei einlesen' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: /queue_log.*390.*1: Zeilen, die sich nicht lesen ließen/ }).waitFor()
    await expectAccessible(page)
    await picture(page, 'trials')

    await page.getByRole('link', { name: 'Neuer Testbetrieb' }).focus()
    await page.keyboard.press('Enter')
    await heading(page, 'Neuer Testbetrieb')
    const fill = (label: string | RegExp, text: string) =>
      page.getByLabel(label, { exact: typeof label === 'string' }).fill(text)
    await fill('Name', TITLE)
    await fill('Die Frage', 'Erreichen Menschen das Bürgerbüro schneller?')
    await fill('Testbetrieb vom', cityDay(-28))
    await fill('Testbetrieb bis', cityDay(-3))
    await fill('Verglichen mit den Tagen vom', '2026-06-01')
    await fill('Verglichen mit den Tagen bis', cityDay(-10))
    await page.getByLabel('buero', { exact: true }).check()
    await fill('Entschieden wird am', cityDay(20))
    await useTemplates(page)
    await fill(/^In 15 Sekunden angenommen/, 'achtzig')
    await fill(/^Rückruf im Zeitfenster/, '90')
    await fill('Dienstleister', 'Beispiel Telefonservice GmbH')
    await fill('Preis in Euro', '2,50')
    await fill(/^Eine Stunde eigenes Personal/, '45')
    await page.keyboard.press('Enter')
    await page.getByText('Bitte eine Zahl angeben.').first().waitFor()
    await expectAccessible(page)
    await fill(/^In 15 Sekunden angenommen/, '80')
    await page.keyboard.press('Enter')
    await page.getByText('Der Vergleichszeitraum muss vor dem Testbetrieb enden.').first().waitFor()
    expect(await page.getByLabel('Preis in Euro').inputValue()).toBe('2,50')
    await fill('Verglichen mit den Tagen bis', '2026-08-28')
    await page.keyboard.press('Enter')
    await heading(page, TITLE)
    await confirm(page, 'Festschreiben')
    await page.getByText('Der Testbetrieb ist festgeschrieben.').first().waitFor()

    await page.getByRole('link', { name: TITLE }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Nichts davon ist endgültig.').waitFor()
    await page.getByRole('row', { name: /In 15 Sekunden angenommen.*33,3/ }).waitFor()
    await expectAccessible(page)
    await picture(page, 'trial-running')
    await confirm(page, 'Wochen öffentlich zeigen')
    await page.getByRole('link', { name: 'Der öffentliche Zwischenstand' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Dieser Testbetrieb ist vorbei, sein Ergebnis steht noch aus.').waitFor()
    await page.getByRole('heading', { name: 'Woche für Woche' }).waitFor()
    await expectAccessible(page)
    await picture(page, 'trial-interim')
    await page.goBack()
    await heading(page, TITLE)
    await confirm(page, 'Auswerten')
    await page.getByRole('heading', { name: 'Ergebnis' }).waitFor()
    await confirm(page, 'Veröffentlichen')
    await page.getByRole('link', { name: 'Der veröffentlichte Bericht' }).waitFor()
    await page.getByLabel(/^Anmerkung zum Ergebnis/).fill('Es fehlen noch Zahlen.')
    await page.getByLabel('Unterzeichnet von').fill('Teamleitung')
    await page.keyboard.press('Enter')
    await page.getByText(/Es fehlen noch Zahlen. \(Teamleitung/).waitFor()
    await page.getByLabel('Entschieden ist').selectOption({ label: 'beenden' })
    await page.getByLabel('Von wem, wann und warum').fill('Der Rat am 5. November: Die Zahlen fehlen noch.')
    await page.getByRole('button', { name: 'Entscheidung eintragen' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(/Die Zahlen fehlen noch/).waitFor()
    await expectAccessible(page)
    await page.getByLabel('Erster Tag ohne den Dienstleister').fill(cityDay(-1))
    await page.getByRole('button', { name: 'Ende planen' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Dieser Tag ist schon vorbei.').first().waitFor()
    await page.getByLabel('Erster Tag ohne den Dienstleister').fill(cityDay(30))
    await page.keyboard.press('Enter')
    await page.getByText(/endet Beispiel-Telefonservice.*danach nimmt Bürgerbüro an/).waitFor()
    await expectAccessible(page)
    await picture(page, 'trial-ended')
    await page.getByRole('link', { name: 'Der veröffentlichte Bericht' }).focus()
    await page.keyboard.press('Enter')
    await heading(page, TITLE)
    expect(complaints.filter((text) => !text.includes('status of 422'))).toEqual([])
  })

  test.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 320 },
  ] as const)(
    'the report is accessible and fits: $colorScheme, $width px',
    async ({ colorScheme, width }) => {
      const viewport = { width, height: 800 }
      const { page, complaints } = await openPage(browser, {
        colorScheme,
        viewport,
      })
      for (const lang of ['de', 'en', 'einfach']) {
        await page.goto(`${server.url}/testbetrieb?lang=${lang}`)
        await page.getByRole('link', { name: DEMO }).click()
        await heading(page, DEMO)
        await expectAccessible(page)
        expect(await overflowOf(page)).toBe(0)
        // What a newspaper measured: three hours and twenty minutes.
        await page
          .getByText(/200 min|3 h/)
          .first()
          .waitFor()
        await page.getByRole('cell', { name: /12[.,]000/ }).waitFor()
        if (width > 320) await expectFitsPaper(page, viewport)
        await picture(page, `report-${lang}-${width}`)
      }
      expect(complaints).toEqual([])
    },
  )

  test('given a browser on the machine, the report is a PDF that a screen reader can read', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/testbetrieb`)
    await page.getByRole('link', { name: DEMO }).click()
    const address = await page.getByRole('link', { name: 'Als PDF' }).getAttribute('href')
    const answer = await fetch(`${server.url}${address}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (PICTURES) writeFileSync(join(PICTURES, 'report.pdf'), bytes)
    const pdf = bytes.toString('latin1')
    expect(pdf).toMatch(/^%PDF-1\.\d/)
    // Tagged, with its language, its title, and what the headings are.
    expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(pdf).toMatch(/\/Lang \(de\)/)
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf.match(/\/S \/H2/g)?.length).toBeGreaterThanOrEqual(4)
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(3)
    // It is kept: printed anew, it would have another date in it.
    const again = await (await fetch(`${server.url}${address}`)).arrayBuffer()
    expect(Buffer.from(again).equals(bytes)).toBe(true)
    expect((await fetch(`${server.url}/testbetrieb/nichts.pdf`)).status).toBe(404)
  })
})
