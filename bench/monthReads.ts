// reads of a month per second while 50 bookings per second change the state, and how old an answer can be
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { availabilityView } from '../src/appointments/contract.ts'
import { long } from './kit/built.ts'
import {
  clockTime,
  instantAt,
  OFFICE,
  offered,
  openBenchOffice,
  QUARTER,
  SERVICE,
} from './kit/benchOffice.ts'
import { LeanClient } from './kit/lean.ts'
import { ms, percentile, whole } from './kit/numbers.ts'
import { embeddedDatabase } from './kit/postgres.ts'
import { processorSeconds } from './kit/processTime.ts'
import { report, type Row } from './kit/report.ts'
import { inFolder, type Server, startServer } from './kit/server.ts'

const SECONDS = long ? 60 : 10
const READERS = 32
const BOOKINGS_PER_SECOND = 50
/** Of these so many take the last place of a start, so that it can be seen to go. */
const SEEN_PER_SECOND = 10
const DAYS = 28
const SHIFT = { people: 20, opens: 480, closes: 960 }
/** Only one person can do it: who books takes the last place. */
const RARE = 'adresse-im-ausweis'
const OTHERS = ['ausweis-abholen', 'beglaubigung-kopie'] as const
const STARTS = (SHIFT.closes - SHIFT.opens) / QUARTER
const BOOKED_BEFORE = 3000

/** Appointments that stand already, spread over days and people; the last of each start stays free. */
async function bookBefore(connection: pg.ClientConfig, dates: readonly string[]): Promise<void> {
  const database = new pg.Client(connection)
  await database.connect()
  await database.query(
    `insert into office_day (city_id, office_id, date)
     select o.city_id, o.id, date from office o, unnest($2::date[]) date where o.id = $1 on conflict do nothing`,
    [OFFICE, dates],
  )
  await database.query(
    `insert into appointment (city_id, id, office_id, date, state, starts_at, ends_at, lane, channel, services, reference,
       contact_name, contact_email, booked_at, secret_hash, created_at)
     select s.city_id, gen_random_uuid(), s.office_id, d.date, 'booked', begins.at, begins.at + interval '15 minutes',
       s.id || '#' || 1 + n / ($4::int * cardinality($2::date[])), 'web', '[{"id": "eid-pin", "persons": 1}]',
       'ZZ-T-' || lpad((n / 1000)::text, 3, '0') || '-' || lpad((n % 1000)::text, 3, '0'), 'Kim Beispiel',
       'kim@example.org', now(), sha256(n::text::bytea), now()
     from generate_series(0, $3::int - 1) n
     join shift s on s.office_id = $1 and s.people > 1
     join unnest($2::date[]) with ordinality d (date, place) on d.place = 1 + n % cardinality($2::date[])
     cross join lateral (select (d.date + make_interval(mins => $5::int + 15 * ((n / cardinality($2::date[])) % $4::int)))
       at time zone 'Europe/Berlin' as at) begins`,
    [OFFICE, dates, BOOKED_BEFORE, STARTS, SHIFT.opens],
  )
  await database.query('update office_day set version = version + 1')
  await database.end()
}

interface Reads {
  times: number[]
  unchanged: number
  bytes: number
}

/** Each reader asks again as soon as it has its answer; every second one says which answer it knows. */
async function read(
  client: LeanClient,
  reader: number,
  dates: readonly string[],
  until: number,
): Promise<Reads> {
  const services = [SERVICE, ...OTHERS, RARE]
  const tags = new Map<string, string>()
  const found: Reads = { times: [], unchanged: 0, bytes: 0 }
  for (let turn = reader; performance.now() < until; turn += 1) {
    const service = services[turn % services.length] ?? ''
    const path = monthOf(service, dates)
    const tag = reader % 2 === 0 ? tags.get(service) : undefined
    const begun = performance.now()
    const answer = await client.ask({ method: 'GET', path, headers: tag ? { 'if-none-match': tag } : {} })
    found.times.push(performance.now() - begun)
    if (answer.status === 304) found.unchanged += 1
    else if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.toString()}`)
    found.bytes += answer.body.length
    if (answer.etag) tags.set(service, answer.etag)
  }
  return found
}

const monthOf = (service: string, dates: readonly string[]): string =>
  `/api/v1/availability?service=${service}&from=${dates[0]}&to=${dates.at(-1)}`

const held = z.object({ id: z.string(), secret: z.string() })

async function hold(client: LeanClient, service: string, start: string): Promise<z.infer<typeof held>> {
  const answer = await client.ask({
    method: 'POST',
    path: '/api/v1/holds',
    headers: { 'idempotency-key': randomUUID() },
    body: { services: [{ id: service, persons: 1 }], start },
  })
  if (answer.status !== 201) throw new Error(`hold: ${answer.status} ${answer.body.toString()}`)
  return held.parse(JSON.parse(answer.body.toString()))
}

async function confirm(client: LeanClient, { id, secret }: z.infer<typeof held>): Promise<void> {
  const body = { secret, contact: { name: 'Kim Beispiel', email: 'kim@example.org' } }
  const answer = await client.ask({ method: 'POST', path: `/api/v1/holds/${id}/confirm`, body })
  if (answer.status !== 201) throw new Error(`confirm: ${answer.status} ${answer.body.toString()}`)
}

/** A place number as a start: one day after the other, then quarters. */
const startOf = (place: number, dates: readonly string[]) => {
  const date = dates[place % dates.length] ?? ''
  return { date, time: clockTime(SHIFT.opens + QUARTER * (Math.floor(place / dates.length) % STARTS)) }
}

interface Stale {
  /** From the hold's 201 to the end of the first read without it, ms. */
  times: number[]
  /** Reads that were sent after the 201 and still showed it. */
  old: number
}

/** Books the last place of a start again and again and reads until it is gone. */
async function watch(
  client: LeanClient,
  places: { next: number },
  dates: readonly string[],
  readFrom: readonly LeanClient[],
  until: number,
): Promise<Stale[]> {
  const found = readFrom.map((): Stale => ({ times: [], old: 0 }))
  const every = 1000 / SEEN_PER_SECOND
  for (let due = performance.now(); performance.now() < until; due += every) {
    await sleep(Math.max(0, due - performance.now()))
    const { date, time } = startOf(places.next++, dates)
    const taken = await hold(client, RARE, instantAt(date, time))
    const since = performance.now()
    const path = `/api/v1/availability?service=${RARE}&from=${date}&to=${date}`
    await Promise.all(
      readFrom.map(async (reader, which) => {
        while (await shows(reader, path, time)) found[which]!.old += 1
        found[which]!.times.push(performance.now() - since)
      }),
    )
    await confirm(client, taken)
  }
  return found
}

async function shows(client: LeanClient, path: string, time: string): Promise<boolean> {
  const { body } = await client.ask({ method: 'GET', path })
  const { days } = availabilityView.parse(JSON.parse(body.toString()))
  return days.some(({ times }) => times.includes(time))
}

/** Bookings at a fixed rate, whether the one before is through or not. @returns how many, and how long each took */
async function bookSteadily(client: LeanClient, dates: readonly string[], until: number): Promise<number[]> {
  const took: number[] = []
  const running: Promise<void>[] = []
  const every = 1000 / (BOOKINGS_PER_SECOND - SEEN_PER_SECOND)
  let place = 0
  for (let due = performance.now(); due < until; due += every) {
    await sleep(Math.max(0, due - performance.now()))
    const { date, time } = startOf(place++, dates)
    const booked = async (): Promise<void> => {
      await confirm(client, await hold(client, SERVICE, instantAt(date, time)))
      took.push(performance.now() - due)
    }
    running.push(booked())
  }
  await Promise.all(running)
  return took
}

interface Found {
  reads: Reads[]
  stale: Stale[]
  bookings: number[]
  seconds: number
  cpu: { program: number; other: number; database: number; clients: number }
}

async function measure(
  servers: readonly Server[],
  database: number,
  dates: readonly string[],
): Promise<Found> {
  const clients = servers.map(({ url }) => new LeanClient(url))
  const [client] = clients
  const [main, other] = servers
  if (!client || !main || !other) throw new Error('two servers are needed')
  const places = { next: 0 }
  const warm = performance.now() + 2000
  await Promise.all(Array.from({ length: READERS }, (_, reader) => read(client, reader, dates, warm)))
  const begun = performance.now()
  const until = begun + SECONDS * 1000
  const before = [main.pid, other.pid, database].map(processorSeconds)
  const own = process.cpuUsage()
  const [reads, stale, bookings] = await Promise.all([
    Promise.all(Array.from({ length: READERS }, (_, reader) => read(client, reader, dates, until))),
    watch(client, places, dates, clients, until),
    bookSteadily(client, dates, until),
  ])
  const seconds = (performance.now() - begun) / 1000
  const [program, second, db] = [main.pid, other.pid, database].map(
    (pid, which) => processorSeconds(pid) - (before[which] ?? 0),
  )
  const { user, system } = process.cpuUsage(own)
  for (const one of clients) one.close()
  const cpu = { program: program ?? 0, other: second ?? 0, database: db ?? 0, clients: (user + system) / 1e6 }
  return { reads, stale, bookings, seconds, cpu }
}

function rowsOf({ reads, stale, bookings, seconds }: Found): Row[] {
  const times = reads.flatMap((one) => one.times)
  const three = (values: readonly number[]): string =>
    [percentile(values, 0.5), percentile(values, 0.99), Math.max(...values)].map(ms).join(', ')
  const row = (what: string, figure: string, against = '', ratio: number | null = null): Row => ({
    what,
    figure,
    against,
    ratio,
  })
  const rate = times.length / seconds
  return [
    row('reads of a month per second', whole(rate), 'goal: 3,000', rate / 3000),
    row('a read, p50, p99, longest', three(times)),
    row(
      'bookings per second meanwhile',
      (bookings.length / seconds + SEEN_PER_SECOND).toFixed(0),
      'wanted: 50',
    ),
    row('a booking (hold and confirm), p50, p99, longest', three(bookings)),
    ...stale.map((one, which) =>
      row(
        `age of an answer, ${which === 0 ? 'same process' : 'another process'}, p50, p99, longest`,
        three(one.times),
        'goal: 1 s',
        percentile(one.times, 1) / 1000,
      ),
    ),
  ]
}

function noteOf({ reads, stale, seconds, cpu }: Found): string {
  const count = reads.reduce((sum, one) => sum + one.times.length, 0)
  const unchanged = reads.reduce((sum, one) => sum + one.unchanged, 0)
  const bytes = reads.reduce((sum, one) => sum + one.bytes, 0)
  const share = (part: number): string => `${(part / seconds).toFixed(2)} cores`
  return [
    `${whole(count)} reads, ${whole(unchanged)} of them answered 304; ${whole(bytes / Math.max(1, count - unchanged))} bytes per full answer.`,
    `Old answers to reads that were sent after the 201: ${stale.map(({ old, times }) => `${old} of ${old + times.length}`).join(' in the same process, ')} in the other.`,
    `Processor: program ${share(cpu.program)} (${ms((cpu.program * 1000) / count)} per read, bookings included), other program ${share(cpu.other)}, database ${share(cpu.database)}, the clients ${share(cpu.clients)}.`,
  ].join('\n')
}

await inFolder(async (folder) => {
  const first = await startServer(folder)
  const second = await startServer(folder)
  try {
    const everybody = [SERVICE, ...OTHERS]
    const office = await openBenchOffice(first, {
      days: DAYS,
      shifts: [
        { ...SHIFT, skills: everybody },
        { ...SHIFT, people: 1, skills: [RARE] },
      ],
      services: [...everybody, RARE],
    })
    const { connection, pid } = embeddedDatabase(folder)
    await bookBefore(connection, office.dates)
    await offered(first.url, office.dates, DAYS * STARTS)
    const found = await measure([first, second], pid, office.dates)
    report(
      `month-reads: ${DAYS} days of an office with ${SHIFT.people + 1} people, ${READERS} readers`,
      rowsOf(found),
      [
        `${SECONDS} s after two to warm up; ${whole(BOOKED_BEFORE)} appointments stood before. Every reader asks for one of four services after the other, every second one with the ETag it knows. ${SEEN_PER_SECOND} of the ${BOOKINGS_PER_SECOND} bookings a second take the last place of a start; its age is counted from the hold's 201 to the end of the first read without it. The second process only answers those reads. Program, database and clients share the cores.`,
        noteOf(found),
      ],
    )
    office.admin.close()
  } finally {
    await second.stop()
    await first.stop()
  }
})
