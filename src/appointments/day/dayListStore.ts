import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { DayKey } from '../dayStore.ts'
import type { DayState } from './contract.ts'

export interface DayRow {
  id: string
  reference: string
  name: string | null
  services: { id: string; persons: number }[]
  start: Date
  end: Date
  state: DayState
  lane: string
  counter: string | null
  arrivedAt: Date | null
  needsAttention: boolean
  squeezedBecause: string | null
}

/** Who comes to an office on a day, or came, in the order of time. */
export async function listDay(reader: Reader, day: DayKey): Promise<DayRow[]> {
  const { rows } = await sql<DayRow>`
    select id, reference, contact_name as name, services, starts_at as start, ends_at as "end", state, lane, counter,
      arrived_at as "arrivedAt", needs_attention as "needsAttention",
      squeezed_because as "squeezedBecause"
    from appointment
    where city_id = ${day.cityId}::text and office_id = ${day.officeId}::text and date = ${day.date}::date
      and state in ('booked', 'arrived', 'called', 'served', 'no-show')
    order by starts_at, reference`.execute(reader)
  return rows
}

/** How many appointments of the day were cancelled after they were booked. */
export async function countCancelled(reader: Reader, day: DayKey): Promise<number> {
  const { count } = await reader
    .selectFrom('appointment')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('city_id', '=', day.cityId)
    .where('office_id', '=', day.officeId)
    .where('date', '=', day.date)
    .where('state', '=', 'cancelled')
    .where('reference', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** What the catalogue calls the services, also those it no longer offers. */
export async function serviceNames(reader: Reader, cityId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, data ->> 'name' as name from service where city_id = ${cityId}::text`.execute(reader)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** When and where an appointment is being kept, beyond what every room knows of it. */
export async function presenceOf(
  tx: Tx,
  cityId: string,
  id: string,
): Promise<{ counter: string | null; arrivedAt: Date | null }> {
  const row = await tx
    .selectFrom('appointment')
    .select(['counter', 'arrived_at'])
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { counter: row.counter, arrivedAt: row.arrived_at }
}

/** Whose appointment is at that counter now; null when nobody's. */
export async function referenceAt(reader: Reader, day: DayKey, counter: string): Promise<string | null> {
  const row = await reader
    .selectFrom('appointment')
    .select('reference')
    .where('city_id', '=', day.cityId)
    .where('office_id', '=', day.officeId)
    .where('date', '=', day.date)
    .where('state', '=', 'called')
    .where(sql<boolean>`lower(counter) = lower(${counter})`)
    .executeTakeFirst()
  return row?.reference ?? null
}
