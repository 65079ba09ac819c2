import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db/connect.ts'
import type { Stand, Taken } from './model.ts'
import type { Quota } from './release/plan.ts'
import { reseatKept } from './release/keptStore.ts'

export interface DayKey {
  cityId: string
  officeId: string
  /** 'YYYY-MM-DD' */
  date: string
}

/** Locks days until the transaction ends, in the one order that everybody keeps. */
export async function lockDays(tx: Tx, days: readonly DayKey[]): Promise<void> {
  for (const day of inLockOrder(days)) await lockDay(tx, day)
}

/** Locks the day until the transaction ends. */
export async function lockDay(tx: Tx, day: DayKey): Promise<void> {
  if (await lockExisting(tx, day)) return
  await tx
    .insertInto('office_day')
    .values({ city_id: day.cityId, office_id: day.officeId, date: day.date })
    .onConflict((conflict) => conflict.columns(['city_id', 'office_id', 'date']).doNothing())
    .execute()
  await lockExisting(tx, day)
}

async function lockExisting(tx: Tx, day: DayKey): Promise<boolean> {
  const row = await tx
    .selectFrom('office_day')
    .select('version')
    .where('city_id', '=', day.cityId)
    .where('office_id', '=', day.officeId)
    .where('date', '=', day.date)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** One order for everybody, so that nobody waits in a ring; each day once. */
export function inLockOrder<K extends Pick<DayKey, 'date' | 'officeId'>>(days: readonly K[]): K[] {
  const name = ({ date, officeId }: K): string => `${date} ${officeId}`
  const each = new Map(days.map((day) => [name(day), day]))
  return [...each.values()].toSorted((a, b) => (name(a) < name(b) ? -1 : 1))
}

/** Says that the day changed; the transaction holds its lock. */
export async function bumpDay(tx: Tx, day: DayKey): Promise<void> {
  await tx
    .updateTable('office_day')
    .set({ version: sql<number>`version + 1` })
    .where('city_id', '=', day.cityId)
    .where('office_id', '=', day.officeId)
    .where('date', '=', day.date)
    .execute()
}

/** The days of an office from `first` on that somebody has ever booked, in the order of locking. */
export async function daysFrom(tx: Tx, cityId: string, first: string): Promise<DayKey[]> {
  const rows = await tx
    .selectFrom('office_day')
    .select(['office_id', 'date'])
    .where('city_id', '=', cityId)
    .where('date', '>=', first)
    .execute()
  return inLockOrder(rows.map((row) => ({ cityId, officeId: row.office_id, date: row.date })))
}

/** A day as the database has it: the versions of the day and of its office's settings, and who takes capacity. */
export interface DayState {
  version: number
  officeVersion: number
  /** Why the city, or this office, is closed that day. */
  closure: string | null
  /** Holds whose time is over are among `taken`. */
  due: boolean
  /** With the times that are kept back. */
  taken: Taken[]
}

/** Null when there is no such office. One statement, so that it is one moment's truth. */
export async function readDay(reader: Reader, day: DayKey, now: Date): Promise<DayState | null> {
  const [state] = await readDays(reader, day.cityId, day.officeId, [day.date], now)
  return state ?? null
}

/** What of a day may change without its version, and the version itself; null when there is no such office. */
export async function readDayHead(
  reader: Reader,
  { cityId, officeId, date }: DayKey,
  now: Date,
): Promise<Omit<DayState, 'taken'> | null> {
  const { rows } = await sql<Omit<DayRow, 'date' | 'taken' | 'kept'> & { due: boolean }>`
    select o.version as office_version, coalesce(d.version, 0)::int8 as version,
      coalesce(
        (select c.reason from closure c where c.city_id = o.city_id and c.date = ${date}::date),
        (select c.reason from office_closure c
          where c.city_id = o.city_id and c.office_id = o.id and c.date = ${date}::date)) as closure,
      exists (select from appointment a where a.city_id = o.city_id and a.office_id = o.id and a.date = ${date}::date
        and a.state = 'held' and a.expires_at <= ${now}::timestamptz) as due
    from office o
    left join office_day d on d.city_id = o.city_id and d.office_id = o.id and d.date = ${date}::date
    where o.city_id = ${cityId}::text and o.id = ${officeId}::text`.execute(reader)
  const [row] = rows
  if (!row) return null
  const { version, office_version: officeVersion, closure, due } = row
  return { version, officeVersion, closure, due }
}

interface DayRow {
  date: string
  version: number
  office_version: number
  closure: string | null
  taken: TakenJson[]
  kept: TakenJson[]
}

interface TakenJson {
  due: boolean
  id: string
  start: number
  end: number
  lane: string
  services: { id: string }[]
  devices: string[]
  units: Record<string, number> | null
  quota: Quota | null
  keptUntil: number | null
}

/** Several days at once; a day that nobody has touched has version 0. Empty when there is no such office. */
export async function readDays(
  reader: Reader,
  cityId: string,
  officeId: string,
  dates: readonly string[],
  now: Date,
): Promise<(DayState & { date: string })[]> {
  const { rows } = await sql<DayRow>`
    select wanted.date, o.version as office_version, coalesce(d.version, 0)::int8 as version,
      coalesce(
        (select c.reason from closure c where c.city_id = o.city_id and c.date = wanted.date),
        (select c.reason from office_closure c
          where c.city_id = o.city_id and c.office_id = o.id and c.date = wanted.date)) as closure,
      coalesce((
        select json_agg(json_build_object(
          'id', a.id, 'lane', a.lane, 'quota', coalesce(a.quota, case a.channel when 'api' then 'web' else a.channel end),
          'due', a.state = 'held' and a.expires_at <= ${now}::timestamptz, 'services', a.services, 'devices', to_json(a.devices),
          'start', (extract(epoch from a.starts_at) * 1000)::int8, 'end', (extract(epoch from a.ends_at) * 1000)::int8,
          'units', case when a.devices <> '{}' then (select json_object_agg(u.kind, u.unit) from appointment_device u
                    where u.city_id = a.city_id and u.appointment_id = a.id) end) order by a.starts_at, a.id)
        from appointment a
        where a.city_id = o.city_id and a.office_id = o.id and a.date = wanted.date
          and a.state in ('held', 'booked', 'arrived', 'called', 'served')
      ), '[]'::json) as taken,
      coalesce((
        select json_agg(json_build_object(
          'id', k.id, 'lane', k.lane, 'due', false, 'services', k.services, 'devices', to_json(k.devices), 'units', k.units,
          'start', (extract(epoch from k.starts_at) * 1000)::int8, 'end', (extract(epoch from k.ends_at) * 1000)::int8,
          'keptUntil', (extract(epoch from k.kept_until) * 1000)::int8) order by k.starts_at, k.id)
        from appointment_kept k
        where k.city_id = o.city_id and k.office_id = o.id and k.date = wanted.date
          and k.kept_until > ${now}::timestamptz
      ), '[]'::json) as kept
    from unnest(${[...dates]}::date[]) as wanted (date)
    join office o on o.city_id = ${cityId}::text and o.id = ${officeId}::text
    left join office_day d on d.city_id = o.city_id and d.office_id = o.id and d.date = wanted.date
    order by wanted.date`.execute(reader)
  return rows.map((row) => ({
    date: row.date,
    version: row.version,
    officeVersion: row.office_version,
    closure: row.closure,
    due: row.taken.some(({ due }) => due),
    taken: [...row.taken, ...row.kept].map(toTaken),
  }))
}

const toTaken = ({ id, start, end, lane, services, devices, units, quota, keptUntil }: TakenJson): Taken => ({
  id,
  start,
  end,
  lane,
  units: units ?? {},
  quota: quota ?? null,
  ...(keptUntil ? { keptUntil } : {}),
  demand: {
    serviceIds: services.map((service) => service.id),
    devices,
    minutes: (end - start) / 60_000,
  },
})

/**
 * Puts appointments of a day on other lanes and units. Two may change places: the constraints are checked when the
 * transaction ends.
 */
export async function reseat(tx: Tx, day: DayKey, moved: readonly (Stand & { id: string })[]): Promise<void> {
  if (moved.length === 0) return
  await deferSeats(tx)
  for (const { id, lane, units } of moved) {
    const { numUpdatedRows } = await tx
      .updateTable('appointment')
      .set({ lane, needs_attention: false })
      .where('city_id', '=', day.cityId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await setUnits(tx, day.cityId, id, units)
    else await reseatKept(tx, day.cityId, { id, lane, units })
  }
}

/** Until the end of the transaction, where they are checked. */
export async function deferSeats(tx: Tx): Promise<void> {
  await sql`set constraints appointment_lane, appointment_device_unit deferred`.execute(tx)
}

/** The device units of an appointment as they shall be, for its present time. */
export async function setUnits(
  tx: Tx,
  cityId: string,
  id: string,
  units: Readonly<Record<string, number>>,
): Promise<void> {
  await dropUnits(tx, cityId, [id])
  await addUnits(tx, cityId, id, units)
}

export async function addUnits(
  tx: Tx,
  cityId: string,
  id: string,
  units: Readonly<Record<string, number>>,
): Promise<void> {
  const kinds = Object.keys(units)
  if (kinds.length === 0) return
  await sql`
    insert into appointment_device (city_id, appointment_id, office_id, kind, unit, starts_at, ends_at)
    select a.city_id, a.id, a.office_id, given.kind, given.unit, a.starts_at, a.ends_at
    from appointment a, unnest(${kinds}::text[], ${Object.values(units)}::int[]) as given (kind, unit)
    where a.city_id = ${cityId}::text and a.id = ${id}::uuid`.execute(tx)
}

/** The devices are free again from then on. */
export async function endUnits(tx: Tx, cityId: string, id: string, end: Date): Promise<void> {
  await tx
    .updateTable('appointment_device')
    .set({ ends_at: end })
    .where('city_id', '=', cityId)
    .where('appointment_id', '=', id)
    .execute()
}

/** The devices are free again. */
export async function dropUnits(tx: Tx, cityId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('appointment_device')
    .where('city_id', '=', cityId)
    .where('appointment_id', 'in', [...ids])
    .execute()
}

/** Whether memory's version of a day is the newest, and no hold on it is due: then what memory refuses is refused. */
export async function isCurrent(reader: Reader, day: DayKey, version: number, now: Date): Promise<boolean> {
  const { rows } = await sql<{ current: boolean }>`
    select coalesce((select d.version from office_day d where d.city_id = ${day.cityId}::text
        and d.office_id = ${day.officeId}::text and d.date = ${day.date}::date), 0) = ${version}::int8
      and not exists (select from appointment a where a.city_id = ${day.cityId}::text
        and a.office_id = ${day.officeId}::text and a.date = ${day.date}::date
        and a.state = 'held' and a.expires_at <= ${now}::timestamptz) as current`.execute(reader)
  return rows[0]?.current ?? false
}
