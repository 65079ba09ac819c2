import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { confirmedView, holdView, movedView, settingsView } from '../../src/appointments/contract.ts'
import { plansView } from '../../src/appointments/release/contract.ts'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded/embedded.ts'
import { packagedPrograms } from '../../src/platform/db/embedded/places.ts'
import { createLog } from '../../src/platform/log.ts'
import { type Api, signInApi } from '../kit/api.ts'
import { startServer, type TestServer } from '../kit/server.ts'

const OFFICE = 'buergerbuero'
const SERVICE = 'eid-pin'
/** Appointments of 15 minutes, five people, ten hours: 40 starts with five places each. */
const PEOPLE = 5
const STARTS = 40
const PLACES = PEOPLE * STARTS
const CITIZENS_PER_PLACE = 20
/** So many citizens act at the same moment. */
const AT_ONCE = 60

const folder = mkdtempSync(join(tmpdir(), 'fz-appointments-'))
chmodSync(folder, 0o755)
const cleanups: (() => Promise<void>)[] = []
let database: pg.Client
let databaseUrl: string
/** Two processes on one database; one is killed and comes back. */
const servers: TestServer[] = []

const start = (): Promise<TestServer> =>
  startServer({
    dataDir: folder,
    env: { DATABASE_URL: databaseUrl, DATABASE_POOL: '20', LOG_LEVEL: 'error' },
  })

beforeAll(async () => {
  const embedded = await startEmbeddedDatabase(
    folder,
    createLog('silent'),
    process.env['TEST_POSTGRES_BIN'] || packagedPrograms(),
  )
  cleanups.push(() => embedded.stop())
  const { host, user, database: name } = embedded.connection
  databaseUrl = `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host!)}`
  // The first makes the demo city.
  servers.push(await start())
  servers.push(await start())
  database = new pg.Client(embedded.connection)
  await database.connect()
  cleanups.unshift(() => database.end())
})

afterAll(async () => {
  for (const server of servers) await server.stop()
  for (const cleanup of cleanups) await cleanup()
  rmSync(folder, { recursive: true, force: true })
})

/** The next Wednesday but one: no holiday of the demo's Land is one, but Christmas and New Year may be. */
function someDay(): string {
  const day = new Date(Date.now() + 8 * 86_400_000)
  const fixed = ['12-25', '12-26', '01-01', '05-01', '10-03', '11-01']
  while (day.getUTCDay() !== 3 || fixed.includes(day.toISOString().slice(5, 10)))
    day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

/** Places that are given back are free at once, and every place is open to everybody. */
async function endReleasePlans(admin: Api): Promise<void> {
  const lead = await signInApi(servers[0]!, 'leitung')
  const { plans } = plansView.parse((await admin.get('/api/v1/release-plans')).body)
  for (const { id, version } of plans) {
    expect((await admin.post(`/api/v1/release-plans/${id}/ask-end`, { version })).status).toBe(204)
    expect((await lead.post(`/api/v1/release-plans/${id}/end`, { version })).status).toBe(204)
  }
}

/** One day with exactly so many places. */
async function openDay(date: string): Promise<void> {
  const admin = await signInApi(servers[0]!, 'admin')
  await endReleasePlans(admin)
  const { offices, services } = settingsView.parse((await admin.get('/api/v1/offices')).body)
  for (const { id } of offices[0]!.shifts)
    expect((await admin.post(`/api/v1/offices/${OFFICE}/shifts/${id}/remove`)).status).toBe(200)
  const setting = services.find(({ id }) => id === SERVICE)!
  await admin.put(`/api/v1/appointment-services/${SERVICE}`, { ...setting, minutes: 15, setupMinutes: 0 })
  const pattern = { kind: 'day', date }
  const shift = {
    label: 'Andrang',
    people: PEOPLE,
    skills: null,
    pattern,
    opens: 480,
    closes: 1080,
    breaks: [],
  }
  expect((await admin.post(`/api/v1/offices/${OFFICE}/shifts`, shift)).status).toBe(200)
}

async function startsOf(date: string): Promise<string[]> {
  const answer = await fetch(
    `${servers[0]!.url}/api/v1/availability?service=${SERVICE}&from=${date}&to=${date}`,
  )
  const { days } = z
    .object({ days: z.array(z.object({ times: z.array(z.string()) })) })
    .parse(await answer.json())
  // The zone's offset of that day, as a clock there would name it.
  const offset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' })
    .formatToParts(new Date(`${date}T12:00:00Z`))
    .find(({ type }) => type === 'timeZoneName')!
    .value.replace('GMT', '')
  return days[0]!.times.map((time) => new Date(`${date}T${time}:00${offset}`).toISOString())
}

/** Asks one of the processes; one that does not answer is asked again, as an impatient browser does. */
async function ask(which: number, path: string, body: object, headers: Record<string, string> = {}) {
  for (let tries = 0; ; tries += 1) {
    try {
      const answer = await fetch(`${servers[(which + tries) % 2]!.url}/api/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
      const text = await answer.text()
      return { status: answer.status, body: (text ? JSON.parse(text) : null) as unknown }
    } catch (error) {
      if (!(error instanceof Error) || tries > 200) throw error
      await sleep(25)
    }
  }
}

interface Booked {
  reference: string
  secret: string
  start: string
}

/** What was acknowledged and not taken back, by reference: the start. */
const acknowledged = new Map<string, string>()
const counts = { refused: 0, released: 0, cancelled: 0, moved: 0, stayed: 0, faults: [] as string[] }

/** Holds and books; null when the time is gone. */
async function book(which: number, start: string, release = false): Promise<Booked | null> {
  const key = { 'idempotency-key': randomUUID() }
  const held = await ask(which, 'holds', { services: [{ id: SERVICE, persons: 1 }], start }, key)
  if (held.status === 409) {
    counts.refused += 1
    return null
  }
  if (held.status !== 201) {
    counts.faults.push(`hold ${held.status} ${JSON.stringify(held.body)}`)
    return null
  }
  const { id, secret } = holdView.parse(held.body)
  if (release) {
    await ask(which, `holds/${id}/release`, { secret })
    counts.released += 1
    return null
  }
  const contact = { name: 'Kim Beispiel', email: 'kim@example.org' }
  // A double click.
  const answers = await Promise.all(
    [0, 1].map((n) => ask(which + n, `holds/${id}/confirm`, { secret, contact })),
  )
  for (const { status, body } of answers)
    if (status !== 201) counts.faults.push(`confirm ${status} ${JSON.stringify(body)}`)
  const [first, second] = answers.map(({ body }) => confirmedView.parse(body))
  expect(second).toEqual(first)
  acknowledged.set(first!.reference, first!.start)
  return { ...first!, secret }
}

/** One citizen: books, and may think better of it. */
async function act(citizen: number, starts: readonly string[]): Promise<void> {
  const start = starts[citizen % starts.length]!
  const booked = await book(citizen, start, citizen % 11 === 0)
  if (!booked) return
  const path = `appointments/${booked.reference}`
  // Seven shares nothing with the number of starts, so that every start has some who think better of it.
  if (citizen % 7 < 2) {
    const { status, body } = await ask(citizen, `${path}/cancel`, { secret: booked.secret })
    if (status !== 200) return void counts.faults.push(`cancel ${status} ${JSON.stringify(body)}`)
    counts.cancelled += 1
    acknowledged.delete(booked.reference)
  } else if (citizen % 3 === 0) {
    const to = starts[(citizen * 7) % starts.length]!
    const { status, body } = await ask(citizen, `${path}/move`, { secret: booked.secret, start: to })
    if (status === 409) counts.stayed += 1
    else if (status === 200) {
      counts.moved += 1
      acknowledged.set(booked.reference, movedView.parse(body).start)
    } else counts.faults.push(`move ${status} ${JSON.stringify(body)}`)
  }
}

async function killOne(): Promise<void> {
  const [, victim] = servers
  const gone = new Promise((resolve) => victim!.process.once('exit', resolve))
  victim!.process.kill('SIGKILL')
  await gone
  await sleep(500)
  servers[1] = await start()
}

test(`given ${PLACES} places, ${CITIZENS_PER_PLACE} citizens for each at once, two processes and one of them killed, bookings equal capacity`, async () => {
  const begun = performance.now()
  const date = someDay()
  await openDay(date)
  await expect.poll(() => startsOf(date)).toHaveLength(STARTS)
  const starts = await startsOf(date)
  const citizens = Array.from({ length: PLACES * CITIZENS_PER_PLACE }, (_, n) => n)
  let killing: Promise<void> | null = null
  const worker = async (): Promise<void> => {
    for (let citizen = citizens.shift(); citizen !== undefined; citizen = citizens.shift()) {
      await act(citizen, starts)
      if (acknowledged.size > PLACES / 2) killing ??= killOne()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  await killing
  // What was given back last is taken too, until nobody gets anything any more.
  const fill = async (start: string, place: number): Promise<void> => {
    while (await book(place, start)) continue
  }
  await Promise.all(starts.map(fill))

  const { rows } = await database.query<{ reference: string; at: Date; lane: string }>(
    `select reference, starts_at as at, lane from appointment where state = 'booked' and date = $1`,
    [date],
  )
  const { rows: held } = await database.query(
    `select id from appointment where state = 'held' and date = $1`,
    [date],
  )
  const { rows: overlapping } = await database.query(
    `select a.id from appointment a join appointment b on a.city_id = b.city_id and a.lane = b.lane and a.id < b.id
         and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
       where a.state in ('held', 'booked') and b.state in ('held', 'booked')`,
  )
  process.stdout.write(
    `${PLACES * CITIZENS_PER_PLACE} citizens in ${((performance.now() - begun) / 1000).toFixed(0)} s: ${JSON.stringify(counts)}\n`,
  )
  expect(counts.faults).toEqual([])
  expect(killing).not.toBeNull()
  expect(held).toEqual([])
  expect(overlapping).toEqual([])
  expect(rows).toHaveLength(PLACES)
  for (const start of starts) expect(rows.filter(({ at }) => at.toISOString() === start)).toHaveLength(PEOPLE)
  expect(new Map(rows.map(({ reference, at }) => [reference, at.toISOString()]))).toEqual(acknowledged)
}, 300_000)
