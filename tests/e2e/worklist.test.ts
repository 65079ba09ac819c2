import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { openAllDay, promisePractice } from '../kit/promises.ts'
import { signInApi } from '../kit/api.ts'
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

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

async function openWorklist(login = 'sachbearbeitung') {
  const opened = await openPage(browser)
  await signIn(opened.page, server, login, '/console/rueckrufe')
  await opened.page.getByRole('heading', { name: /^Rückrufe/ }).waitFor()
  return opened
}

const row = (page: Page, number: string) => page.getByRole('button', { name: number, exact: true })
const hasFocus = (page: Page, number: string): Promise<void> =>
  page.locator(':focus').and(row(page, number)).waitFor()

test('given a promised callback, a clerk keeps the promise by keyboard alone', async () => {
  const { page, complaints } = await openWorklist()
  await page.getByText('Kein Rückruf ist offen').waitFor()
  const { number } = await promisePractice(server)
  await row(page, number).waitFor()
  await expectAccessible(page)
  await press(page, 'n')
  await page.getByRole('heading', { name: `Rückruf ${number}` }).waitFor()
  await page.locator('.reason').getByText('Ausweis läuft ab').waitFor()
  await expectAccessible(page)
  await press(page, 'Enter')
  await page.locator('#main').getByText('Im Gespräch').waitFor()
  await press(page, 'e')
  await page
    .locator(':focus')
    .and(page.getByRole('button', { name: /Ergebnis speichern/ }))
    .waitFor()
  await expectAccessible(page)
  await press(page, 'Enter')
  await page.getByText(`${number} ist erledigt. Die Zusage ist gehalten.`).first().waitFor()
  expect(await row(page, number).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('given a list, arrows move, Enter takes, and G with a reason gives back', async () => {
  const first = await promisePractice(server)
  const second = await promisePractice(server)
  const { page } = await openWorklist()
  await hasFocus(page, first.number)
  await press(page, 'ArrowDown')
  await hasFocus(page, second.number)
  await press(page, 'Enter')
  await page.getByRole('heading', { name: `Rückruf ${second.number}` }).waitFor()
  await press(page, 'g')
  await page.getByLabel('Grund').waitFor()
  await press(page, 'Enter')
  await page.getByText('Bitte kurz den Grund angeben.').first().waitFor()
  await expectAccessible(page)
  await page.getByLabel('Grund').fill('Rückfrage im Fachamt')
  await press(page, 'Enter')
  await page.getByText(`${second.number} ist wieder in der Liste.`).first().waitFor()
  await hasFocus(page, first.number)
})

test('given words typed into the note, they choose no outcome and survive a reload', async () => {
  const { number } = await promisePractice(server)
  const { page } = await openWorklist()
  await row(page, number).click()
  await page.getByRole('button', { name: /Anrufen/ }).waitFor()
  await page.getByLabel('Notiz').focus()
  await page.keyboard.type('erneut nachfragen, twz')
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
  await page.reload()
  expect(await page.getByLabel('Notiz').inputValue()).toBe('erneut nachfragen, twz')
  await press(page, 'Control+Enter')
  await page.locator(':focus').getByText('Bitte ein Ergebnis wählen.').waitFor()
  expect(await page.getByLabel('Notiz').inputValue()).toBe('erneut nachfragen, twz')
  await page.getByRole('button', { name: /Anrufen/ }).click()
  await page.locator('#main').getByText('Im Gespräch').waitFor()
  await press(page, 'n', 'b', 'Enter')
  await page.getByText(`${number} wird wieder versucht`).first().waitFor()
})

test('given somebody who was faster, the row says so and the list is read again', async () => {
  const { number, id } = await promisePractice(server)
  const { page } = await openPage(browser)
  // This list hears of nothing, as after a moment without network.
  await page.route('**/api/v1/live', (route) => route.abort())
  await signIn(page, server, 'sachbearbeitung2', '/console/rueckrufe')
  await row(page, number).waitFor()
  // Without news the page looks by itself now and then: not before the click.
  const { promise: clicked, resolve: click } = Promise.withResolvers<void>()
  await page.route('**/api/v1/callbacks', (route) => clicked.then(() => route.continue()))
  const faster = await signInApi(server, 'sachbearbeitung')
  expect((await faster.post(`/api/v1/callbacks/${id}/take`)).status).toBe(200)
  await row(page, number).click()
  click()
  const told = page.getByRole('row', { name: new RegExp(number) })
  await told.getByText('Diesen Rückruf hat gerade jemand anderes übernommen.').waitFor()
  await told.getByText('Carla Probe').waitFor()
  await expectAccessible(page)
})

test('given an open list, a new callback appears by itself and the row in hand keeps its place', async () => {
  const { page } = await openWorklist('leitung')
  await page.locator(':focus').and(page.locator('.worklist__open')).waitFor()
  const place = () => page.locator(':focus').boundingBox()
  const before = await place()
  const { number } = await promisePractice(server)
  await row(page, number).waitFor({ timeout: 3000 })
  expect(await place()).toEqual(before)
})

test('given a lead, a callback is put into the hands of a colleague', async () => {
  const { number } = await promisePractice(server)
  const { page } = await openWorklist('leitung')
  await row(page, number).click()
  await page.getByLabel('Person', { exact: true }).selectOption({ label: 'Deniz Probe' })
  await page.getByRole('button', { name: 'Zuweisen' }).click()
  await page.getByText('Diesen Rückruf hat Deniz Probe in der Hand.').waitFor()
  await expectAccessible(page)
})

test('given a dark screen, list, callback, board and wall are accessible', async () => {
  const { number } = await promisePractice(server)
  const { page } = await openPage(browser, { colorScheme: 'dark' })
  await signIn(page, server, 'leitung', '/console/rueckrufe')
  await row(page, number).waitFor()
  await expectAccessible(page)
  await row(page, number).click()
  await page.getByRole('button', { name: /Anrufen/ }).waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Ganzes Anliegen' }).click()
  await page.getByRole('heading', { name: `Anliegen ${number}` }).waitFor()
  await expectAccessible(page)
  for (const path of ['uebersicht', 'wandtafel']) {
    await page.goto(`${server.url}/console/${path}`)
    await page.getByText('In 15 s angenommen').waitFor()
    await expectAccessible(page)
  }
})
