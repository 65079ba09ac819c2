// from saving a case to its row on the clerk's open screen: p50 and p99 in a real browser
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Page } from 'playwright-core'
import type { z } from 'zod'
import { startBrowser } from './kit/browser.ts'
import { long } from './kit/built.ts'
import { type Client, signIn } from './kit/client.ts'
import { type Desk, FIRST_SERIAL, openDesk } from './kit/desk.ts'
import { ms, percentile, timed } from './kit/numbers.ts'
import { embeddedDatabase } from './kit/postgres.ts'
import { report, type Row } from './kit/report.ts'
import { withServer } from './kit/server.ts'
import { openWorklist, rowTimes } from './kit/worklistPage.ts'

const SAVES = long ? 1000 : 200
const FRAME_MS = 1000 / 60
/** The clerk looks at the list; the next promise comes when the screen is at rest again. */
const REST_MS = 30

interface Saved extends z.infer<typeof rowTimes> {
  asked: number
  answered: number
  /** Round trip of the worklist's own request, with the list as long as it is now. */
  list: number
}

async function measure(
  page: Page,
  desk: Desk,
  clerk: Client,
  painted: (number: string) => Promise<void>,
): Promise<Saved[]> {
  await desk.prepareCalls(FIRST_SERIAL, SAVES + 1)
  const saves: Saved[] = []
  for (let save = 0; save <= SAVES; save++) {
    const asked = Date.now()
    const number = await desk.complete(FIRST_SERIAL + save, 'callback')
    const answered = Date.now()
    await painted(number)
    const row = rowTimes.parse(await page.evaluate(`benchRows.get(${JSON.stringify(number)})`))
    await sleep(REST_MS)
    const list = await timed(() => clerk.send('GET', '/api/v1/callbacks'))
    // The first one warms up.
    if (save > 0) saves.push({ asked, answered, ...row, list })
    await sleep(REST_MS)
  }
  return saves
}

/** From `notify` on one connection to its arrival on another. */
async function notifications(connection: pg.ClientConfig): Promise<number[]> {
  const [hears, tells] = [new pg.Client(connection), new pg.Client(connection)]
  await Promise.all([hears.connect(), tells.connect()])
  await hears.query('listen bench')
  const taken: number[] = []
  for (let turn = 0; turn < SAVES; turn++) {
    const heard = new Promise((resolve) => hears.once('notification', resolve))
    taken.push(await timed(() => Promise.all([tells.query('notify bench'), heard])))
  }
  await Promise.all([hears.end(), tells.end()])
  return taken
}

const started = startBrowser()
if (!started) {
  console.log('visible: not measured, no Chromium found (Debian: chromium; or set CHROMIUM).')
  process.exit(0)
}
const browser = await started
await withServer(async (server, dataDir) => {
  const desk = await openDesk(server, dataDir)
  const clerk = await signIn(server, 'sachbearbeitung')
  const waiting = new Map<string, () => void>()
  const seen = new Set<string>()
  const page = await browser.newPage()
  await openWorklist(page, server, clerk, (number) => {
    seen.add(number)
    waiting.get(number)?.()
  })
  const saves = await measure(page, desk, clerk, (number) =>
    seen.has(number) ? Promise.resolve() : new Promise((resolve) => void waiting.set(number, resolve)),
  )
  const list = saves.map((save) => save.list)
  const told = await notifications(embeddedDatabase(dataDir).connection)
  clerk.close()
  await desk.close()
  const rows = [0.5, 0.99].flatMap((share): Row[] => {
    const limit = FRAME_MS + percentile(list, share) + percentile(told, share)
    const row = (what: string, of: (save: Saved) => number): Row => {
      const figure = percentile(saves.map(of), share)
      const against = `frame + GET list + notify: ${ms(limit)}`
      return { what: `${what}, p${share * 100}`, figure: ms(figure), against, ratio: figure / limit }
    }
    return [
      row('answer to row', ({ answered, shown }) => shown - answered),
      row('request to row', ({ asked, shown }) => shown - asked),
      row('request to painted', ({ asked, painted }) => painted - asked),
    ]
  })
  report(`visible: a saved case on the clerk's open screen, ${SAVES} saves`, rows, [
    `The list grows by one row per save, from empty to ${SAVES}. "Row": it stands in the document; "painted": the next frame is on the screen. The limit adds one frame (${ms(FRAME_MS)}), the round trip of GET /api/v1/callbacks for the same list (p50 ${ms(percentile(list, 0.5))}) and the database's own notification (p50 ${ms(percentile(told, 0.5))}).`,
  ])
})
await browser.close()
