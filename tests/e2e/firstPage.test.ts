import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, openPage } from '../kit/browser.ts'
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

/** Of a page without photo and map, for a telephone at the edge of its net. */
const MOST_BYTES = 60_000

test.each(['/', '/melden'])(
  'a first visit of %s transfers less than 60 kB, letters included',
  async (path) => {
    const { page } = await openPage(browser, { locale: 'de-DE' })
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
    let bytes = 0
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await page.goto(`${server.url}${path}`)
    await page.waitForLoadState('networkidle')
    expect(
      await page.evaluate<number>('[...document.fonts].filter(({ status }) => status === "loaded").length'),
    ).toBeGreaterThan(0)
    expect(bytes).toBeGreaterThan(15_000)
    expect(bytes).toBeLessThan(MOST_BYTES)
  },
)
