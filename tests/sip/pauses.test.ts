import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { board } from '../../src/trial/contract.ts'
import { signInApi } from '../kit/api.ts'
import { expectAccessible, type WatchedPage } from '../kit/browser.ts'
import { readLab } from './kit/lab.ts'
import { deskOf, focused, PATIENCE, picture, press } from './kit/staff.ts'
import { openTownHall, type TownHall } from './kit/townHall.ts'

const lab = readLab()
let hall: TownHall
let agent: WatchedPage

beforeAll(async () => {
  hall = await openTownHall(lab)
  agent = await hall.open('agentin', '/console/')
})
afterEach(() => hall.hangUp())
afterAll(() => hall?.close())

it('given a pause planned in a call, it follows the call, has a reason by key, and is on the board without a name', async () => {
  const { page, complaints } = agent
  await page.getByText('Headset ok').waitFor()
  await press(page, 'F9')
  await page.getByRole('heading', { name: 'Sie sind bereit' }).waitFor()
  await expectAccessible(page)
  const caller = hall.calls('Bürgerbüro', '+491713923411')
  await page.locator('.panel--ringing').waitFor()
  await press(page, 'Enter')
  await focused(page, 'Worum geht es?')
  await press(page, 'Shift+F9')
  await page.getByRole('button', { name: /Danach doch bereit/ }).waitFor()
  await picture(page, 'desk-pause-planned')
  await expectAccessible(page)

  await caller.hangUp()
  await page.getByText('Aufgelegt, bitte noch abschließen').waitFor()
  await press(page, 'F8')
  await page
    .locator(':focus')
    .and(page.getByRole('button', { name: /Speichern/ }))
    .waitFor()
  await press(page, 'Enter')
  await expect.poll(() => deskOf(page), PATIENCE).toMatchObject({ state: 'not-ready', pause: 'break' })
  await page.getByRole('button', { name: /Fertig/ }).waitFor()
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'Sie bekommen gerade keine Anrufe' }).waitFor()
  await page.getByRole('radio', { name: 'Pause' }).focus()
  await press(page, 'ArrowLeft')
  await page.locator('.status-bar').getByText('Technik').waitFor()
  await expect.poll(() => deskOf(page), PATIENCE).toMatchObject({ state: 'not-ready', pause: 'technical' })
  await picture(page, 'desk-pause-reason')
  await expectAccessible(page)

  const lead = await signInApi(hall.server, 'leitung')
  const { lines } = board.parse((await lead.get('/api/v1/board')).body)
  expect(lines.map(({ agents }) => agents.notReadyWhy)).toContain('1 Technik')
  await press(page, 'F9')
  await expect.poll(() => deskOf(page), PATIENCE).toMatchObject({ state: 'available', pause: null })
  expect(complaints).toEqual([])
})

it('given a call that rings in vain, says why no more calls come', async () => {
  const { page } = agent
  const caller = hall.calls('Bürgerbüro', '+491713923412')
  await page.locator('.panel--ringing').waitFor()
  await expect
    .poll(() => deskOf(page), { timeout: 30_000 })
    .toMatchObject({ state: 'not-ready', pause: 'unanswered' })
  await page.getByText('Ein Anruf hat hier geklingelt und wurde nicht angenommen.').waitFor()
  await picture(page, 'desk-unanswered')
  await caller.hangUp()
})
