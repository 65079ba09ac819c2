import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import { type DayTally, uncounted } from '../plan/figures.ts'
import type { Range } from '../store.ts'
import { type CallsMapping, callsMapping } from './contract.ts'
import type { OddityCount } from './oddityCount.ts'
import type { PastCall } from './pastCall.ts'

export interface NewImport {
  id: string
  kind: 'queue-log' | 'calls' | 'tally'
  mapping: CallsMapping | null
  fileName: string
  sha256: string
  size: number
  packed: Buffer
  at: Date
  accountId: string
}

export async function insertImport(tx: Tx, cityId: string, row: NewImport): Promise<void> {
  const { fileName: file_name, accountId: account_id, mapping, ...rest } = row
  await tx
    .insertInto('past_import')
    .values({
      city_id: cityId,
      ...rest,
      mapping: mapping && JSON.stringify(mapping),
      file_name,
      account_id,
      calls: 0,
      oddities: '[]',
    })
    .execute()
}

/** What was read, once it is. */
export async function setRead(
  tx: Tx,
  cityId: string,
  id: string,
  read: { calls: number; oddities: readonly OddityCount[] },
): Promise<void> {
  await tx
    .updateTable('past_import')
    .set({ calls: read.calls, oddities: JSON.stringify(read.oddities) })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute()
}

/** One statement for many calls: a file has hundreds of thousands. @returns how many were not there yet */
export async function insertCalls(
  tx: Tx,
  cityId: string,
  importId: string,
  calls: readonly PastCall[],
): Promise<number> {
  const of = <T>(pick: (call: PastCall) => T): T[] => calls.map(pick)
  const { numAffectedRows } = await sql`
    insert into past_call (city_id, import_id, key, queue, offered_at, ended, wait_s, talk_s)
    select ${cityId}::text, ${importId}::uuid, *
    from unnest(${of(({ id }) => id)}::text[], ${of(({ queue }) => queue)}::text[],
      ${of(({ offeredAt }) => new Date(offeredAt))}::timestamptz[], ${of(({ end }) => end)}::text[],
      ${of(({ waitS }) => waitS)}::int[], ${of(({ talkS }) => talkS)}::int[])
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

export function importOf(reader: Reader, cityId: string, sha256: string) {
  return reader
    .selectFrom('past_import')
    .select(['id', 'file_name as fileName', 'at'])
    .where('city_id', '=', cityId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
}

/** Newest first; without the files. `doubled` calls are in another file too and count once. */
export async function listImports(reader: Reader, cityId: string) {
  const { rows } = await sql<{
    id: string
    kind: NewImport['kind']
    fileName: string
    size: number
    at: Date
    calls: number
    oddities: OddityCount[]
    first: Date | null
    last: Date | null
    doubled: number
  }>`
    select i.id, i.kind, i.file_name as "fileName", i.size, i.at, i.calls, i.oddities,
      coalesce(c.first, d.first) as first, coalesce(c.last, d.last) as last,
      coalesce(c.doubled, 0) as doubled
    from past_import i
    join city on city.id = i.city_id
    left join lateral (
      select min(offered_at) as first, max(offered_at) as last,
        count(*) filter (where exists (
          select from past_call o where o.city_id = p.city_id and o.key = p.key and o.import_id <> p.import_id
        )) as doubled
      from past_call p where p.city_id = i.city_id and p.import_id = i.id
    ) c on true
    left join lateral (
      select min(day)::timestamp at time zone city.time_zone as first, max(day)::timestamp at time zone city.time_zone as last
      from past_day p where p.city_id = i.city_id and p.import_id = i.id
    ) d on true
    where i.city_id = ${cityId}::text
    order by i.at desc, i.id desc`.execute(reader)
  return rows
}

/** The queues that calls were in, with how many; a call that stands in two files once. */
export async function listQueues(
  reader: Reader,
  cityId: string,
): Promise<{ queue: string; calls: number }[]> {
  const { rows } = await sql<{ queue: string; calls: number }>`
    select queue, count(distinct key) as calls from past_call
    where city_id = ${cityId}::text group by queue order by queue`.execute(reader)
  return rows
}

export async function deleteImport(tx: Tx, cityId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('past_import')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Whether a closed trial was compared with days of which this file tells. */
export async function isCounted(
  reader: Reader,
  cityId: string,
  id: string,
  timeZone: string,
): Promise<boolean> {
  const { rows } = await sql<{ counted: boolean }>`
    select exists (
      select from trial t
      join past_call c on c.city_id = t.city_id and c.import_id = ${id}::uuid
        and t.baseline @> (c.offered_at at time zone ${timeZone}::text)::date
      where t.city_id = ${cityId}::text and t.closed_at is not null and t.plan -> 'baseline' ->> 'source' = 'imported'
      union all
      select from trial t
      join past_day d on d.city_id = t.city_id and d.import_id = ${id}::uuid and t.baseline @> d.day
      where t.city_id = ${cityId}::text and t.closed_at is not null and t.plan -> 'baseline' ->> 'source' = 'tally'
    ) as counted`.execute(reader)
  return rows[0]?.counted ?? false
}

/**
 * The calls of the time before by local day, as the figures of a trial count them (docs/figures.md). A call that stands in two files
 * counts once. @param queues all where none is named
 */
export async function pastTallies(
  reader: Reader,
  city: { id: string; timeZone: string },
  { from, to }: Range,
  queues: readonly string[],
): Promise<DayTally[]> {
  const { rows } = await sql<Pick<DayTally, 'day' | 'offered'> & Partial<DayTally>>`
    select
      to_char(offered_at at time zone ${city.timeZone}::text, 'YYYY-MM-DD') as day,
      count(*) as offered,
      count(*) filter (where ended = 'answered') as answered,
      count(*) filter (where ended = 'answered' and wait_s <= 15) as answered15,
      count(*) filter (where ended = 'answered' and wait_s <= 20) as answered20,
      count(*) filter (where ended = 'answered' and wait_s <= 30) as answered30,
      count(*) filter (where ended = 'abandoned') as abandoned,
      count(*) filter (where ended = 'answered' and wait_s <= 15) as "promiseKept",
      count(*) filter (where (ended = 'answered' and wait_s is not null)
        or (ended in ('abandoned', 'timed-out') and wait_s > 15)) as "promiseDecided",
      count(*) filter (where (ended = 'answered' and wait_s is not null)
        or (ended in ('abandoned', 'timed-out') and wait_s > 20)) as decided20,
      count(*) filter (where (ended = 'answered' and wait_s is not null)
        or (ended in ('abandoned', 'timed-out') and wait_s > 30)) as decided30,
      coalesce(sum(wait_s) filter (where ended = 'answered'), 0)::int8 * 1000 as "waitMs"
    from (
      select distinct on (key) * from past_call
      where city_id = ${city.id}::text and offered_at >= ${from}::timestamptz and offered_at < ${to}::timestamptz
        and (${queues.length === 0}::boolean or queue = any(${[...queues]}::text[]))
      order by key, import_id
    ) c
    group by 1 order by 1`.execute(reader)
  return rows.map((row) => ({ ...uncounted(row.day, row.offered), ...row }))
}

/** The files as they came, packed, in the order in which what they say counts; one at a time. */
export async function* packedImports(
  reader: Reader,
  cityId: string,
  of: 'calls' | 'tally' = 'calls',
): AsyncGenerator<{ packed: Buffer; mapping: CallsMapping | null }> {
  const ids = await reader
    .selectFrom('past_import')
    .select('id')
    .where('city_id', '=', cityId)
    .where('kind', of === 'tally' ? '=' : '<>', 'tally')
    .orderBy('id')
    .execute()
  for (const { id } of ids) {
    const { packed, mapping } = await reader
      .selectFrom('past_import')
      .select(['packed', 'mapping'])
      .where('city_id', '=', cityId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    yield { packed, mapping: mapping === null ? null : callsMapping.parse(mapping) }
  }
}
