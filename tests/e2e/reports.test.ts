import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { reportView } from '../../src/reports/contract.ts'
import { signInApi } from '../kit/api.ts'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { cityDay } from '../kit/cityDay.ts'
import { signIn } from '../kit/console.ts'
import { openAllDay, promisePractice } from '../kit/promises.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  await openAllDay(server)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A folder for pictures of every page, for eyes. */
const PICTURES = process.env['PICTURES']

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const row = (page: Page, number: string) => page.getByRole('link', { name: number, exact: true })
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

interface Reported {
  number: string
  /** Three words. */
  secret: string
  /** Shows the reporter's page as it is now. */
  look: () => Promise<string>
  page: Page
}

/** Somebody reports on the pages, without a name, and stays on the page that follows it. */
async function report(text = 'Vor der Post ist eine Platte lose.'): Promise<Reported> {
  const { page } = await openPage(browser, { javaScriptEnabled: false })
  await page.goto(`${server.url}/melden/strasse`)
  await page.getByLabel('Was ist los?').fill(text)
  await page.getByLabel('Wo ist das?').fill('Münsterstraße 1')
  await page.getByLabel('Kann sich dort jemand verletzen?').selectOption('ja')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByRole('button', { name: 'Meldung abschicken' }).click()
  const [number = '', secret = ''] = await page.locator('.reference').allInnerTexts()
  const look = async (): Promise<string> => {
    await page.goto(`${server.url}/meldung`)
    await page.getByLabel('Nummer der Meldung').fill(number)
    await page.getByLabel('Drei Wörter').fill(secret)
    await page.getByRole('button', { name: 'Ansehen' }).first().click()
    return page.locator('main').innerText()
  }
  return { number, secret, look, page }
}

async function openList(login = 'buergertelefon', options: BrowserContextOptions = {}) {
  const opened = await openPage(browser, options)
  await signIn(opened.page, server, login, '/console/meldungen')
  await opened.page.getByRole('heading', { name: 'Meldungen' }).waitFor()
  return opened
}

const openOne = async (page: Page, number: string): Promise<void> => {
  await row(page, number).click()
  await page.getByRole('heading', { name: `Meldung ${number}` }).waitFor()
}
const choose = (page: Page, step: string) => page.getByRole('radio', { name: step }).check()
const say = (page: Page, text: string) => page.getByLabel('Das liest, wer gemeldet hat').fill(text)
const stepForm = (page: Page) => page.getByRole('form', { name: 'Nächster Schritt' })

test('given a new report, it comes into the list by itself and goes by keyboard from in work to done; "not solved" brings it back', async () => {
  const { page, complaints } = await openList()
  await page.getByText('Keine Meldung ist offen.').waitFor()
  await expectAccessible(page)
  const { number, look, page: citizen } = await report()
  await row(page, number).waitFor()
  await page.getByText(/^Antwort bis /).waitFor()
  await expectAccessible(page)
  await row(page, number).focus()
  await press(page, 'Enter')
  await page.getByRole('heading', { name: `Meldung ${number}` }).waitFor()
  await page.locator('.reason').getByText('eine Platte lose').waitFor()
  await page.getByText('Münsterstraße 1').waitFor()
  await expectAccessible(page)

  await page.getByRole('radio', { name: 'in Arbeit' }).focus()
  await press(page, 'Space', 'Tab')
  await page.keyboard.type('Wir sehen es uns an.')
  await press(page, 'Tab', 'Enter')
  await page.locator(':focus').getByText('Die Meldung ist jetzt in Arbeit.').waitFor()
  expect(await look()).toContain('Wir sehen es uns an.')

  await choose(page, 'geplant')
  await stepForm(page).getByRole('button', { name: 'Speichern' }).click()
  await page.locator('.kern-error').getByText('Bitte nennen Sie den Tag').waitFor()
  await page.getByLabel('Geplant bis', { exact: true }).fill('2027-01-15')
  await stepForm(page).getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Die Meldung ist jetzt geplant.').first().waitFor()
  expect(await look()).toContain('geplant')

  await choose(page, 'erledigt')
  await press(page, 'Tab', 'Tab', 'Enter')
  await page.locator('.kern-error').getByText('Ohne Antwort kann die Meldung nicht').waitFor()
  await expectAccessible(page)
  await say(page, 'Die Platte liegt wieder fest.')
  await page.reload()
  expect(await page.getByLabel('Das liest, wer gemeldet hat').inputValue()).toBe(
    'Die Platte liegt wieder fest.',
  )
  await choose(page, 'erledigt')
  await page.getByRole('button', { name: 'Antworten und abschließen' }).click()
  await page.locator(':focus').getByText('Die Meldung ist beantwortet und abgeschlossen').waitFor()
  await expectAccessible(page)
  expect(await stepForm(page).count()).toBe(0)
  expect(await look()).toContain('Die Platte liegt wieder fest.')

  await page.getByRole('link', { name: 'Meldungen', exact: true }).click()
  await page.getByText('Keine Meldung ist offen.').waitFor()
  await press(page, 'b')
  await row(page, number).waitFor()
  expect(page.url()).toContain('zeigen=beantwortet')
  await press(page, 'o')
  await page.getByText('Keine Meldung ist offen.').waitFor()

  await citizen.locator('#text').fill('Sie wackelt immer noch.')
  await citizen.locator('#text').locator('xpath=ancestor::form').getByRole('button').click()
  await openOne(page, number)
  await page.getByText('nicht gelöst').waitFor()
  await page.getByText('Sie wackelt immer noch.').waitFor()
  expect(complaints).toEqual([])
})

/** How its page looks in this state to whoever reported, in a browser that runs axe. */
async function expectStateFits(state: string, { number, secret }: Reported): Promise<void> {
  for (const { width, colorScheme } of [
    { width: 1280, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' },
  ] as const) {
    const { page, complaints } = await openPage(browser, { colorScheme, viewport: { width, height: 800 } })
    await page.goto(`${server.url}/meldung`)
    await page.getByLabel('Nummer der Meldung').fill(number)
    await page.getByLabel('Drei Wörter').fill(secret)
    await page.getByRole('button', { name: 'Ansehen' }).first().click()
    await page.getByText(state).first().waitFor()
    await expectAccessible(page)
    expect(await overflowOf(page)).toBe(0)
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true })
      await page.screenshot({ path: join(PICTURES, `state-${state}-${width}.png`), fullPage: true })
    }
    expect(complaints).toEqual([])
    await page.context().close()
  }
}

test('given a report that goes through all its five states, whoever reported reads each of them, without JavaScript too', async () => {
  const { page, complaints } = await openList()
  const one = await report('Am Spielplatz fehlt ein Brett.')
  await openOne(page, one.number)
  const steps = [
    { state: 'eingegangen' },
    { state: 'in Arbeit', words: 'Wir bestellen ein Brett.' },
    { state: 'geplant', words: 'Das Brett kommt im Januar.' },
    { state: 'erledigt', words: 'Das Brett ist wieder da.' },
    { state: 'wird nicht gemacht', words: 'Der Spielplatz wird im Mai neu gebaut.' },
  ]
  for (const { state, words } of steps) {
    if (words) {
      await choose(page, state)
      await say(page, words)
      if (state === 'geplant') await page.getByLabel('Geplant bis', { exact: true }).fill('2027-01-15')
      await stepForm(page).locator('button[type=submit]').click()
      await page
        .locator(':focus')
        .getByText(/^Die Meldung ist/)
        .waitFor()
    }
    const told = await one.look()
    expect(told).toContain(state)
    if (words) expect(told).toContain(words)
    if (state === 'geplant') expect(told).toContain('Geplant bis Freitag, 15. Januar 2027')
    await expectStateFits(state, one)
    if (state === 'erledigt') {
      await one.page.locator('#text').fill('Es fehlt noch eins.')
      await one.page.locator('#text').locator('xpath=ancestor::form').getByRole('button').click()
      await page.reload()
      await page.getByText('nicht gelöst').waitFor()
    }
  }
  expect(complaints).toEqual([])
})

test('given several reports, arrows move in the list, and the choice is in the address', async () => {
  const first = await report()
  const second = await report('Ein Schild fehlt.')
  const { page } = await openList()
  await row(page, second.number).waitFor()
  const numbers = await page.locator('.worklist__open').allInnerTexts()
  await page.locator(':focus').and(row(page, numbers[0]!)).waitFor()
  await press(page, 'ArrowDown')
  await page.locator(':focus').and(row(page, numbers[1]!)).waitFor()
  await openOne(page, first.number)
  await page.getByRole('button', { name: 'Ich kümmere mich' }).click()
  await page.locator('.facts').getByText('Emil Probe').waitFor()
  await page.getByRole('link', { name: 'Meldungen', exact: true }).click()
  await press(page, 'm')
  await row(page, first.number).waitFor()
  await row(page, second.number).waitFor({ state: 'detached' })
  await page.reload()
  await row(page, first.number).waitFor()
  expect(await row(page, second.number).count()).toBe(0)
  await page.getByLabel('Kategorie').selectOption({ label: 'Müll und Verschmutzung' })
  await page.getByText('Zu dieser Auswahl gibt es keine Meldung.').waitFor()
})

test('given another team, the report goes there with its reason; an inner note is nothing that the citizen reads', async () => {
  const { number, look } = await report()
  const { page } = await openList('leitung')
  await openOne(page, number)
  await page.getByRole('textbox', { name: 'Notiz' }).fill('Der Hausmeister weiß Bescheid.')
  await page.getByRole('button', { name: 'Notiz speichern' }).click()
  await page.getByText('Die Notiz steht im Verlauf des Anliegens.').waitFor()
  await page.getByRole('button', { name: 'Weitergeben' }).click()
  await page.locator('.kern-error').getByText('Bitte ein Team wählen.').waitFor()
  const form = page.getByRole('form', { name: 'An ein anderes Team' })
  await form.getByLabel('Team').selectOption({ label: 'Bürgerbüro' })
  await form.getByLabel('Warum?').fill('Dort liegt der Schlüssel.')
  await page.getByRole('button', { name: 'Weitergeben' }).click()
  await page.getByText(`${number} liegt jetzt bei Bürgerbüro.`).first().waitFor()
  const shown = await look()
  expect(shown).not.toContain('Hausmeister')
  expect(shown).not.toContain('Schlüssel')
  await openOne(page, number)
  await page.getByText('Dort liegt der Schlüssel.').waitFor()
})

test('given a report that was passed on twice, staff read that the lead decides, and what they typed stays', async () => {
  const { number } = await report()
  const lead = await signInApi(server, 'leitung')
  const { id } = z.object({ id: z.uuid() }).parse((await lead.get(`/api/v1/cases?number=${number}`)).body)
  for (const name of ['Bürgerbüro', 'Bürgertelefon']) {
    const { teams } = reportView.parse((await lead.get(`/api/v1/reports/${id}`)).body)
    const teamId = teams.find((team) => team.name === name)?.id
    const { status } = await lead.post(`/api/v1/reports/${id}/route`, { teamId, reason: 'Nicht bei uns.' })
    expect(status).toBe(204)
  }
  const { page } = await openList()
  await openOne(page, number)
  const form = page.getByRole('form', { name: 'An ein anderes Team' })
  await form.getByLabel('Team').selectOption({ label: 'Bürgerbüro' })
  await form.getByLabel('Warum?').fill('Doch dort.')
  await page.getByRole('button', { name: 'Weitergeben' }).click()
  await form.getByText('Jetzt entscheidet die Teamleitung').waitFor()
  expect(await form.getByLabel('Warum?').inputValue()).toBe('Doch dort.')
  await expectAccessible(page)
})

test('given a report in the wrong category, staff put it into another one by keyboard, and read what was answered before', async () => {
  const { number } = await report()
  const { page, complaints } = await openList()
  await openOne(page, number)
  const form = page.getByRole('form', { name: 'Andere Kategorie' })
  await form.getByLabel('Kategorie').focus()
  await page.keyboard.press('I')
  await press(page, 'Tab')
  await page.keyboard.type('Es ist eine Idee.')
  await press(page, 'Tab', 'Enter')
  await page.getByText('Die Meldung steht jetzt in: Idee oder Lob.').waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Anliegen mit Kontakt, Anlagen und Notizen' }).click()
  await page.getByText('Kann sich dort jemand verletzen? ja').waitFor()
  expect(complaints).toEqual([])
})

test('given words and a team, the list shows what has them, and the choice is in the address', async () => {
  const one = await report('Am Schwimmbad fehlt ein Deckel.')
  const { page } = await openList('leitung')
  await page.getByLabel('Worte oder Ort').fill('Schwimmbad Deckel')
  await page.keyboard.press('Enter')
  await row(page, one.number).waitFor()
  expect(await page.locator('.worklist__row').count()).toBe(1)
  expect(page.url()).toContain('worte=')
  await expectAccessible(page)
  if (PICTURES) await page.screenshot({ path: join(PICTURES, 'liste-suche.png'), fullPage: true })
  await page.getByLabel('Team').selectOption({ label: 'Bürgerbüro' })
  await page.getByText('Zu „Schwimmbad Deckel“ gibt es keine offene Meldung.').waitFor()
  await page.reload()
  expect(await page.getByLabel('Worte oder Ort').inputValue()).toBe('Schwimmbad Deckel')
})

test('given the same reported twice, staff put both together and answer once; both people read it', async () => {
  const first = await report('Am Rathaus ist ein Loch.')
  const second = await report('Loch am Rathaus!')
  const { page, complaints } = await openList()
  await openOne(page, second.number)
  await page.getByRole('button', { name: `${first.number} übernehmen` }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Zusammenlegen' }).click()
  await page.getByText(`Diese Meldung gehört jetzt zu ${first.number}.`).waitFor()
  expect(await stepForm(page).count()).toBe(0)
  await expectAccessible(page)
  if (PICTURES) {
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: join(PICTURES, 'zusammen.png'), fullPage: true })
  }
  await page.getByRole('link', { name: first.number }).first().click()
  await page.getByRole('heading', { name: `Meldung ${first.number}` }).waitFor()
  await page.getByText('Noch jemand hat das gemeldet').waitFor()
  await choose(page, 'erledigt')
  await say(page, 'Das Loch ist zu.')
  await page.getByRole('button', { name: 'Antworten und abschließen' }).click()
  await page.getByText('Diese Meldung ist beantwortet.').waitFor()
  expect(await first.look()).toContain('Das Loch ist zu.')
  expect(await second.look()).toContain('Das Loch ist zu.')
  expect(complaints).toEqual([])
})

test('given a case from the telephone, a clerk takes it on as a report, and the case leads to it', async () => {
  const { number, caseId } = await promised()
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'leitung', `/console/anliegen/${caseId}`)
  await page.getByRole('button', { name: 'Als Meldung aufnehmen' }).click()
  const form = page.getByRole('form', { name: 'Als Meldung aufnehmen' })
  await form.getByLabel('Kategorie').selectOption({ label: 'Straße und Gehweg' })
  await form.getByLabel('Wo ist das?').fill('Am Markt')
  await form.getByRole('button', { name: 'Als Meldung aufnehmen' }).click()
  await form.getByText('Bitte beantworten Sie diese Frage.').first().waitFor()
  expect(await form.getByLabel('Wo ist das?').inputValue()).toBe('Am Markt')
  await expectAccessible(page)
  await form.getByLabel('Kann sich dort jemand verletzen?').selectOption('ja')
  await form.getByRole('button', { name: 'Als Meldung aufnehmen' }).click()
  await page.getByRole('heading', { name: `Meldung ${number}` }).waitFor()
  await page.getByText('Das Anliegen ist jetzt eine Meldung.').first().waitFor()
  await page.getByRole('button', { name: 'Neue Wörter geben' }).click()
  const words = await page.locator('output strong').last().innerText()
  const caller = (await openPage(browser, { javaScriptEnabled: false })).page
  await caller.goto(`${server.url}/meldung`)
  await caller.getByLabel('Nummer der Meldung').fill(number)
  await caller.getByLabel('Drei Wörter').fill(words)
  await caller.getByRole('button', { name: 'Ansehen' }).click()
  expect(await caller.locator('.answer').innerText()).toContain('eingegangen')
  await page.getByRole('link', { name: /^Anliegen mit Kontakt/ }).click()
  await page.getByRole('link', { name: 'Zur Meldung' }).waitFor()
  await expectAccessible(page)
  expect(complaints).toEqual([])
})

/** An open case with a promised call, as a practice call left it. */
async function promised(): Promise<{ number: string; caseId: string }> {
  const { number } = await promisePractice(server)
  const lead = await signInApi(server, 'leitung')
  const { id: caseId } = z
    .object({ id: z.uuid() })
    .parse((await lead.get(`/api/v1/cases?number=${number}`)).body)
  return { number, caseId }
}

test('given a new category with a question, citizens are asked it', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'admin', '/console/verwaltung/meldungen')
  await page.getByRole('link', { name: 'Neue Kategorie' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Spielplatz')
  await page.getByLabel('Kennung').fill('strasse')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.locator('.kern-error').getByText('Diese Kennung hat schon eine andere Kategorie.').waitFor()
  await page.getByLabel('Kennung').fill('spielplatz')
  await page.getByRole('button', { name: 'Frage hinzufügen' }).click()
  await page.getByRole('textbox', { name: 'Frage 1' }).fill('Welches Gerät?')
  await page.getByLabel('Art der Antwort').selectOption('choice')
  await page.getByLabel('Antworten', { exact: true }).fill('Rutsche\nSchaukel')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Die Kategorie ist gespeichert.').first().waitFor()
  await expectAccessible(page)
  await page.goto(`${server.url}/melden/spielplatz`)
  await page.getByLabel('Welches Gerät?').selectOption({ label: 'Schaukel' })
  expect(complaints).toEqual([])
})

test.for([
  { name: 'wide', options: {} },
  { name: 'narrow', options: { viewport: { width: 320, height: 640 } } },
  { name: 'dark', options: { colorScheme: 'dark' } },
] satisfies { name: string; options: BrowserContextOptions }[])(
  'list and report are accessible and nothing hangs over: $name',
  async ({ name, options }) => {
    const { number } = await report(
      'Seit Tagen ist die Beleuchtung aus. Viele Menschen gehen hier abends vom Bahnhof nach Hause, auch Kinder nach dem Sport, und die Platten vor dem Eingang sind lose.',
    )
    const { page, complaints } = await openList('buergertelefon', options)
    const look = async (what: string): Promise<void> => {
      if (PICTURES) {
        mkdirSync(PICTURES, { recursive: true })
        await page.screenshot({ path: join(PICTURES, `reports-${name}-${what}.png`), fullPage: true })
      }
      await expectAccessible(page)
      expect(await overflowOf(page)).toBe(0)
    }
    await row(page, number).waitFor()
    await look('list')
    await openOne(page, number)
    await choose(page, 'geplant')
    await stepForm(page).getByRole('button', { name: 'Speichern' }).click()
    await page.locator('.kern-error').first().waitFor()
    await look('one')
    await page.getByRole('link', { name: /^Anliegen mit Kontakt/ }).click()
    await page.getByRole('link', { name: 'Zur Meldung' }).waitFor()
    await look('case')
    expect(complaints).toEqual([])
  },
)

test.for([
  { name: 'wide', options: {} },
  { name: 'narrow', options: { viewport: { width: 320, height: 640 } } },
  { name: 'dark', options: { colorScheme: 'dark' } },
] satisfies { name: string; options: BrowserContextOptions }[])(
  'the pages where categories are set up are accessible and nothing hangs over: $name',
  async ({ name, options }) => {
    const { page, complaints } = await openPage(browser, options)
    await signIn(page, server, 'admin', '/console/verwaltung/meldungen')
    const look = async (what: string): Promise<void> => {
      if (PICTURES)
        await page.screenshot({ path: join(PICTURES, `reports-${name}-${what}.png`), fullPage: true })
      await expectAccessible(page)
      expect(await overflowOf(page)).toBe(0)
    }
    await page.getByRole('link', { name: 'Müll und Verschmutzung' }).waitFor()
    await look('categories')
    await page.getByRole('link', { name: 'Müll und Verschmutzung' }).click()
    await page.getByRole('heading', { name: 'Müll und Verschmutzung' }).waitFor()
    await page.getByLabel('Name', { exact: true }).fill('')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.locator('.kern-error').getByText('Bitte einen Namen eingeben.').waitFor()
    await look('category')
    expect(complaints).toEqual([])
  },
)

test('given nothing to do before Friday, staff put a report away by keyboard, find it, and bring it back', async () => {
  const { number } = await report('Die Bank am Teich wackelt.')
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'buergertelefon')
  await page.goto(`${server.url}/console/meldungen`)
  await row(page, number).focus()
  await page.keyboard.press('Enter')
  const away = page.getByRole('form', { name: 'Wieder vorlegen' })
  await away.getByRole('button', { name: 'Zurücklegen' }).press('Enter')
  await away.getByText('Bitte nennen Sie den Tag.').first().waitFor()
  await away.getByText('Bitte sagen Sie, warum.').first().waitFor()
  await away.getByLabel('Wieder vorlegen am').fill(cityDay(5))
  await away.getByLabel('Warum?').fill('Die Werkstatt hat bis dahin zu.')
  await away.getByRole('button', { name: 'Zurücklegen' }).press('Enter')
  await page.getByText('Die Meldung ist zurückgelegt.').waitFor()
  await page.getByText(/^Zurückgelegt bis/).waitFor()
  await expectAccessible(page)
  if (PICTURES) await page.screenshot({ path: join(PICTURES, 'put-away.png'), fullPage: true })

  await page.goto(`${server.url}/console/meldungen`)
  await page
    .getByText(/zurückgelegt/)
    .first()
    .waitFor()
  expect(await row(page, number).count()).toBe(0)
  await page.keyboard.press('z')
  await row(page, number).press('Enter')
  await page.getByRole('button', { name: 'Jetzt wieder vorlegen' }).press('Enter')
  await page.getByText('Die Meldung steht wieder unter den offenen.').waitFor()
  await page.goto(`${server.url}/console/meldungen`)
  await row(page, number).waitFor()
  expect(complaints).toEqual([])
})
