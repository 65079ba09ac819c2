import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
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

/** A folder for pictures, for eyes. */
const PICTURES = process.env['PICTURES']
const shoot = async (page: Page, name: string): Promise<void> => {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
}
const answer = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

test.each([
  [['Bürgerbüro', 'Personalausweis beantragen'], 'Kommen Sie bitte vorbei.', 'Termin buchen'],
  [['Bürgerbüro', 'Meldebescheinigung'], 'Sie müssen nicht kommen', 'Rückruf vereinbaren'],
  [['Wahlamt'], 'Sie müssen nicht kommen: Das geht online.', 'Rückruf vereinbaren'],
  [['Bürgertelefon'], 'Das ist etwas für das Bürgertelefon.', 'Etwas melden'],
])('given %j, no JavaScript leads to %j', async (answers, way, act) => {
  const { page } = await openPage(browser, { javaScriptEnabled: false })
  await page.goto(server.url)
  await page.getByRole('link', { name: /Welcher Weg ist richtig/ }).click()
  await answer(page, answers[0]!)
  const service = answers[1]
  if (service)
    await page
      .getByRole('link', { name: new RegExp(service) })
      .first()
      .click()
  else await page.locator('.choices a').first().click()
  // Where the single matter decides, one more question.
  if ((await heading(page)).includes('vorlegen')) await answer(page, 'Nein, oder ich weiß es nicht')
  expect(await heading(page)).toContain(way)
  await page.getByRole('link', { name: act }).click()
  expect((await page.goto(page.url()))?.status()).toBe(200)
})

test('given somebody else’s matter, says who does it', async () => {
  const { page } = await openPage(browser, {})
  await page.goto(`${server.url}/wegweiser`)
  await answer(page, 'Nicht die Stadt: Amtsgericht')
  await page.locator('.choices a').first().click()
  expect(await heading(page)).toBe('Das macht nicht die Stadt.')
  expect(await page.locator('main').innerText()).toContain('Amtsgericht')
})

test('given a matter that depends, both answers lead on; every step is accessible, small, dark and in each language', async () => {
  const { page, complaints } = await openPage(browser, {
    viewport: { width: 320, height: 700 },
    colorScheme: 'dark',
  })
  await page.goto(`${server.url}/wegweiser`)
  await expectAccessible(page)
  await shoot(page, 'wegweiser-1')
  await answer(page, 'Standesamt')
  await expectAccessible(page)
  await shoot(page, 'wegweiser-2')
  for (const link of await page.locator('.choices a').all()) {
    const href = (await link.getAttribute('href')) ?? ''
    const other = await page.context().newPage()
    await other.goto(`${server.url}${href}`)
    const question = await other.getByRole('heading', { level: 1 }).innerText()
    await other.close()
    if (!question.includes('vorlegen')) continue
    await page.goto(`${server.url}${href}`)
    break
  }
  await expectAccessible(page)
  await shoot(page, 'wegweiser-3')
  await page.getByRole('link', { name: /^EN/ }).click()
  expect(await heading(page)).toContain('show, fetch or sign')
  await answer(page, 'Yes')
  expect(await heading(page)).toBe('Please come to us.')
  await expectAccessible(page)
  await shoot(page, 'wegweiser-4')
  expect(complaints).toEqual([])
})
