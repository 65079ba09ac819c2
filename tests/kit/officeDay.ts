import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../src/platform/db/connect.ts'
import { cityDay, cityTime } from './cityDay.ts'
import type { TestServer } from './server.ts'

const days = z.object({ days: z.array(z.object({ date: z.string(), times: z.array(z.string()) })) })
const held = z.object({ id: z.string(), secret: z.string() })
const booked = z.object({ reference: z.string() })

const OFFICE = 'buergerbuero'
const SERVICE = 'eid-pin'

/**
 * Appointments of today, so many minutes from now each, whatever the hour: they are booked on days to come by the
 * public interface and then put to today beside it.
 * @returns their references, in the order of `minutes`
 */
export async function bookToday(
  server: TestServer,
  { db }: Database,
  minutes: readonly number[],
): Promise<string[]> {
  const starts = await freeStarts(server, minutes.length)
  await sql`insert into office_day (city_id, office_id, date)
    select city_id, id, (now() at time zone 'Europe/Berlin')::date from office on conflict do nothing`.execute(
    db,
  )
  const references: string[] = []
  for (const [place, start] of starts.entries()) {
    const reference = await bookOne(server, start, `Kim Beispiel ${place + 1}`)
    const at = sql`date_trunc('minute', now()) + make_interval(mins => ${minutes[place]}::int)`
    await sql`update appointment set date = (now() at time zone 'Europe/Berlin')::date, starts_at = ${at},
      ends_at = ${at} + interval '10 minutes' where reference = ${reference}`.execute(db)
    references.push(reference)
  }
  return references
}

/** So many appointments on one day to come, by the public interface. */
export async function bookAhead(
  server: TestServer,
  count: number,
): Promise<{ date: string; references: string[] }> {
  const all = await freeStarts(server, 1, 2000)
  const dates = Object.entries(Object.groupBy(all, (start) => start.slice(0, 10)))
  const [date, starts] = dates.find(([, found = []]) => found.length >= count) ?? []
  if (!date || !starts) throw new Error(`no day with ${count} free times`)
  const references: string[] = []
  for (const [place, start] of starts.slice(0, count).entries())
    references.push(await bookOne(server, start, `Kim Beispiel ${place + 1}`))
  return { date, references }
}

async function freeStarts(server: TestServer, count: number, most = count): Promise<string[]> {
  const url = `${server.url}/api/v1/availability?service=${SERVICE}&office=${OFFICE}&from=${cityDay(1)}&to=${cityDay(20)}`
  const { days: found } = days.parse(await (await fetch(url)).json())
  const starts = found.flatMap(({ date, times }) => times.map((time) => cityTime(date, time)))
  if (starts.length < count) throw new Error(`only ${starts.length} free times`)
  return starts.slice(0, most)
}

async function bookOne(server: TestServer, start: string, name: string): Promise<string> {
  const hold = held.parse(
    await post(server, '/api/v1/holds', { services: [{ id: SERVICE, persons: 1 }], start }),
  )
  const contact = { name, email: 'kim@example.org' }
  const { reference } = booked.parse(
    await post(server, `/api/v1/holds/${hold.id}/confirm`, { secret: hold.secret, contact }),
  )
  return reference
}

async function post(server: TestServer, path: string, body: object): Promise<unknown> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
