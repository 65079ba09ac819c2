import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { readLab } from './kit/lab.ts'
import { cutPower, restorePower } from './kit/power.ts'
import { deskOf, focused, PATIENCE, picture, press } from './kit/staff.ts'
import { openTownHall, type TownHall } from './kit/townHall.ts'

const lab = readLab()
let hall: TownHall

beforeAll(async () => {
  hall = await openTownHall(lab)
})
afterEach(() => hall.hangUp())
afterAll(() => hall?.close())

const banner = (page: Page) => page.getByText('Die Telefonanlage antwortet nicht.').first()

it('given an Asterisk that dies, every page says so until it is back, and a page opened meanwhile has its telephone then', async () => {
  const { page, complaints } = await hall.open('agentin', '/console/')
  const clerk = await hall.open('sachbearbeitung', '/console/rueckrufe')
  await cutPower(lab)
  for (const seen of [page, clerk.page]) await banner(seen).waitFor()
  await page.reload()
  await banner(page).waitFor()
  await expect.poll(async () => (await deskOf(page)).missing.length, PATIENCE).toBeGreaterThan(0)
  await picture(page, 'desk-without-telephone')

  await restorePower(lab)
  for (const seen of [page, clerk.page]) await banner(seen).waitFor({ state: 'hidden' })
  await expect.poll(async () => (await deskOf(page)).missing, PATIENCE).toEqual([])
  await press(page, 'F9')
  await page.getByRole('heading', { name: 'Sie sind bereit' }).waitFor()
  hall.calls('Bürgerbüro', '+491713923421')
  await page.locator('.panel--ringing').waitFor()
  await press(page, 'Enter')
  await focused(page, 'Worum geht es?')
  expect(complaints).toEqual([])
})
