import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
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

const shown = async (number: string): Promise<number> =>
  (await fetch(`${server.url}/open311/v2/requests/${number}.xml`)).status

test('given a key from the administration, a program reports, and everybody sees it after a release only', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'admin')
  await page.goto(`${server.url}/console/verwaltung/open311`)
  await page.getByRole('button', { name: 'Schlüssel anlegen' }).click()
  await expect.poll(() => page.getByText('Bitte einen Namen eingeben.').first().isVisible()).toBe(true)
  await page.getByLabel('Welches Programm?').fill('Mängelmelder')
  await page.keyboard.press('Enter')
  const key = await page.locator('code.token').innerText()
  await expectAccessible(page)
  await page.goto(`${server.url}/console/verwaltung/meldungen/strasse`)
  await page.getByLabel(/Darf öffentlich gezeigt werden/).check()
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.waitForURL('**/verwaltung/meldungen')

  const body = new URLSearchParams({
    api_key: key,
    service_code: 'strasse',
    description: 'Eine Platte ist lose.',
    address_string: 'Am Markt 1',
    'attribute[gefahr]': 'ja',
  })
  const answer = await fetch(`${server.url}/open311/v2/requests.json`, { method: 'POST', body })
  const [made] = z.tuple([z.looseObject({ service_request_id: z.string() })]).parse(await answer.json())
  const number = made.service_request_id
  expect(await shown(number)).toBe(404)

  await page.goto(`${server.url}/console/meldungen`)
  await page.getByRole('link', { name: new RegExp(number) }).click()
  await page.getByRole('button', { name: 'Öffentlich zeigen' }).click()
  await page.getByRole('button', { name: 'Nicht mehr zeigen' }).waitFor()
  await expectAccessible(page)
  expect(await shown(number)).toBe(200)
  await page.getByRole('button', { name: 'Nicht mehr zeigen' }).click()
  await page.getByRole('button', { name: 'Öffentlich zeigen' }).waitFor()
  expect(await shown(number)).toBe(404)
  expect(complaints).toEqual([])
})
