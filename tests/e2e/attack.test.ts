import { join } from 'node:path'
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/appointments/api/limits.ts'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([
    startServer({ env: { TRUST_PROXY: '1', LOG_LEVEL: 'error' } }),
    launchBrowser(),
  ])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A folder for pictures, for eyes. */
const PICTURES = process.env['PICTURES']
async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
}

const from = (address: string) => ({ 'x-forwarded-for': address })
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click()
const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** More than an address may, with requests that are refused for themselves and cost nobody a time. */
async function exhaust(address: string, path: string, times: number): Promise<void> {
  for (let sent = 0; sent < times; sent += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, times - sent) }, async () => {
        const headers = { ...from(address), 'content-type': 'application/json' }
        const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers, body: '{}' })
        await answer.text()
      }),
    )
}

/** Up to the choice of a time. */
async function chooseTime(page: Page): Promise<void> {
  await page.goto(`${server.url}/termin/zeit?leistung=personalausweis`)
  await press(page, /^Frühester Termin/)
}
async function finish(page: Page): Promise<void> {
  await page.getByLabel('Name').fill('Kim Beispiel')
  await page.getByLabel('E-Mail-Adresse').fill('kim@example.org')
  await press(page, 'Weiter')
  await press(page, 'Termin verbindlich buchen')
  expect(await heading(page)).toBe('Ihr Termin ist gebucht')
}

describe('one address that asks for too much', () => {
  const address = '203.0.113.77'

  test('given a newcomer behind it, a page says when to come back and a button goes on; who was here before notices nothing', async () => {
    const early = (await openPage(browser, { extraHTTPHeaders: from(address) })).page
    await early.goto(`${server.url}/termin?leistung=personalausweis`)
    const { page } = await openPage(browser, { extraHTTPHeaders: from(address) })
    await page.goto(`${server.url}/termin/zeit?leistung=personalausweis`)
    // As if others behind this address had used up what it gets of budgets for single browsers.
    await page.context().clearCookies()
    // Twelve a minute pass.
    await exhaust(address, '/api/v1/holds', LIMITS.network.take.burst + 10)
    await press(page, /^Frühester Termin/)
    expect(await heading(page)).toBe('Bitte warten Sie einen Moment')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width: colorScheme === 'light' ? 1280 : 320, height: 800 })
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
      expect(await overflowOf(page)).toBe(0)
      await picture(page, `busy-${colorScheme}`)
    }
    await page.waitForTimeout(6_000)
    await press(page, 'Noch einmal versuchen')
    expect(page.url()).toBe(`${server.url}/termin/angaben`)
    await finish(page)
    await exhaust(address, '/api/v1/holds', LIMITS.network.take.burst)
    await chooseTime(early)
    await finish(early)
  })
})

describe('an attack from many addresses', () => {
  beforeAll(async () => {
    for (let net = 1; net <= LIMITS.attack.networks; net++)
      await exhaust(`198.51.100.${net}`, '/api/v1/holds', LIMITS.network.take.burst + 3)
  })

  test('given JavaScript, the device computes for a moment and the booking goes on by itself', async () => {
    const { page, complaints } = await openPage(browser, { extraHTTPHeaders: from('203.0.113.80') })
    await page.goto(`${server.url}/termin/zeit?leistung=personalausweis`)
    const begun = performance.now()
    await press(page, /^Frühester Termin/)
    await page.waitForURL('**/termin/angaben')
    process.stdout.write(`computed and went on in ${Math.round(performance.now() - begun)} ms\n`)
    await finish(page)
    expect(complaints.filter((one) => !one.includes('429'))).toEqual([])
  })

  /** How long a device computes whose processor is ten times slower than this one's, in milliseconds. */
  async function computeSlowly(address: string): Promise<number> {
    const viewport = { width: 320, height: 640 }
    const { page } = await openPage(browser, { extraHTTPHeaders: from(address), viewport })
    await page.goto(`${server.url}/termin/zeit?leistung=personalausweis`)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 10 })
    await press(page, /^Frühester Termin/)
    const told = page.locator('[data-work-told]')
    await told.waitFor()
    expect(await told.innerText()).toContain('Ihr Gerät rechnet kurz')
    const begun = performance.now()
    await page.waitForURL('**/termin/angaben')
    const took = performance.now() - begun
    await page.context().close()
    return took
  }

  test('given an old telephone (a processor 10 times slower), it takes under three seconds and says so', async () => {
    // The quickest of three: the machine of a test does other things too.
    const took: number[] = []
    for (const last of [1, 2, 3]) took.push(await computeSlowly(`203.0.113.9${last}`))
    process.stdout.write(
      `ten times slower: ${took.map((each) => Math.round(each)).join(', ')} ms to the next page\n`,
    )
    expect(Math.min(...took)).toBeLessThan(3_000)
  })

  test('given no JavaScript, pressing too early keeps the wait, and after it the booking goes on', async () => {
    const { page } = await openPage(browser, {
      extraHTTPHeaders: from('203.0.113.82'),
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    })
    await chooseTime(page)
    expect(await heading(page)).toBe('Einen Moment, bitte')
    expect(await overflowOf(page)).toBe(0)
    await picture(page, 'proof-320')
    await page.waitForTimeout(3_000)
    await press(page, 'Weiter')
    const left = Number(/(\d+) Sekunden/.exec(await page.locator('[data-work-told]').innerText())?.[1])
    expect(left).toBeLessThan(18)
    await page.waitForTimeout(left * 1000)
    await press(page, 'Weiter')
    expect(page.url()).toBe(`${server.url}/termin/angaben`)
    await finish(page)
  })

  /** From the service to the page that shows everything once more. */
  async function askForCallback(page: Page, phone: string): Promise<void> {
    await page.goto(`${server.url}/rueckruf/anliegen`)
    await page.getByLabel('Ihre Frage').fill('Wie lange dauert die Beglaubigung?')
    await press(page, 'Weiter')
    await page.getByLabel('Telefonnummer').fill(phone)
    await press(page, 'Weiter')
    await press(page, /zwischen/)
    await press(page, 'Rückruf vereinbaren')
  }

  test('given JavaScript, a callback is asked for and the device computes by itself', async () => {
    const { page } = await openPage(browser, { extraHTTPHeaders: from('203.0.113.84') })
    await askForCallback(page, '0171 3920061')
    await page.waitForURL('**/rueckruf/fertig')
    expect(await heading(page)).toBe('Wir rufen Sie an')
  })

  test('given JavaScript, a report is sent, and the device computes by itself', async () => {
    const { page } = await openPage(browser, { extraHTTPHeaders: from('203.0.113.86') })
    await page.goto(`${server.url}/melden/idee`)
    await page.getByLabel('Was ist los?').fill('Mehr Bänke am Fluss.')
    await press(page, 'Weiter')
    const asked = page.waitForResponse((answer) => answer.status() === 429)
    await press(page, 'Meldung abschicken')
    await asked
    await page.getByRole('heading', { name: 'Ihre Meldung ist angekommen' }).waitFor()
  })

  test('given no JavaScript, a callback is asked for after a wait, and nothing typed is lost', async () => {
    const { page } = await openPage(browser, {
      extraHTTPHeaders: from('203.0.113.85'),
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    })
    await askForCallback(page, '0171 3920062')
    expect(await heading(page)).toBe('Einen Moment, bitte')
    expect(await overflowOf(page)).toBe(0)
    await picture(page, 'proof-callback-320')
    await page.waitForTimeout(20_500)
    await press(page, 'Weiter')
    expect(await heading(page)).toBe('Wir rufen Sie an')
    expect(await page.locator('.reference').innerText()).toMatch(/^LU-/)
  })

  test('given the page of the wait, it is accessible', async () => {
    const { page } = await openPage(browser, { extraHTTPHeaders: from('203.0.113.83'), colorScheme: 'dark' })
    // Without the script it stays.
    await page.route('**/assets/*.js', (route) => route.abort())
    await chooseTime(page)
    await expectAccessible(page)
    await picture(page, 'proof-dark')
  })
})
