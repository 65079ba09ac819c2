import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type BenchOffice,
  clockTime,
  instantAt,
  offered,
  openBenchOffice,
  QUARTER,
  SERVICE,
} from '../../bench/kit/benchOffice.ts'
import { countAppointments } from '../../bench/kit/count.ts'
import { LeanClient } from '../../bench/kit/lean.ts'
import { embeddedDatabase } from '../../bench/kit/postgres.ts'
import { runRush } from '../../bench/kit/rush.ts'
import { confirmedView, holdView } from '../../src/appointments/contract.ts'
import { startServer, type TestServer } from '../kit/server.ts'

/** The release of a Sunday at a tenth of its size; `npm run bench -- rush` has all of it. */
const PEOPLE = 10
const DAYS = 4
const SHIFT = { people: PEOPLE, opens: 480, closes: 780 }
const STARTS = (SHIFT.closes - SHIFT.opens) / QUARTER
const PLACES = PEOPLE * DAYS * STARTS
const LOAD = { perSecond: 70, seconds: 8, citizens: 1000, machines: 4, places: PLACES }
const AT_ONCE = 8

let server: TestServer
let database: pg.Client
let office: BenchOffice

beforeAll(async () => {
  // Citizens and bots come from addresses of their own.
  server = await startServer({ env: { TRUST_PROXY: '1', LOG_LEVEL: 'error' } })
  database = new pg.Client(embeddedDatabase(server.dataDir).connection)
  await database.connect()
  office = await openBenchOffice(server, { days: DAYS, shifts: [SHIFT] })
  await offered(server.url, office.dates, DAYS * STARTS)
  await office.bookAhead(1)
  await offered(server.url, office.dates, 0)
})

afterAll(async () => {
  office?.admin.close()
  await database?.end()
  await server?.stop()
})

/** Books everything that is left, from a new address each time. @returns what was acknowledged, by reference: the start */
async function takeTheRest(): Promise<Map<string, string>> {
  const client = new LeanClient(server.url)
  const taken = new Map<string, string>()
  let asked = 0
  const post = (path: string, body: object) => {
    asked += 1
    const headers = { 'x-forwarded-for': `198.51.${asked >> 8}.${asked & 255}` }
    return client.ask({ method: 'POST', path: `/api/v1/${path}`, headers, body })
  }
  const starts = office.dates.flatMap((date) =>
    Array.from({ length: STARTS }, (_, place) => instantAt(date, clockTime(SHIFT.opens + QUARTER * place))),
  )
  const book = async (start: string): Promise<boolean> => {
    const held = await post('holds', { services: [{ id: SERVICE, persons: 1 }], start })
    if (held.status === 409) return false
    const { id, secret } = holdView.parse(JSON.parse(held.body.toString()))
    const contact = { name: 'Kim Beispiel', email: 'kim@example.org' }
    const { body } = await post(`holds/${id}/confirm`, { secret, contact })
    const booked = confirmedView.parse(JSON.parse(body.toString()))
    taken.set(booked.reference, booked.start)
    return true
  }
  const work = async (): Promise<void> => {
    for (let start = starts.pop(); start !== undefined; start = starts.pop())
      while (await book(start)) continue
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  client.close()
  return taken
}

test(`given ${PLACES} appointments released at once to citizens and bots, all are sold once and nothing stays held`, async () => {
  const [from, to] = [office.dates[0]!, office.dates.at(-1)!]
  await office.bookAhead(365)
  const { errors, booked, kept, answers, visits } = await runRush({ ...LOAD, urls: [server.url], from, to })
  const after = await countAppointments(database, office.dates, PEOPLE)
  // What bots keep without confirming is over as if ten minutes had gone by.
  await database.query(`update appointment set expires_at = now() where state = 'held'`)
  const rest = await takeTheRest()
  process.stdout.write(
    `${visits} visits: ${booked.citizens.size} to citizens, ${booked.bots.size} to bots, ${kept} kept by them, ${rest.size} left; ${JSON.stringify(Object.fromEntries(answers))}\n`,
  )

  expect(errors).toEqual([])
  expect(after).toEqual({ booked: booked.citizens.size + booked.bots.size, held: kept, overbooked: 0 })
  const whole = await countAppointments(database, office.dates, PEOPLE)
  expect(whole).toEqual({ booked: PLACES, held: 0, overbooked: 0 })
  const acknowledged = new Map([...booked.citizens, ...booked.bots, ...rest])
  const { rows } = await database.query<{ reference: string; at: Date }>(
    `select reference, starts_at as at from appointment where state = 'booked'`,
  )
  expect(new Map(rows.map(({ reference, at }) => [reference, at.toISOString()]))).toEqual(acknowledged)
}, 120_000)
