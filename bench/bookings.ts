// durable bookings per second through HTTP beside pgbench running the bare SQL of the same two transactions
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { long, root } from './kit/built.ts'
import {
  type BenchOffice,
  clockTime,
  instantAt,
  OFFICE,
  offered,
  openBenchOffice,
  QUARTER,
  SERVICE,
} from './kit/benchOffice.ts'
import { LeanClient } from './kit/lean.ts'
import { median, ms, whole } from './kit/numbers.ts'
import { findPgbench, runPgbench } from './kit/pgbench.ts'
import { embeddedDatabase } from './kit/postgres.ts'
import { processorSeconds } from './kit/processTime.ts'
import { report, type Row } from './kit/report.ts'
import { inFolder, startServer } from './kit/server.ts'

const BOOKINGS = long ? 960 : 320
const ROUNDS = 3
const OPENS = 480
const SHIFT = { people: 40, opens: OPENS, closes: OPENS + 600 }
const STARTS = (SHIFT.closes - SHIFT.opens) / QUARTER
/** Days for each of both sides; then a day of its own for each round in which all want the same day. */
const SPREAD_DAYS = 12
const DAYS = 2 * SPREAD_DAYS + 2 * ROUNDS
const LOADS = [
  { clients: 1, sameDay: false },
  { clients: 4, sameDay: false },
  { clients: 16, sameDay: false },
  { clients: 16, sameDay: true },
] as const

/** Where a run books: its places have numbers from `base` on, one day after the other, then quarters, then lanes. */
interface Run {
  clients: number
  dates: readonly string[]
  base: number
}

const placeOf = ({ dates }: Run, place: number): string => {
  const date = dates[place % dates.length] ?? ''
  const quarter = Math.floor(place / dates.length) % STARTS
  return instantAt(date, clockTime(OPENS + QUARTER * quarter))
}

const held = z.object({ id: z.string(), secret: z.string() })

async function book(client: LeanClient, start: string): Promise<void> {
  const hold = await client.ask({
    method: 'POST',
    path: '/api/v1/holds',
    headers: { 'idempotency-key': randomUUID() },
    body: { services: [{ id: SERVICE, persons: 1 }], start },
  })
  if (hold.status !== 201) throw new Error(`hold ${start}: ${hold.status} ${hold.body.toString()}`)
  const { id, secret } = held.parse(JSON.parse(hold.body.toString()))
  const contact = { name: 'Kim Beispiel', email: 'kim@example.org' }
  const confirm = { method: 'POST', path: `/api/v1/holds/${id}/confirm`, body: { secret, contact } } as const
  const answer = await client.ask(confirm)
  if (answer.status !== 201) throw new Error(`confirm: ${answer.status} ${answer.body.toString()}`)
}

/** @returns bookings per second */
async function overHttp(client: LeanClient, run: Run): Promise<number> {
  const perClient = BOOKINGS / run.clients
  const begun = performance.now()
  const work = async (_: unknown, worker: number): Promise<void> => {
    for (let turn = 0; turn < perClient; turn += 1)
      await book(client, placeOf(run, run.base + worker * perClient + turn))
  }
  await Promise.all(Array.from({ length: run.clients }, work))
  return BOOKINGS / ((performance.now() - begun) / 1000)
}

interface Peer {
  connection: pg.ClientConfig
  program: string
  city: string
  /** The beginning of the lanes' names. */
  shift: string
  /** What an event of such an appointment carries. */
  event: object
}

/** Every run of pgbench writes ids and references of its own. */
let runs = 0

/** @returns bookings per second */
function withoutHttp({ program, connection, city, shift, event }: Peer, run: Run): number {
  runs += 1
  const perClient = BOOKINGS / run.clients
  const ids = (kind: string): string => `${String(runs).padStart(8, '0')}-0000-${kind}-8000-`
  const set = {
    turn: 0,
    base: run.base,
    per_client: perClient,
    days: run.dates.length,
    quarters: STARTS,
    serials: runs * 10_000,
    city,
    office: OFFICE,
    first: run.dates[0] ?? '',
    shift,
    appointment: ids('4000'),
    hold_event: ids('4001'),
    booking_event: ids('4002'),
    held: JSON.stringify({ ...event, expiresAt: '2027-01-01T00:00:00.000Z' }),
    booked: JSON.stringify(event),
  }
  const scripts = [join(root, 'bench/scenarios/booking.sql')]
  return runPgbench(program, connection, { scripts, clients: run.clients, perClient, set, mode: 'prepared' })
}

/** Null when pgbench is not installed. */
async function findPeer(connection: pg.ClientConfig, { dates }: BenchOffice): Promise<Peer | null> {
  const program = findPgbench()
  if (!program) return null
  const database = new pg.Client(connection)
  await database.connect()
  // Days that nobody has booked are not there yet; ours makes them with the first booking.
  await database.query(
    `insert into office_day (city_id, office_id, date)
     select o.city_id, o.id, date from office o, unnest($2::date[]) date where o.id = $1 on conflict do nothing`,
    [OFFICE, dates],
  )
  const { rows } = await database.query<{ city_id: string; id: string }>(
    'select city_id, id from shift where office_id = $1',
    [OFFICE],
  )
  await database.end()
  const times = { start: '2027-01-01T08:00:00.000Z', end: '2027-01-01T08:15:00.000Z' }
  const place = { officeId: OFFICE, date: dates[0], ...times }
  const event = { ...place, services: [{ id: SERVICE, persons: 1 }], channel: 'api' }
  return { connection, program, city: rows[0]?.city_id ?? '', shift: `${rows[0]?.id}#`, event }
}

interface Measured {
  ours: number[]
  bare: number[]
}

/** In turns: what else the machine does meets both. */
async function measure(
  client: LeanClient,
  peer: Peer | null,
  dates: readonly string[],
  { clients, sameDay }: (typeof LOADS)[number],
  from: number,
): Promise<Measured> {
  const found: Measured = { ours: [], bare: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const base = sameDay ? 0 : from + round * BOOKINGS
    const own = 2 * SPREAD_DAYS + 2 * round
    const days = (side: 0 | 1): readonly string[] =>
      sameDay
        ? dates.slice(own + side, own + side + 1)
        : dates.slice(side * SPREAD_DAYS, (side + 1) * SPREAD_DAYS)
    found.ours.push(await overHttp(client, { clients, dates: days(0), base }))
    if (peer) found.bare.push(withoutHttp(peer, { clients, dates: days(1), base }))
  }
  return found
}

function rowOf({ clients, sameDay }: (typeof LOADS)[number], { ours, bare }: Measured): Row {
  const peer = median(bare)
  return {
    what: `bookings per second, ${clients} at once, ${sameDay ? 'all on one day' : `on ${SPREAD_DAYS} days`}`,
    figure: whole(median(ours)),
    against: bare.length > 0 ? `pgbench: ${whole(peer)}` : 'pgbench is not installed (Debian: postgresql-15)',
    ratio: bare.length > 0 ? median(ours) / peer : null,
  }
}

await inFolder(async (folder) => {
  const server = await startServer(folder)
  const rows: Row[] = []
  const notes: string[] = []
  const client = new LeanClient(server.url)
  try {
    const office = await openBenchOffice(server, { days: DAYS, shifts: [SHIFT] })
    await offered(server.url, office.dates, DAYS * STARTS)
    const database = embeddedDatabase(folder)
    const peer = await findPeer(database.connection, office)
    const warm = { clients: 4, dates: office.dates.slice(0, SPREAD_DAYS), base: 0 }
    await overHttp(client, warm)
    if (peer) withoutHttp(peer, { ...warm, dates: office.dates.slice(SPREAD_DAYS, 2 * SPREAD_DAYS) })
    for (const [position, load] of LOADS.entries()) {
      const from = BOOKINGS + position * ROUNDS * BOOKINGS
      rows.push(rowOf(load, await measure(client, peer, office.dates, load, from)))
    }
    notes.push(await whereTheTimeGoes(client, server.pid, database.pid, peer, office.dates))
    office.admin.close()
  } finally {
    client.close()
    await server.stop()
  }
  report('bookings: hold and confirm', rows, [
    `Median of ${ROUNDS} rounds in turns, ${BOOKINGS} bookings each, after as many to warm up. A booking is two requests and two transactions, each with a real commit to disk (fsync). pgbench runs the least SQL that does the same (bench/scenarios/booking.sql, planned once per connection): it locks the day, reads what is taken, writes the appointment, the day's version and the event, and confirms. It checks no input, decides nothing and knows its places beforehand.`,
    ...notes,
  ])
})

/** Processor time of one booking, by who uses it: it hardly depends on what else the machine does. */
async function whereTheTimeGoes(
  client: LeanClient,
  program: number,
  database: number,
  peer: Peer | null,
  dates: readonly string[],
): Promise<string> {
  const clients = 4
  const base = BOOKINGS + LOADS.length * ROUNDS * BOOKINGS
  const each = (seconds: number): string => ms((seconds * 1000) / BOOKINGS)
  const before = [processorSeconds(program), processorSeconds(database)] as const
  const own = process.cpuUsage()
  await overHttp(client, { clients, dates: dates.slice(0, SPREAD_DAYS), base })
  const { user, system } = process.cpuUsage(own)
  const after = [processorSeconds(program), processorSeconds(database)] as const
  if (peer) withoutHttp(peer, { clients, dates: dates.slice(SPREAD_DAYS, 2 * SPREAD_DAYS), base })
  const bare = processorSeconds(database) - after[1]
  const asks = `the client that asks ${each((user + system) / 1e6)}`
  return `Processor time of one booking: program ${each(after[0] - before[0])}, database ${each(after[1] - before[1])}, ${asks}; database with pgbench ${peer ? each(bare) : 'not measured'}.`
}
