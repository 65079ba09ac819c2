import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInApi } from '../kit/api.ts'
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

async function openAdmin(path: string, title: string, options = {}) {
  const opened = await openPage(browser, options)
  await signIn(opened.page, server, 'admin', `/console/verwaltung/${path}`)
  await opened.page.getByRole('heading', { level: 1, name: title }).waitFor()
  return opened
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Speichern' }).click()
const today = async () => (await (await signInApi(server, 'agentin')).get('/api/v1/notices/today')).body

test('given new hours, they count at once for everybody on the telephone', async () => {
  const { page, complaints } = await openAdmin('servicezeiten', 'Servicezeiten')
  for (const day of ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']) {
    while ((await page.getByRole('button', { name: `Entfernen: ${day}, 2. Zeit` }).count()) > 0)
      await page.getByRole('button', { name: `Entfernen: ${day}, 2. Zeit` }).click()
    if ((await page.getByLabel(`${day}, 1. Zeit, von`).count()) === 0)
      await page.getByRole('button', { name: `Zeit hinzufügen am ${day}` }).click()
    await page.getByLabel(`${day}, 1. Zeit, von`).fill('0')
    await page.getByLabel(`${day}, 1. Zeit, bis`).fill('24 Uhr')
  }
  await page.getByLabel('Mittwoch, 1. Zeit, von').fill('früh')
  await save(page)
  await page.locator(':focus').getByText('Bitte prüfen Sie Ihre Eingaben').waitFor()
  await expectAccessible(page)
  await page.locator('.error-summary a').first().click()
  await page.locator(':focus').and(page.getByLabel('Mittwoch, 1. Zeit, von')).waitFor()
  expect(await page.locator(':focus').inputValue()).toBe('früh')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('0')
  await page.keyboard.press('Enter')
  await page.getByText('Die Servicezeiten gelten ab sofort.', { exact: true }).waitFor()
  expect(await today()).toMatchObject({ open: true })
  expect(complaints).toEqual([])
})

test('given a closure for today, an agent reads its reason without a reload; deleting it asks first', async () => {
  const { page: desk } = await openPage(browser)
  await signIn(desk, server, 'agent2')
  await desk.getByRole('button', { name: /Übungsanruf/ }).waitFor()
  const { page } = await openAdmin('schliessungen', 'Schließungen')
  await page.getByLabel('Grund').fill('Personalversammlung')
  await page.getByRole('button', { name: 'Eintragen' }).click()
  await page.locator('.error-summary').waitFor()
  expect(await page.getByLabel('Grund').inputValue()).toBe('Personalversammlung')
  await page.getByLabel('Tag', { exact: true }).fill(localDate())
  await page.getByRole('button', { name: 'Eintragen' }).click()
  await page.getByRole('cell', { name: 'Personalversammlung' }).waitFor()
  await desk
    .getByText(/Personalversammlung/)
    .first()
    .waitFor({ timeout: 5000 })
  expect(await today()).toMatchObject({ open: false })
  await page
    .getByRole('row', { name: /Personalversammlung/ })
    .getByRole('button')
    .click()
  await page.getByRole('heading', { name: 'Schließung löschen?' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click()
  await page.getByRole('cell', { name: 'Personalversammlung' }).waitFor({ state: 'detached' })
  expect(await today()).toMatchObject({ open: true })
})

test('given a new account, its owner signs in; switched off, nobody does', async () => {
  const { page } = await openAdmin('konten', 'Konten')
  await page.getByRole('link', { name: 'Neues Konto' }).click()
  await page.getByLabel('Anmeldename').fill('neu.probe')
  await page.getByLabel('Name', { exact: true }).fill('Nora Probe')
  await page.getByLabel('Kennwort').fill('kurz')
  await page.getByRole('button', { name: 'Konto anlegen' }).click()
  await page.locator('.error-summary').getByText('mindestens 12 Zeichen').waitFor()
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Nora Probe')
  await page.getByLabel('Kennwort').fill('lange-genug-und-neu')
  await page.getByLabel('Bürgerbüro').check()
  await page.getByRole('button', { name: 'Konto anlegen' }).click()
  await page.getByText('Das Konto ist angelegt.').first().waitFor()
  const credentials = { login: 'neu.probe', password: 'lange-genug-und-neu' }
  expect(await signInStatus(credentials)).toBe(200)
  await page.getByRole('link', { name: 'Nora Probe' }).click()
  await page.getByLabel(/Aktiv/).uncheck()
  await save(page)
  await page
    .getByRole('row', { name: /Nora Probe/ })
    .getByText('gesperrt')
    .waitFor()
  expect(await signInStatus(credentials)).toBe(401)
})

test('given numbers that are allowed, they stand there with who and why; a wrong limit is told at its field', async () => {
  const { page, complaints } = await openAdmin('missbrauch', 'Missbrauch')
  await page.getByText('Nichts ist zusätzlich erlaubt.').waitFor()
  await page.getByLabel('Anfang der Nummern').fill('0049')
  await page.getByLabel('Grund').fill('Partnerstadt')
  await page.keyboard.press('Enter')
  await page.getByText('Das wären fast alle Nummern.').first().waitFor()
  await expectAccessible(page)
  await page.getByLabel('Anfang der Nummern').fill('0043')
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /\+43 … Partnerstadt/ }).waitFor()
  await page.getByLabel('Anrufe je Nummer').fill('1')
  await save(page)
  await page.getByText('Bitte mindestens 3.').first().waitFor()
  await page.getByLabel('Anrufe je Nummer').fill('8')
  await save(page)
  await page.getByText('Die Grenzen sind gespeichert.', { exact: true }).waitFor()
  await expectAccessible(page)
  const removal = page.getByRole('button', { name: /Löschen.*\+43/ })
  await removal.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click()
  await page.getByText('Nichts ist zusätzlich erlaubt.').waitFor()
  expect(complaints).toEqual([])
})

test('given a telephone system, its address is shown once, works, and ends with the next one', async () => {
  const { page } = await openAdmin('telefonanlagen/neu', 'Neue Telefonanlage')
  await page.getByLabel('Name').fill('Rathaus')
  await page.getByRole('button', { name: /Eintragen/ }).click()
  const first = await page.locator('.token code').innerText()
  expect(first).toMatch(/^http.*\/api\/cti\/\S+$/)
  await expectAccessible(page)
  expect(await hookStatus(first)).toBe(422)
  await page.getByRole('link', { name: 'Zur Liste' }).click()
  await page.getByRole('link', { name: 'Rathaus' }).click()
  expect(await page.getByText(first).count()).toBe(0)
  await page.getByRole('button', { name: /Neue Adresse/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Neue Adresse' }).click()
  const second = await page.locator('.token code').innerText()
  expect(await hookStatus(first)).toBe(401)
  expect(await hookStatus(second)).toBe(422)
})

test('given a word added to a service, everybody finds it by that word', async () => {
  const { page } = await openAdmin('leistungen', 'Leistungen')
  await page.getByLabel('Suchen').fill('hund')
  await page.getByRole('link').filter({ hasText: /Hund/ }).first().click()
  const words = page.getByLabel('Andere Wörter')
  await words.fill(`${await words.inputValue()}\nbellotax`)
  await page.getByLabel('Dauer in Minuten').fill('lange')
  await save(page)
  await page.locator('.error-summary').getByText('eine ganze Zahl').waitFor()
  expect(await words.inputValue()).toContain('bellotax')
  await page.getByLabel('Dauer in Minuten').fill('15')
  await save(page)
  await page.getByText('Die Leistung ist gespeichert.').first().waitFor()
  const found = await (await fetch(`${server.url}/api/v1/services?q=bellotax`)).json()
  expect(found).toMatchObject([{ name: expect.stringMatching(/Hund/) }])
})

test.each(['light', 'dark'] as const)('given a %s screen, every page is accessible', async (colorScheme) => {
  const { page, complaints } = await openAdmin('servicezeiten', 'Servicezeiten', { colorScheme })
  const paths = await page
    .locator('.admin__link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const forms = ['rufnummern', 'teams', 'dienstleister', 'konten', 'leistungen', 'telefonanlagen']
  for (const path of [...paths, ...forms.map((form) => `/console/verwaltung/${form}/neu`)]) {
    await page.goto(server.url + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page)
  }
  expect(complaints).toEqual([])
})

const localDate = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(new Date())

async function signInStatus(credentials: object): Promise<number> {
  const response = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  })
  return response.status
}

/** An empty event: 422 from who knows the token, 401 from everybody else. */
async function hookStatus(address: string): Promise<number> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  return response.status
}
