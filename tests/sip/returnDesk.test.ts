import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { expectAccessible, type WatchedPage } from '../kit/browser.ts'
import { readLab } from './kit/lab.ts'
import { becomeReady, deskOf, focused, PATIENCE, picture, press } from './kit/staff.ts'
import { openTownHall, type TownHall } from './kit/townHall.ts'

const lab = readLab()
const FROM = '+491713920051'

let hall: TownHall
let agent: WatchedPage
let clerk: WatchedPage

beforeAll(async () => {
  hall = await openTownHall(lab)
  agent = await hall.open('agentin', '/console/')
  clerk = await hall.open('sachbearbeitung', '/console/rueckrufe')
})
afterEach(() => hall.hangUp())
afterAll(() => hall?.close())

/** Answers the call that rings, with the form open. */
async function answer(page: Page): Promise<void> {
  await page.locator('.panel--ringing').getByText('0171 3920051').waitFor()
  await press(page, 'Enter')
  await focused(page, 'Worum geht es?')
}

/** A first call with a promised callback. @returns the case's number */
async function firstCall(page: Page): Promise<string> {
  const citizen = hall.calls('Bürgerbüro', FROM)
  await answer(page)
  await page.getByLabel('Notiz', { exact: true }).fill('Ausweis läuft ab')
  await page.getByLabel('vorgelesen').check()
  await page.locator('[name=window]').first().check()
  await press(page, 'Control+Enter')
  await page.getByText('Gespeichert').waitFor()
  const [number = ''] = /LU-\w{3}-\w{3}/.exec(await page.locator('.result__case').innerText()) ?? []
  await citizen.hangUp()
  await page.getByRole('button', { name: /Fertig/ }).waitFor()
  await press(page, 'Enter')
  await expect.poll(async () => (await deskOf(page)).state, PATIENCE).toBe('available')
  return number
}

it('given a promise in a clerk’s hands, the return call shows it and one key asks the clerk; the record joins the case', async () => {
  const { page } = agent
  await becomeReady(page)
  const number = await firstCall(page)
  await clerk.page.getByRole('button', { name: number, exact: true }).waitFor()
  await press(clerk.page, 'n')
  await clerk.page.getByRole('heading', { name: `Rückruf ${number}` }).waitFor()

  hall.calls('Bürgerbüro', FROM)
  await answer(page)
  await page.getByText(`Offenes Anliegen dieser Nummer: ${number}`).waitFor()
  const connect = page.getByRole('button', { name: /^Mit .+ verbinden/ })
  await connect.waitFor()
  await expectAccessible(page)
  await picture(page, 'return-call')
  await press(page, 'Shift+F3')
  await page
    .getByText(/Es klingelt bei Carla Probe/)
    .first()
    .waitFor()
  await clerk.page
    .getByRole('button', { name: /Annehmen/ })
    .first()
    .waitFor()
  await picture(clerk.page, 'return-call-clerk')
  await press(page, 'F7')
  await connect.waitFor()

  await page.getByLabel('Notiz', { exact: true }).fill('Hat sich erledigt, Ausweis ist gefunden.')
  await press(page, 'F4', 'Control+Enter')
  await page.getByText('Gespeichert').waitFor()
  expect(await page.locator('.result__case').innerText()).toContain(number)
  await picture(page, 'return-call-saved')
  await clerk.page.getByText('Dieser Rückruf ist abgeschlossen.').waitFor()
  await clerk.page.getByText('Die Person hat wieder angerufen.').first().waitFor()
  const rows = await hall.tables.db
    .selectFrom('callback')
    .innerJoin('case', (join) =>
      join.onRef('case.city_id', '=', 'callback.city_id').onRef('case.id', '=', 'callback.case_id'),
    )
    .select(['promise', 'outcome', 'attempts'])
    .where('case.number', '=', number)
    .execute()
  expect(rows).toEqual([{ promise: 'withdrawn', outcome: 'settled', attempts: 0 }])
  expect([...agent.complaints, ...clerk.complaints]).toEqual([])
})
