// the release of 8,000 appointments: 700 requests a second of 10,000 citizens, and bots
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { long } from './kit/built.ts'
import { type BenchOffice, OFFICE, offered, openBenchOffice, QUARTER } from './kit/benchOffice.ts'
import { signIn } from './kit/client.ts'
import { type Counted, countAppointments } from './kit/count.ts'
import { ms, percentile, whole } from './kit/numbers.ts'
import { embeddedDatabase } from './kit/postgres.ts'
import { processorSeconds } from './kit/processTime.ts'
import { report, type Row } from './kit/report.ts'
import { runRush } from './kit/rush.ts'
import type { RushFigures, Side } from './kit/rushFigures.ts'
import { inFolder, type Server, startServer } from './kit/server.ts'

const PEOPLE = 20
const DAYS = 20
const SHIFT = { people: PEOPLE, opens: 480, closes: 780 }
const STARTS = (SHIFT.closes - SHIFT.opens) / QUARTER
const PLACES = PEOPLE * DAYS * STARTS
const LOAD = { perSecond: 700, seconds: long ? 120 : 60, citizens: 10_000, machines: 25, places: PLACES }
/** A second process on the same database; citizens are sent to both in turns. */
const TWO = process.argv.includes('--two')

/** A batch that opens with the next minute but `LEAST_MS`, written by one person and approved by another. @returns when */
async function releaseNextMinute(server: Server, { admin, dates }: BenchOffice): Promise<number> {
  const approver = await signIn(server, 'leitung')
  const now = Temporal.Now.zonedDateTimeISO('Europe/Berlin')
  const at = now.add({ seconds: 75 }).round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const opens = { date: at.toPlainDate().toString(), at: at.hour * 60 + at.minute }
  const plan = {
    officeId: OFFICE,
    name: 'Andrang',
    from: dates[0],
    until: dates.at(-1),
    rule: { kind: 'batch', opens },
  }
  const saved = await admin.send('POST', '/api/v1/release-plans', plan)
  const { id, version } = z.object({ id: z.uuid(), version: z.int() }).parse(JSON.parse(saved))
  await admin.send('POST', `/api/v1/release-plans/${id}/submit`, { version })
  await approver.send('POST', `/api/v1/release-plans/${id}/approve`, { version })
  approver.close()
  return at.epochMilliseconds
}

const times = (figures: RushFigures, side: Side, kind: keyof RushFigures['times'][Side]): Row => {
  const found = figures.times[side][kind]
  const told = [percentile(found, 0.5), percentile(found, 0.99), Math.max(...found)]
  return row(`${side}, ${kind} (${whole(found.length)}): p50, p99, longest`, told.map(ms).join(', '))
}

const row = (what: string, figure: string, against = ''): Row => ({ what, figure, against, ratio: null })

function rowsOf(figures: RushFigures, counted: Counted): Row[] {
  const { booked, kept, soldOutAfter } = figures
  const bots = booked.bots.size + kept
  const share = (part: number): string => `${whole(part)} (${((100 * part) / PLACES).toFixed(1)} %)`
  return [
    row('overbooked, by SQL', whole(counted.overbooked), 'must be 0'),
    row('unexpected answers', whole(figures.errors.length), 'must be 0'),
    row(
      'booked, by SQL',
      whole(counted.booked),
      `acknowledged: ${whole(booked.citizens.size + booked.bots.size)}`,
    ),
    row('still held, by SQL', whole(counted.held), `kept by bots: ${whole(kept)}`),
    row('the last place given after', soldOutAfter === null ? 'not sold out' : ms(soldOutAfter)),
    row('to citizens', share(booked.citizens.size)),
    row('to bots', share(bots), `confirmed ${whole(booked.bots.size)}, kept ${whole(kept)}`),
    times(figures, 'citizens', 'read'),
    times(figures, 'citizens', 'hold'),
    times(figures, 'citizens', 'confirm'),
    times(figures, 'bots', 'hold'),
  ]
}

function noteOf(figures: RushFigures, cpu: Record<string, number>): string {
  const asked = Object.values(figures.times).flatMap((kinds) => Object.values(kinds).flat()).length
  const answers = [...figures.answers].sort(([a], [b]) => (a < b ? -1 : 1))
  const share = Object.entries(cpu).map(
    ([who, seconds]) => `${who} ${(seconds / figures.seconds).toFixed(2)}`,
  )
  return [
    `${whole(asked)} requests in ${figures.seconds.toFixed(0)} s, ${whole(figures.visits)} visits; ${whole(figures.without)} ended with nothing.`,
    answers.map(([name, count]) => `${name}: ${whole(count)}`).join(', '),
    `Processor, in cores: ${share.join(', ')}.`,
    ...figures.errors.slice(0, 5),
  ].join('\n')
}

async function measure(servers: readonly Server[], folder: string): Promise<void> {
  const [first] = servers
  if (!first) throw new Error('no server')
  const office = await openBenchOffice(first, { days: DAYS, shifts: [SHIFT] })
  await offered(first.url, office.dates, DAYS * STARTS)
  const opensAt = await releaseNextMinute(first, office)
  await offered(first.url, office.dates, 0)
  const { connection, pid } = embeddedDatabase(folder)
  await sleep(opensAt - Date.now())
  const pids = [...servers.map((server) => server.pid), pid]
  const before = pids.map(processorSeconds)
  const own = process.cpuUsage()
  const [from, to] = [office.dates[0] ?? '', office.dates.at(-1) ?? '']
  const figures = await runRush({ ...LOAD, urls: servers.map(({ url }) => url), from, to })
  const used = pids.map((one, which) => processorSeconds(one) - (before[which] ?? 0))
  const { user, system } = process.cpuUsage(own)
  const cpu = {
    program: used.slice(0, -1).reduce((sum, one) => sum + one, 0),
    database: used.at(-1) ?? 0,
    askers: (user + system) / 1e6,
  }
  const database = new pg.Client(connection)
  await database.connect()
  const counted = await countAppointments(database, office.dates, PEOPLE)
  await database.end()
  office.admin.close()
  report(
    `rush: ${whole(PLACES)} appointments released at once, ${LOAD.perSecond} requests per second for ${LOAD.seconds} s`,
    rowsOf(figures, counted),
    [
      `${servers.length} process(es). A batch opens at a full minute. Citizens (${whole(LOAD.citizens)}, every fourth behind an address it shares) look three times, hold and confirm; their time counts from the moment a request was due, so that waiting in line is in it. ${LOAD.machines} bots with an address each ask again as soon as they are answered; half of them confirm what they get, the others keep it.`,
      noteOf(figures, cpu),
    ],
  )
}

await inFolder(async (folder) => {
  const env = { TRUST_PROXY: '1' }
  const servers = [await startServer(folder, undefined, env)]
  try {
    if (TWO) servers.push(await startServer(folder, undefined, env))
    await measure(servers, folder)
  } finally {
    for (const server of servers.toReversed()) await server.stop()
  }
})
