import { mkdirSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { fewMinutes, openAllDay } from '../kit/promises.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser
/** The case of the first promise. */
let made = ''
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
const expectFocus = (what: Locator): Promise<void> => what.and(what.page().locator(':focus')).waitFor()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor()

test('given somebody at the counter, a clerk promises a call by keyboard alone, and once', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'sachbearbeitung', '/console/rueckrufe')
  await heading(page, /^Rückrufe/)
  await press(page, 'z')
  await heading(page, 'Neuer Rückruf')
  await page.getByRole('group', { name: 'Zeitfenster für den Rückruf' }).waitFor()
  await press(page, 'Control+Enter')
  await page.getByText('Bitte kurz aufschreiben, worum es geht.').first().waitFor()
  await look(page, 'new-callback-errors')

  await page.getByLabel('Worum geht es?').focus()
  await page.keyboard.type('Fragt nach dem Bescheid vom Montag.')
  await page.getByLabel('Nummer', { exact: true }).focus()
  await page.keyboard.type('0171 3920055')
  await press(page, 'Tab', 'Space')
  await page.getByRole('checkbox', { name: 'vorgelesen' }).waitFor()
  expect(await page.getByRole('checkbox', { name: 'vorgelesen' }).isChecked()).toBe(true)
  await press(page, 'Tab', 'Space')
  const first = page.getByRole('group', { name: 'Zeitfenster für den Rückruf' }).getByRole('radio').first()
  expect(await first.isChecked()).toBe(true)
  // What is typed is still there after a reload.
  await page.reload()
  await expect.poll(() => page.getByLabel('Worum geht es?').inputValue()).toMatch(/^Fragt nach dem Bescheid/)
  await page.getByRole('group', { name: 'Zeitfenster für den Rückruf' }).waitFor()
  await look(page, 'new-callback')
  await press(page, 'Control+Enter')
  await heading(page, /^Rückrufe/)
  const said = await page
    .getByText('Rückruf zugesagt: heute')
    .or(page.getByText('Rückruf zugesagt: morgen'))
    .first()
    .textContent()
  const [number] = /LU-[\dA-Z]+-[\dA-Z]+/.exec(said ?? '') ?? []
  expect(number).toBeDefined()
  made = number ?? ''
  await look(page, 'new-callback-told')

  // The same number and concern again: no second call.
  await press(page, 'z')
  await heading(page, 'Neuer Rückruf')
  await page.getByLabel('Worum geht es?').fill('Fragt noch einmal nach dem Bescheid.')
  await page.getByLabel('Nummer', { exact: true }).fill('0171 3920055')
  await page.getByRole('checkbox', { name: 'vorgelesen' }).check()
  await page.getByRole('group', { name: 'Zeitfenster für den Rückruf' }).getByRole('radio').first().check()
  await press(page, 'Control+Enter')
  await page
    .getByText(/Zu dieser Nummer war schon ein Rückruf zugesagt/)
    .first()
    .waitFor()
  await page
    .getByText(new RegExp(`Nummer ${number}`))
    .first()
    .waitFor()

  // The case has a call: nothing more can be promised there.
  await page.getByLabel('Nummer des Anliegens').fill(number ?? '')
  await press(page, 'Enter')
  await heading(page, `Anliegen ${number}`)
  await page.getByText('Hat sich noch einmal gemeldet (Schalter)', { exact: false }).waitFor()
  expect(await page.getByRole('link', { name: 'Rückruf zusagen' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('given a number that was written down wrongly, a clerk corrects it by keyboard alone', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'sachbearbeitung', '/console/rueckrufe')
  await heading(page, /^Rückrufe/)
  await press(page, 'n')
  await page.getByRole('button', { name: 'Nummer berichtigen' }).focus()
  await press(page, 'Enter')
  await heading(page, 'Nummer berichtigen')
  await expectFocus(page.getByLabel('Nummer', { exact: true }))
  await page.getByRole('button', { name: 'Nummer speichern' }).focus()
  await press(page, 'Enter')
  await page.getByText('Bitte die Nummer für den Rückruf erfragen.').first().waitFor()
  await look(page, 'correct-number-errors')
  await page.getByLabel('Nummer', { exact: true }).focus()
  await page.keyboard.type('0171 3920056')
  await press(page, 'Tab', 'Space', 'Enter')
  await page.getByText('Die Nummer ist berichtigt.', { exact: false }).first().waitFor()
  await page.getByText('0171 3920056').first().waitFor()
  await expectFocus(page.getByRole('button', { name: 'Nummer berichtigen' }))
  await look(page, 'correct-number')
  expect(complaints).toEqual([])
})

/** '4–6 Uhr' or '4 und 6 Uhr': longer than an hour. */
function isWide(label: string): boolean {
  const [, from, to] = /(\d+)(?:–| und )(\d+) Uhr/.exec(label) ?? []
  return (Number(to) - Number(from) + 24) % 24 !== 1
}

test('given somebody who has a few minutes in each hour, wide windows are offered to clerk, agent and citizen', async () => {
  await fewMinutes(server)
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'sachbearbeitung', '/console/rueckrufe/neu')
  await heading(page, 'Neuer Rückruf')
  const windows = page.getByRole('group', { name: 'Zeitfenster für den Rückruf' }).locator('label')
  await windows.first().waitFor()
  expect((await windows.allInnerTexts()).filter((label) => !isWide(label))).toEqual([])
  await look(page, 'new-callback-wide')

  const { page: agent } = await openPage(browser)
  await signIn(agent, server, 'agentin')
  await agent.getByRole('button', { name: /Übungsanruf/ }).waitFor()
  await press(agent, 'F7')
  await agent.getByRole('button', { name: /Annehmen/ }).waitFor()
  await press(agent, 'Enter')
  await agent.getByLabel('Worum geht es?', { exact: true }).waitFor()
  await press(agent, 'F2')
  const atDesk = agent.getByRole('group', { name: 'Zeitfenster für den Rückruf' }).locator('label')
  await atDesk.first().waitFor()
  expect((await atDesk.allInnerTexts()).filter((label) => !isWide(label))).toEqual([])
  await look(agent, 'desk-wide')

  const { page: citizen } = await openPage(browser)
  await citizen.goto(`${server.url}/anliegen`)
  await citizen.getByLabel('Nummer Ihres Anliegens').fill(made)
  await citizen.getByLabel('Letzte vier Ziffern').fill('0056')
  await press(citizen, 'Enter')
  await citizen.getByRole('link', { name: 'Andere Zeit wählen' }).click()
  const times = citizen.getByRole('button', { name: /zwischen/ })
  await times.first().waitFor()
  const offered = await times.allInnerTexts()
  expect(offered.filter((label) => !isWide(label))).toEqual([])
  await look(citizen, 'citizen-wide')
  await times.first().click()
  expect(await citizen.locator('.answer').innerText()).toContain(offered[0])
  expect(complaints).toEqual([])
})
