// what a first visit to the citizen's pages transfers, file by file, beside the goal of 60 kB
import type { Browser } from 'playwright-core'
import { startBrowser } from './kit/browser.ts'
import { whole } from './kit/numbers.ts'
import { report, type Row } from './kit/report.ts'
import { withServer } from './kit/server.ts'

/** Of a page without photo and map. */
const GOAL_BYTES = 60_000
const PAGES = ['/', '/melden', '/melden/strasse'] as const

interface Loaded {
  path: string
  kind: string
  /** As they came over the wire, headers included. */
  bytes: number
}

/** A fresh window without a cache loads one page; counted is what Chromium counts. */
async function load(browser: Browser, address: string): Promise<Loaded[]> {
  const context = await browser.newContext({ locale: 'de-DE' })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  const known = new Map<string, Loaded>()
  devtools.on('Network.responseReceived', ({ requestId, response, type }) => {
    if (!response.url.startsWith('http')) return
    known.set(requestId, { path: new URL(response.url).pathname, kind: type, bytes: 0 })
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const loaded = known.get(requestId)
    if (loaded) loaded.bytes = encodedDataLength
  })
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await context.close()
  return [...known.values()]
}

const sum = (files: readonly Loaded[]): number => files.reduce((total, { bytes }) => total + bytes, 0)
const bytes = (count: number): string => `${whole(count)} bytes`

function rowsOf(page: string, files: readonly Loaded[]): Row[] {
  const total = sum(files)
  const fonts = sum(files.filter(({ kind }) => kind === 'Font'))
  const against = `goal: ${bytes(GOAL_BYTES)}`
  return [
    { what: `${page}, all`, figure: bytes(total), against, ratio: total / GOAL_BYTES },
    {
      what: `${page}, without the fonts`,
      figure: bytes(total - fonts),
      against,
      ratio: (total - fonts) / GOAL_BYTES,
    },
    ...files
      .toSorted((a, b) => b.bytes - a.bytes)
      .map((file) => ({ what: `  ${file.path}`, figure: bytes(file.bytes), against: '', ratio: null })),
  ]
}

const started = startBrowser()
if (!started) {
  console.log('page-size: no Chromium on this machine (CHROMIUM names one).')
} else {
  const browser = await started
  try {
    await withServer(async ({ url }) => {
      const pages = []
      for (const path of PAGES) pages.push({ path, files: await load(browser, `${url}${path}`) })
      const copies = await (await fetch(`${url}/app/copies`)).arrayBuffer()
      const above = pages.filter(({ files }) => sum(files) > GOAL_BYTES).map(({ path }) => path)
      report(
        'page-size: transferred by Chromium on a first visit, cache off, straight from the program (no proxy)',
        pages.flatMap(({ path, files }) => rowsOf(path, files)),
        [
          `Afterwards, and not counted: where one reports, the device fetches what it keeps for no net (${bytes(copies.byteLength)}).`,
          above.length === 0 ? 'Every page is below the goal.' : `ABOVE the goal: ${above.join(', ')}.`,
        ],
      )
    })
  } finally {
    await browser.close()
  }
}
