import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { root } from '../../src/root.ts'

/** How Chromium runs in every test. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A microphone that beeps and is granted without a question.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  // Asterisk on the same machine cannot look up mDNS names.
  '--disable-features=WebRtcHideLocalIpsWithMdns',
]

/** Chromium of this system (`CHROMIUM` names another place). */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
  })
}

export interface WatchedPage {
  page: Page
  /** What the page complained about: errors of scripts, of the content policy and of missing files. */
  complaints: string[]
}

/** A fresh window (own cookies) on a small desktop screen. Answers of the API below 500 are no complaint. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'de-DE',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const isAnswer = /status of 4\d\d/.test(message.text()) && message.location().url.includes('/api/')
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text())
  })
  return { page, complaints }
}

const axeSource = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[]
}

/** Fails with every rule of axe that the page breaks now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Without its style sheet a page has other colours.
  await page.waitForLoadState('load')
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate<AxeResult>('axe.run()')
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  )
  expect(told).toEqual([])
}
