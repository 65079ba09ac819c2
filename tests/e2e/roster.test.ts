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

const PHONE = { viewport: { width: 320, height: 640 } }

async function openAs(login: string, options = {}) {
  const opened = await openPage(browser, options)
  await signIn(opened.page, server, login, '/console/dienstplan')
  await opened.page.getByRole('heading', { level: 1, name: /^Dienstplan · / }).waitFor()
  return opened
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

/** Goes on with Tab until the focus is on it. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.locator(':focus').and(
    page
      .getByLabel(name, { exact: true })
      .or(page.getByRole('button', { name, exact: true }))
      .or(page.getByRole('link', { name, exact: true })),
  )
  for (let n = 0; n < 60; n += 1) {
    if ((await wanted.count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name}`)
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

test('given the demo, a lead reads the week and enters, changes and deletes a time by keyboard', async () => {
  const { page, complaints } = await openAs('leitung')
  await page.getByRole('row', { name: /Carla Probe.*08:00–12:30/ }).waitFor()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/roster-week.png', fullPage: true })
  await press(page, 'Frauke Probe')
  await heading(page, 'Frauke Probe')
  await press(page, 'Zeit eintragen')
  await heading(page, 'Neue Zeit · Frauke Probe')
  await typeInto(page, 'Von', '14')
  await typeInto(page, 'Bis', '13')
  await page.keyboard.press('Enter')
  await page.locator('.error-summary').getByText('Das Ende muss nach dem Beginn liegen.').waitFor()
  expect(await page.getByLabel('Von', { exact: true }).inputValue()).toBe('14:00')
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/roster-entry.png', fullPage: true })
  await typeInto(page, 'Bis', '15:30')
  await page.keyboard.press('Enter')
  await heading(page, 'Frauke Probe')
  await page.getByText('Die Zeit ist gespeichert.').first().waitFor()
  await expect.poll(() => page.getByRole('row', { name: /14:00–15:30 Uhr 100 %/ }).count()).toBe(5)
  await press(page, 'Ändern: Montag, 14:00–15:30 Uhr')
  await heading(page, 'Zeit ändern · Frauke Probe')
  await typeInto(page, 'Davon für Rückrufe, in Prozent', '50')
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /Montag 14:00–15:30 Uhr 50 %/ }).waitFor()
  await press(page, 'Löschen: Montag, 14:00–15:30 Uhr')
  await page.getByRole('dialog', { name: 'Zeit löschen?' }).waitFor()
  await press(page, 'Löschen')
  await page.getByRole('row', { name: /Montag 14:00/ }).waitFor({ state: 'detached' })
  await expectAccessible(page)
  expect(complaints).toEqual([])
})

/** A citizen arranges a callback by the Bürgerbüro, in the first window that is offered. */
async function arrangeCallback(): Promise<void> {
  const { page } = await openPage(browser, { javaScriptEnabled: false })
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  await page.goto(`${server.url}/rueckruf`)
  await page.getByLabel('Leistung').fill('führungszeugnis')
  await press('Suchen')
  await page.getByRole('link', { name: /^Führungszeugnis/ }).click()
  await page.getByLabel('Ihre Frage').fill('Brauche ich eine Bescheinigung vom Verein?')
  await press('Weiter')
  await page.getByLabel('Telefonnummer').fill('0171 3920077')
  await press('Weiter')
  await press(/zwischen/)
  await press('Rückruf vereinbaren')
  await page.locator('.reference').waitFor()
}

test('given an open promise, absences of all who would be there say when nobody is; taken back, nothing does', async () => {
  await arrangeCallback()
  const { page, complaints } = await openAs('leitung')
  const warning = page.getByText('niemand ist laut Dienstplan dafür da', { exact: false })
  const team = ['Carla Probe', 'Deniz Probe', 'Frauke Probe']
  const visit = async (name: string) => {
    await page.getByRole('link', { name, exact: true }).click()
    await heading(page, name)
  }
  const goBack = async () => {
    await page.getByRole('link', { name: /Zum Dienstplan/ }).click()
    await page.getByRole('heading', { level: 1, name: /^Dienstplan · / }).waitFor()
  }
  expect(await warning.count()).toBe(0)
  for (const name of team) {
    await visit(name)
    await press(page, 'Abwesenheit eintragen')
    await page.getByRole('row', { name: /bis auf Weiteres/ }).waitFor()
    await goBack()
  }
  await warning.waitFor()
  await page.getByText(/Uhr \(1 Rückruf\)/).waitFor()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/roster-gap.png', fullPage: true })
  for (const name of team) {
    await visit(name)
    await page.getByRole('button', { name: /^Löschen: ab .* bis auf Weiteres/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Löschen', exact: true }).click()
    await page.getByText('Keine ist eingetragen.').waitFor()
    await goBack()
  }
  await warning.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

test('given a time that somebody has, the day is named at the field and nothing typed is lost', async () => {
  const { page } = await openAs('leitung')
  await page.getByRole('link', { name: 'Carla Probe' }).click()
  await page.getByRole('link', { name: 'Zeit eintragen' }).click()
  await page.getByLabel('Von', { exact: true }).fill('7')
  await page.getByLabel('Bis', { exact: true }).fill('9')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page
    .locator('.error-summary')
    .getByText(/^Am Montag steht für diese Person schon eine Zeit/)
    .waitFor()
  expect(await page.getByLabel('Bis', { exact: true }).inputValue()).toBe('09:00')
  await expectAccessible(page)
})

test('given a clerk, the roster is read only and the own absence may be entered, also on a telephone in the dark', async () => {
  const { page, complaints } = await openAs('sachbearbeitung', { ...PHONE, colorScheme: 'dark' })
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/roster-week-320-dark.png', fullPage: true })
  await page.getByRole('link', { name: 'Deniz Probe' }).click()
  await heading(page, 'Deniz Probe')
  await page.getByText('Keine ist eingetragen.').waitFor()
  expect(await page.getByRole('button', { name: /eintragen|Löschen/ }).count()).toBe(0)
  await page.getByRole('link', { name: /Zum Dienstplan/ }).click()
  await page.getByRole('link', { name: 'Carla Probe', exact: true }).click()
  await heading(page, 'Carla Probe')
  await typeInto(page, 'Letzter Tag (freiwillig)', '01012020')
  await page.keyboard.press('Enter')
  await page
    .locator('.error-summary')
    .getByText(/Bitte einen Tag zwischen 2020|Der letzte Tag darf nicht vor dem ersten liegen/)
    .first()
    .waitFor()
  await page.getByLabel(/^Letzter Tag/).fill('')
  await page.getByRole('button', { name: 'Abwesenheit eintragen' }).click()
  await page.getByRole('row', { name: /bis auf Weiteres/ }).waitFor()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/roster-person-320-dark.png', fullPage: true })
  await page.getByRole('link', { name: /Zum Dienstplan/ }).click()
  await page.getByRole('row', { name: /Carla Probe.*abwesend/ }).waitFor()
  expect(complaints).toEqual([])
})

test('given a roster that is emptied, the page says what that means and lets the number count again', async () => {
  const { page } = await openAs('admin')
  await page.getByLabel('Team').selectOption({ label: 'Bürgertelefon' })
  await page.getByRole('heading', { level: 1, name: 'Dienstplan · Bürgertelefon' }).waitFor()
  await page.getByRole('link', { name: 'Emil Probe' }).click()
  const remove = page.getByRole('button', { name: /^Löschen: / })
  for (let left = await remove.count(); left > 0; left -= 1) {
    await remove.first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Löschen', exact: true }).click()
    await expect.poll(() => remove.count()).toBe(left - 1)
  }
  await page.getByRole('link', { name: /Zum Dienstplan/ }).click()
  await page.getByText('Frauke Probe').waitFor()
  await page.getByText('Der Dienstplan ist leer', { exact: false }).waitFor()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/roster-empty.png', fullPage: true })
  await page.getByRole('button', { name: /Ohne Dienstplan arbeiten/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Ohne Dienstplan arbeiten', exact: true })
    .click()
  await page.getByText(/Bis dahin gilt die Zahl der Verwaltung: 4 Rückrufe je Stunde/).waitFor()
})
