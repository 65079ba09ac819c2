import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { expectAccessible, type WatchedPage } from '../kit/browser.ts'
import { readLab } from './kit/lab.ts'
import { becomeReady, deskOf, expectConversation, focused, PATIENCE, picture, press } from './kit/staff.ts'
import { openTownHall, type TownHall } from './kit/townHall.ts'

const lab = readLab()
const NOTE = 'Laterne vor dem Haus ist aus, Nummer 417'

let hall: TownHall
let agent: WatchedPage
let other: WatchedPage

beforeAll(async () => {
  hall = await openTownHall(lab)
  await otherPeopleOnTheReportLine()
  agent = await hall.open('agentin', '/console/')
  other = await hall.open('buergertelefon', '/console/arbeitsplatz')
})
afterEach(() => hall.hangUp())
afterAll(() => hall?.close())

/** In this test the Bürgertelefon is answered by the city's own report team. */
async function otherPeopleOnTheReportLine(): Promise<void> {
  const { id } = await hall.tables.db
    .selectFrom('team')
    .select('id')
    .where('kind', '=', 'reports')
    .executeTakeFirstOrThrow()
  await hall.tables.db
    .updateTable('line')
    .set({ answering_team_id: id })
    .where('purpose', '=', 'report')
    .execute()
}

const callFrom = (from: string) =>
  hall.tables.db.selectFrom('call').selectAll().where('caller', '=', from).executeTakeFirstOrThrow()

/** What a person would see, in both colour schemes; and no rule of accessibility broken in either. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await picture(page, `${name}-${colorScheme}`)
    await expectAccessible(page)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

it('given a call for the other line, it is consulted and handed over by keys alone, and the case travels along', async () => {
  const from = '+491713920031'
  await becomeReady(agent.page)
  await becomeReady(other.page)
  const citizen = hall.calls('Bürgerbüro', from)
  const { page } = agent
  await page.locator('.panel--ringing').getByText('0171 3920031').waitFor()
  await press(page, 'Enter')
  await focused(page, 'Worum geht es?')
  await page.keyboard.type('Laterne')
  await page.getByLabel('Notiz', { exact: true }).fill(NOTE)
  await expectConversation(page)

  await press(page, 'F7')
  await page.getByText('Gehalten: Die anrufende Person hört Musik.').first().waitFor()
  await look(page, 'talk-held')
  await press(page, 'F9')
  await page.getByText('Sie sind stumm').waitFor()
  await press(page, 'F9', 'F7')
  await page.getByRole('button', { name: /Halten/ }).waitFor()

  await press(page, 'F1')
  const line = page.getByRole('dialog').getByRole('radio', { name: /^Bürgertelefon/ })
  await page.locator(':focus').and(line).waitFor()
  await look(page, 'talk-targets')
  expect(await page.getByRole('dialog').innerText()).not.toContain('Bernd')
  await press(page, 'Enter')
  await page.getByText('Es klingelt bei Bürgertelefon').first().waitFor()

  await other.page.getByRole('heading', { name: 'Rückfrage von Telefon-Dienst' }).waitFor()
  await other.page.getByText(NOTE).waitFor()
  await look(other.page, 'talk-guest-rings')
  await press(other.page, 'Enter')
  await page.getByText('Sie sprechen mit Bürgertelefon').first().waitFor()
  await look(page, 'talk-consulting')
  await expectConversation(page)
  await expectConversation(other.page)

  await press(page, 'F1')
  await page.getByRole('heading', { name: 'Sie sind bereit' }).waitFor()
  await focused(other.page, 'Worum geht es?')
  expect(await other.page.getByLabel('Notiz', { exact: true }).inputValue()).toBe(NOTE)
  await look(other.page, 'talk-handed-over')
  await expectConversation(other.page)

  await press(other.page, 'F4')
  await other.page.getByLabel('Name', { exact: true }).fill('Muster')
  await press(other.page, 'Control+Enter')
  await other.page.getByText('Gespeichert').waitFor()
  await citizen.hangUp()
  await expect.poll(async () => (await deskOf(other.page)).state, PATIENCE).toBe('available')

  const call = await callFrom(from)
  expect(call).toMatchObject({ state: 'ended', end_reason: 'caller-hung-up', answer_promise: 'kept' })
  const opened = await hall.tables.db.selectFrom('case').selectAll().where('id', '=', call.case_id).execute()
  expect(opened).toMatchObject([{ reason: NOTE, state: 'settled' }])
  expect(hall.replay()).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/gleich/),
  })
  expect([...agent.complaints, ...other.complaints]).toEqual([])
})

it('given a clerk at the worklist, a consultation rings there, becomes a conference, and the agent leaves the two alone', async () => {
  const from = '+491713920032'
  const clerk = await hall.open('sachbearbeitung', '/console/rueckrufe')
  const { page } = agent
  await page.getByRole('heading', { name: 'Sie sind bereit' }).waitFor()
  const citizen = hall.calls('Bürgerbüro', from)
  await page.locator('.panel--ringing').getByText('0171 3920032').waitFor()
  await press(page, 'Enter')
  await focused(page, 'Worum geht es?')
  await expectConversation(page)

  await press(page, 'F1')
  const carla = page.getByRole('dialog').getByRole('radio', { name: /^Carla Probe/ })
  await carla.waitFor()
  while (!(await carla.isChecked())) await press(page, 'ArrowDown')
  await press(page, 'Enter')
  await clerk.page.getByRole('region', { name: 'Telefon' }).getByText('Rückfrage: Es klingelt').waitFor()
  await look(clerk.page, 'talk-guest-worklist')
  await clerk.page.getByRole('button', { name: 'Annehmen' }).focus()
  await press(clerk.page, 'Enter')
  await page.getByText('Sie sprechen mit Carla Probe').first().waitFor()
  await press(page, 'Shift+F1')
  await page.getByText('Zu dritt: Carla Probe').first().waitFor()
  await look(page, 'talk-conference')
  await expectConversation(page)
  await expectConversation(clerk.page)

  await press(page, 'F10')
  await page.getByRole('heading', { name: 'Sie sind bereit' }).waitFor()
  await clerk.page.getByRole('link', { name: 'Zum Arbeitsplatz' }).focus()
  await press(clerk.page, 'Enter')
  await focused(clerk.page, 'Worum geht es?')
  await expectConversation(clerk.page)
  await press(clerk.page, 'F10')
  await clerk.page.getByText('Aufgelegt, bitte noch abschließen').waitFor()
  await press(clerk.page, 'F8', 'Enter')
  await expect.poll(async () => (await deskOf(clerk.page)).call, PATIENCE).toBeNull()
  await citizen.hangUp()
  expect(hall.replay()).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/gleich/),
  })
  expect([...agent.complaints, ...clerk.complaints]).toEqual([])
  await clerk.page.context().close()
})
