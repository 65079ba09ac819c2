import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { startServer, type TestServer } from '../kit/server.ts'

/** Nobody listens on the discard port: the telephone system does not answer. */
const AWAY = { ARI_URL: 'http://127.0.0.1:9', ARI_USER: 'x', ARI_PASSWORD: 'y' }
const PHONE = { width: 390, height: 800 }

let server: TestServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ env: AWAY }), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(login: string, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await openPage(browser, options)
  await signIn(page, server, login)
  await page.goto(`${server.url}/console${path}`)
  return page
}

const widerThanScreen = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')

describe('a telephone system that does not answer', () => {
  test.each([
    ['agentin', '/arbeitsplatz'],
    ['sachbearbeitung', '/rueckrufe'],
    ['leitung', '/telefon'],
    ['leitung', '/uebersicht'],
    ['leitung', '/wandtafel'],
  ])(
    'given %s at %s, says what happens and what to do, also on a small screen in the dark',
    async (login, path) => {
      for (const options of [{}, { viewport: PHONE, colorScheme: 'dark' }] as const) {
        const page = await open(login, path, options)
        const alarm = page.getByRole('alert')
        await alarm.waitFor()
        expect(await alarm.innerText()).toMatch(/^Die Telefonanlage antwortet nicht\. .*verständigen Sie/)
        await page.getByRole('heading').first().waitFor()
        await expectAccessible(page)
        expect(await widerThanScreen(page)).toBeLessThanOrEqual(0)
        await page.context().close()
      }
    },
  )

  test('given an agent, does not take the place for one without a telephone, and names the one thing that is missing', async () => {
    const page = await open('agentin', '/arbeitsplatz')
    await page.getByRole('heading', { name: 'Sie bekommen gerade keine Anrufe' }).waitFor()
    await page.getByText('Die Telefonanlage antwortet gerade nicht.').waitFor()
    expect(await page.getByText('Mikrofon').count()).toBe(0)
    await page.keyboard.press('F9')
    await page.locator('#main').getByRole('alert').waitFor()
    await expectAccessible(page)
    await page.context().close()
  })
})

test('given a program that ends, every open page says within seconds what goes on and what not to do', async () => {
  const pages = [
    await open('agentin', '/arbeitsplatz'),
    await open('sachbearbeitung', '/rueckrufe', { viewport: PHONE, colorScheme: 'dark' }),
  ]
  for (const page of pages) await page.getByRole('alert').first().waitFor()
  await server.stop()
  for (const page of pages) {
    await page.getByText('Freizeichen ist gerade nicht zu erreichen.').waitFor({ timeout: 30_000 })
    await expectAccessible(page)
    expect(await widerThanScreen(page)).toBeLessThanOrEqual(0)
  }
})
