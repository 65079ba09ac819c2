import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { sendRequest } from '../../src/telephony/asterisk/ari/request.ts'
import { unlessMovedOn } from '../../src/telephony/asterisk/movedOn.ts'
import { cityDay } from '../kit/cityDay.ts'
import { expectAccessible, openPage, type WatchedPage } from '../kit/browser.ts'
import { readLab } from './kit/lab.ts'
import { heardBy, PATIENCE, picture, press, SOME_PACKETS } from './kit/staff.ts'
import { openTownHall, type TownHall } from './kit/townHall.ts'

const lab = readLab()

let hall: TownHall
let agent: WatchedPage
let lead: WatchedPage

beforeAll(async () => {
  hall = await openTownHall(lab)
  agent = await hall.open('agentin', '/console/')
  lead = await hall.open('leitung', '/console/telefon')
})
afterEach(() => hall.hangUp())
afterAll(() => hall?.close())

const row = (page: Page, card: string, text: string) =>
  page.getByRole('region', { name: card }).getByRole('row').filter({ hasText: text })

/** To a button of the page and through its dialog, without a mouse. */
async function act(page: Page, button: string | RegExp, ...typed: string[]): Promise<void> {
  await page.getByRole('button', { name: button }).focus()
  await press(page, 'Enter')
  for (const text of typed) await page.keyboard.type(text)
}

it('given a quiet telephone, says so, also on a small screen and for screen readers', async () => {
  const { page } = lead
  await page.getByText('Niemand wartet.').waitFor()
  await page.getByText('Gerade spricht niemand.').waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 768, height: 1024 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(768)
  await picture(page, 'lead-quiet-768')
  await page.setViewportSize({ width: 1366, height: 900 })
})

it('given two who wait, shows them live and moves the second to the front by keyboard', async () => {
  const { page } = lead
  hall.calls('Bürgerbüro', '+491713920201')
  await page.getByRole('heading', { name: 'Es warten 1' }).waitFor()
  hall.calls('Bürgertelefon', '+491713920202')
  await page.getByRole('heading', { name: 'Es warten 2' }).waitFor()
  await picture(page, 'lead-waiting')
  await expectAccessible(page)

  await act(page, 'Verschieben: Bürgertelefon, 0171 … 202')
  await page.getByRole('dialog').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Grund').focus()
  await page.keyboard.type('ruft schon zum dritten Mal an')
  await picture(page, 'lead-move')
  await press(page, 'Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect
    .poll(
      () =>
        page
          .getByRole('region', { name: /Es warten/ })
          .getByRole('row')
          .nth(1)
          .innerText(),
      PATIENCE,
    )
    .toMatch(/Bürgertelefon[\s\S]*nach vorn geholt/)

  const desk = agent.page
  await press(desk, 'F9')
  await desk.locator('.panel--ringing').getByText('202').waitFor()
  await press(desk, 'Enter')
  await row(page, 'Im Gespräch 1', 'Aylin Probe').waitFor()
})

it('given a conversation, the lead joins it, all three hear, and the agent’s desk says so', async () => {
  const desk = agent.page
  // The conversation of the test before ended with its caller: its record is open.
  await finish(desk)
  hall.calls('Bürgertelefon', '+491713920203')
  await desk.locator('.panel--ringing').waitFor()
  await press(desk, 'Enter')
  const { page } = lead
  await row(page, 'Im Gespräch 1', 'Aylin Probe').waitFor()
  await act(page, /Dazukommen: Aylin Probe/)
  await page.getByText('Sie sind im Gespräch', { exact: true }).waitFor()
  await desk.getByText('Teamleitung ist im Gespräch: Frauke Probe').waitFor()
  const [before, deskBefore] = [await heardBy(page), await heardBy(desk)]
  const grown = async () => (await heardBy(page)).received - before.received
  const deskGrown = async () => (await heardBy(desk)).received - deskBefore.received
  await expect.poll(grown, PATIENCE).toBeGreaterThan(2 * SOME_PACKETS)
  await expect.poll(deskGrown, PATIENCE).toBeGreaterThan(2 * SOME_PACKETS)
  expect((await heardBy(page)).energy).toBeGreaterThan(before.energy)
  await picture(page, 'lead-joined')
  await picture(desk, 'desk-lead-in-call')
  await expectAccessible(page)
  await expectAccessible(desk)

  await act(page, 'Verlassen')
  await page.getByRole('button', { name: /Dazukommen: Aylin Probe/ }).waitFor()
  await desk.getByText('Teamleitung ist im Gespräch').waitFor({ state: 'detached' })
  const alone = (await heardBy(desk)).received
  await expect
    .poll(async () => (await heardBy(desk)).received - alone, PATIENCE)
    .toBeGreaterThan(2 * SOME_PACKETS)

  await act(page, 'Abmelden: Aylin Probe')
  await page.getByLabel('Grund').focus()
  await page.keyboard.type('Übergabe an die Spätschicht')
  await press(page, 'Enter')
  await desk.getByText('Frauke Probe, Teamleitung, hat diesen Arbeitsplatz abgemeldet').waitFor()
  await row(page, 'Arbeitsplätze 2', 'danach nicht bereit').waitFor()
  await picture(desk, 'desk-signed-out')
})

it('given a line that is closed and an announcement, the desk and the home page say so at once', async () => {
  const { page } = lead
  await act(page, 'Schließen: Bürgertelefon')
  await page.getByLabel('bis auf Weiteres').check()
  await page.getByLabel('Grund').focus()
  await page.keyboard.type('Rohrbruch im Rathaus')
  await picture(page, 'lead-close-line')
  await press(page, 'Enter')
  await row(page, 'Leitungen', 'Rohrbruch im Rathaus').waitFor()
  await agent.page.getByText('Die Leitung Bürgertelefon ist bis auf Weiteres geschlossen').waitFor()

  await act(page, 'Neue Sonderansage')
  await page.getByLabel('Text').focus()
  await page.keyboard.type('Heute ist Wahltag, es dauert länger. Termine gibt es auch online.')
  await page.getByLabel('Bis', { exact: true }).fill(`${cityDay(2)}T08:00`)
  await page.getByRole('button', { name: 'Aufnehmen', exact: true }).focus()
  await press(page, 'Enter')
  await page.getByText('Die Aufnahme läuft').waitFor()
  await sleep(2_000)
  await press(page, 'Enter')
  await page.getByRole('button', { name: 'Neu aufnehmen' }).waitFor()
  await expectAccessible(page)
  await picture(page, 'lead-announcement')
  await page.getByRole('button', { name: 'Setzen' }).focus()
  await press(page, 'Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await agent.page.getByText('Heute ist Wahltag').waitFor()
  await page.getByText('mit Ton am Telefon').waitFor()
  const from = '+491713920204'
  hall.calls('Bürgerbüro', from)
  await expect.poll(() => playedTo(from), { timeout: 15_000, interval: 50 }).toContain('/telephone/prompts/')
  await picture(page, 'lead-lines')
  await expectAccessible(page)

  const citizen = await openPage(hall.browser)
  await citizen.page.goto(hall.server.url)
  await citizen.page.getByText('Heute ist Wahltag').waitFor()
  await citizen.page.getByText('Rohrbruch im Rathaus').waitFor()
  await expectAccessible(citizen.page)
  await picture(citizen.page, 'home-special')

  await act(page, 'Wieder nach Servicezeit: Bürgertelefon')
  await row(page, 'Leitungen', 'Rohrbruch im Rathaus').waitFor({ state: 'detached' })
  expect([...lead.complaints, ...agent.complaints, ...citizen.complaints]).toEqual([])
})

const playing = z.object({ state: z.literal('playing'), media_uri: z.string() })

/** What the telephone system plays to this caller now. */
async function playedTo(from: string): Promise<string> {
  const call = await hall.tables.db
    .selectFrom('call')
    .select('id')
    .where('caller', '=', from)
    .executeTakeFirst()
  const playbackId = `greeting-${call?.id}`
  const answer = await unlessMovedOn(sendRequest(lab.ari, 'GET /playbacks/{playbackId}', { playbackId }))
  const playback = playing.safeParse(answer)
  return playback.success ? playback.data.media_uri : ''
}

/** No concern: the shortest complete record. */
async function finish(page: Page): Promise<void> {
  await page.getByText('Aufgelegt, bitte noch abschließen').waitFor()
  await page.getByRole('radio', { name: /Kein Anliegen/ }).check()
  await press(page, 'Control+Enter')
  await page.getByText('Gespeichert').waitFor()
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'Sie sind bereit' }).waitFor()
}
