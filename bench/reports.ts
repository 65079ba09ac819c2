// lists, search and map of 100,000 reports: the staff's inbox, the public pages, Open311
import { CompiledQuery } from 'kysely'
import { Hono } from 'hono'
import { identification } from '../src/identify.ts'
import type { Context } from '../src/platform/context.ts'
import type { Db } from '../src/platform/db/connect.ts'
import { mountRoutes } from '../src/platform/http/mount.ts'
import { open311Routes, publicList, publicMapRoutes } from '../src/reports/index.ts'
import { readReports } from '../src/reports/readReports.ts'
import { ms, percentile, timed, whole } from './kit/numbers.ts'
import { report, type Row } from './kit/report.ts'
import { buildReportTown, searchedWords } from './kit/reportTown.ts'
import { withTestPlatform } from './kit/testPlatform.ts'

const REPORTS = 100_000
const ROUNDS = process.argv.includes('--long') ? 1_000 : 100
const WARM_UP = 10
const SHARES = [0.5, 0.95, 0.99] as const

interface Measured {
  what: string
  /** Round `n`; the rounds of one thing differ, as questions of people do. */
  run(n: number): Promise<unknown>
  /** The least that reads the same rows, through the same driver. */
  bare(n: number): Promise<unknown>
}

/** Both in turns, so that what else this machine does slows both. */
async function measure({ what, run, bare }: Measured): Promise<Row[]> {
  const [own, peer]: [number[], number[]] = [[], []]
  for (let n = -WARM_UP; n < ROUNDS; n += 1) {
    const round = n + WARM_UP
    const took = await timed(() => run(round))
    const tookBare = await timed(() => bare(round))
    if (n < 0) continue
    own.push(took)
    peer.push(tookBare)
  }
  return SHARES.map((share) => {
    const [figure, against] = [percentile(own, share), percentile(peer, share)]
    return {
      what: `${what}, p${share * 100}`,
      figure: ms(figure),
      against: `bare select: ${ms(against)}`,
      ratio: figure / against,
    }
  })
}

/** Reports with their cases, whole. */
const rowsOf = (db: Db, where: string, values: readonly unknown[]) =>
  db.executeQuery(
    CompiledQuery.raw(
      `select c.*, r.* from report r join "case" c on c.city_id = r.city_id and c.id = r.case_id where ${where}`,
      [...values],
    ),
  )

const one = <T>(of: readonly T[], n: number): T => of[n % of.length]!
/** The same in every run. */
const share = (n: number, salt: number): number =>
  (((n + 1) * 2_654_435_761 * salt) % 4_294_967_296) / 4_294_967_296

/** A window of 1200 x 600 pixels somewhere in the town. */
function windowOf(n: number): string {
  const zoom = 11 + (n % 8)
  const wide = (1_200 * 360) / (256 * 2 ** zoom)
  const high = wide * 0.31
  const west = 7.4 + share(n, 3) * 0.3 - wide / 2
  const south = 51.5 + share(n, 7) * 0.2 - high / 2
  return `bbox=${[west, south, west + wide, south + high].map((at) => at.toFixed(5)).join(',')}&zoom=${zoom}`
}
const boxOf = (query: string): number[] => query.slice(5, query.indexOf('&')).split(',').map(Number)

await withTestPlatform(async (platform) => {
  platform.clock.set(new Date())
  const { cityId, host, lead, clerk } = await buildReportTown(platform, REPORTS)
  const { db } = platform
  const everybody: Context = { ...platform, cityId, actor: { kind: 'citizen' } }
  const app = new Hono()
  const identify = identification(platform)
  mountRoutes(app, [...publicMapRoutes, ...open311Routes(null)], { platform, identify, trustProxy: false })
  const get = async (path: string): Promise<void> => {
    const answer = await app.request(`http://${host}${path}`)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    await answer.arrayBuffer()
  }
  const words = [...searchedWords, 'Gehweg Laterne', 'kaputt Wespennest', 'Straße 17', 'gibtesnicht']
  const asked = { words: '', categoryId: null, state: null, after: null }
  const newest = (most: number) => () =>
    rowsOf(db, 'r.city_id = $1 order by r.case_id desc limit $2', [cityId, most])
  const due = () =>
    rowsOf(
      db,
      'r.city_id = $1 and r.answered_at is null and r.merged_into is null order by r.due_at, r.case_id limit 51',
      [cityId],
    )
  const inBox = (query: string) => {
    const box = boxOf(query)
    return db.executeQuery(
      CompiledQuery.raw(
        'select count(*) from report where city_id = $1 and released_at is not null and merged_into is null and public_lat between $2 and $4 and public_lon between $3 and $5',
        [cityId, box[1], box[0], box[3], box[2]],
      ),
    )
  }
  const pages: string[] = ['']
  for (let n = 0; n < 20; n += 1) {
    const { next } = await readReports(lead, { show: 'open', who: 'all', after: pages.at(-1) })
    if (next) pages.push(next)
  }
  const things: Measured[] = [
    {
      what: 'inbox of a lead, 50 of 5,000 open',
      run: (n) => readReports(lead, { show: 'open', who: 'all', after: one(pages, n) }),
      bare: due,
    },
    {
      what: 'inbox of one team of five',
      run: () => readReports(clerk, { show: 'open', who: 'all' }),
      bare: due,
    },
    {
      what: 'ended ones of one team',
      run: () => readReports(clerk, { show: 'ended', who: 'all' }),
      bare: newest(51),
    },
    {
      what: 'search of staff in 95,000',
      run: (n) => readReports(lead, { show: 'ended', who: 'all', words: one(words, n) }),
      bare: newest(51),
    },
    {
      what: 'search of one team',
      run: (n) => readReports(clerk, { show: 'ended', who: 'all', words: one(words, n) }),
      bare: newest(51),
    },
    {
      what: 'public list',
      run: (n) =>
        publicList(everybody, {
          ...asked,
          categoryId: n % 2 ? `thema-${(n % 8) + 1}` : null,
          state: one([null, 'open', 'ended'], n),
        }),
      bare: newest(26),
    },
    {
      what: 'public search',
      run: (n) => publicList(everybody, { ...asked, words: one(words, n) }),
      bare: newest(26),
    },
    {
      what: 'public search in a subject',
      run: (n) =>
        publicList(everybody, { ...asked, words: one(words, n), categoryId: `thema-${(n % 8) + 1}` }),
      bare: newest(26),
    },
    {
      what: 'map, a window of eight sizes',
      run: (n) => get(`/api/v1/reports/map?${windowOf(n)}`),
      bare: (n) => inBox(windowOf(n)),
    },
    {
      what: 'map of the whole town',
      run: () => get('/api/v1/reports/map?bbox=7.3,51.4,7.8,51.8&zoom=12'),
      bare: () => inBox('bbox=7.3,51.4,7.8,51.8&zoom=12'),
    },
    {
      what: 'Open311 list of 1,000',
      run: (n) => get(`/open311/v2/requests.${one(['json', 'xml'], n)}`),
      bare: newest(1_000),
    },
  ]
  const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7) ?? ''
  const rows: Row[] = []
  for (const thing of things) if (thing.what.includes(only)) rows.push(...(await measure(thing)))
  report(`reports: ${whole(REPORTS)} released reports, ${ROUNDS} rounds each`, rows, [
    `Words: ${words.join(', ')}, in turn; they stand in all reports down to one of 5,000, and in none.`,
  ])
})
