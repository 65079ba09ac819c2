import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../src/root.ts'
import { launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { openAllDay, promisePractice } from '../kit/promises.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser
/** `npm run pictures` sets it to the folder of the README's pictures. */
const pictures = join(root, process.env['PICTURES'] ?? 'test-results/pictures')

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  await openAllDay(server)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const take = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: join(pictures, `${name}.png`) })

const focused = (page: Page, label: string): Promise<void> =>
  page
    .locator(':focus')
    .and(page.getByLabel(label, { exact: true }))
    .waitFor()

/** Calls of a telephone system that reports by webhook, so that the board has figures: one waits, the others are over. */
async function reportCalls(): Promise<void> {
  const source = server.demo.cti.find(({ kind }) => kind === 'generic')!
  const to = server.demo.lines[0]!.number
  for (let n = 0; n < 9; n++) {
    const call = { callId: `call-${n}`, from: `4917139200${n}0`, to, direction: 'in' }
    const events = n === 8 ? ['newCall'] : n === 7 ? ['newCall', 'hangup'] : ['newCall', 'answer', 'hangup']
    for (const event of events) {
      const cause = event === 'hangup' ? { cause: n === 7 ? 'cancel' : 'normalClearing' } : {}
      const response = await fetch(server.url + source.path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ event, ...call, ...cause }),
      })
      expect(response.status).toBe(200)
    }
  }
}

/** Training plays callers of both lines by chance; `clerk` is who calls back for the line of this one. */
async function noteTheCall(page: Page): Promise<{ number: string; clerk: string }> {
  await page.getByRole('button', { name: /Übungsanruf/ }).waitFor()
  await press(page, 'F7')
  await page.getByRole('button', { name: /Annehmen/ }).waitFor()
  await press(page, 'Enter')
  await focused(page, 'Worum geht es?')
  const forReports = await page.getByText('Guten Tag, Bürgertelefon').count()
  await page.keyboard.type('perso verl')
  await page.locator('[role=option]:visible').first().waitFor()
  await take(page, 'desk-search')
  await press(page, 'Enter')
  await focused(page, 'Notiz')
  await page.getByText('Wegweiser').waitFor()
  await page.keyboard.type('Ausweis läuft am 3. Dezember ab, Reise gebucht')
  await press(page, 'Enter')
  await page.keyboard.type('Muster')
  await press(page, 'Enter', 'Enter', 'Enter', 'Enter')
  await take(page, 'desk')
  await press(page, 'Enter')
  await page.getByText('Gespeichert').waitFor()
  await take(page, 'desk-saved')
  const number = /LU-\w{3}-\w{3}/.exec(await page.locator('.result__case').innerText())?.[0]
  if (!number) throw new Error('the desk named no case number')
  return { number, clerk: forReports ? 'buergertelefon' : 'sachbearbeitung' }
}

async function callBack(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: number, exact: true }).waitFor()
  await take(page, 'worklist')
  // The oldest promise comes first; this one is opened from its row.
  while (
    !(await page
      .locator(':focus')
      .and(page.getByRole('button', { name: number, exact: true }))
      .count())
  ) {
    await press(page, 'ArrowDown')
  }
  await press(page, 'Enter')
  await page.getByRole('heading', { name: `Rückruf ${number}` }).waitFor()
  await press(page, 'Enter')
  await page.locator('#main').getByText('Im Gespräch').waitFor()
  await take(page, 'callback')
  await press(page, 'e')
  await page
    .locator(':focus')
    .and(page.getByRole('button', { name: /Ergebnis speichern/ }))
    .waitFor()
  await press(page, 'Enter')
  await page.getByText(`${number} ist erledigt. Die Zusage ist gehalten.`).first().waitFor()
}

test('given a new installation, a training call becomes a kept callback by keyboard, and everybody sees their part', async () => {
  for (let n = 0; n < 3; n++) await promisePractice(server)
  const agent = await openPage(browser)
  await signIn(agent.page, server, 'agentin')
  const { number, clerk: login } = await noteTheCall(agent.page)

  const clerk = await openPage(browser)
  await signIn(clerk.page, server, login, '/console/rueckrufe')
  await callBack(clerk.page, number)

  await reportCalls()
  const lead = await openPage(browser)
  await signIn(lead.page, server, 'leitung', '/console/uebersicht')
  await lead.page.getByText('In 15 s angenommen').waitFor()
  await take(lead.page, 'board')
  await lead.page.goto(`${server.url}/console/wandtafel`)
  await lead.page.getByText('In 15 s angenommen').waitFor()
  await take(lead.page, 'wallboard')

  const citizen = await openPage(browser, { viewport: { width: 420, height: 860 } })
  await citizen.page.goto(server.url)
  await take(citizen.page, 'citizen-home')
  await citizen.page.goto(`${server.url}/anliegen`)
  await citizen.page.locator('input[name=number]').fill(number)
  const digits = await lastDigits(number)
  await citizen.page.locator('input[name=digits]').fill(digits)
  await press(citizen.page, 'Enter')
  await citizen.page.getByText(number).first().waitFor()
  await take(citizen.page, 'citizen-status')
  for (const { complaints } of [agent, clerk, lead, citizen]) expect(complaints).toEqual([])
})

/** The played caller's number stands in the case; the citizen knows it by heart. */
async function lastDigits(number: string): Promise<string> {
  const { page } = await openPage(browser)
  await signIn(page, server, 'leitung', '/console/anliegen')
  const found = await page.evaluate(async (number) => {
    const { id } = (await (await fetch(`/api/v1/cases?number=${encodeURIComponent(number)}`)).json()) as {
      id: string
    }
    const view = (await (await fetch(`/api/v1/cases/${id}`)).json()) as { contactPhone: string }
    return view.contactPhone
  }, number)
  return found.slice(-4)
}
