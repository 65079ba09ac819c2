import { sql } from 'kysely'
import type { Db, Reader, Tx } from '../platform/db/connect.ts'
import { WAIT_BUCKETS, waitFigure } from '../shared/waitBuckets.ts'
import type { DayFigures } from './contract.ts'

export interface Range {
  from: Date
  to: Date
}

/** Reads of one moment: what others write meanwhile is not seen. */
export function inOneMoment<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
}

/** Figures of the calls offered in the range: incoming, no practice. */
export async function callFigures(
  reader: Reader,
  cityId: string,
  { from, to }: Range,
): Promise<DayFigures['calls']> {
  const { rows } = await sql<DayFigures['calls']>`
    select
      count(*) filter (where counts) as offered,
      count(*) filter (where counts and answered_at is not null) as answered,
      count(*) filter (where counts and answered_at is not null and wait_ms <= 15000) as "answeredWithin15s",
      count(*) filter (where end_reason = 'abandoned') as abandoned,
      count(*) filter (where closed) as closed,
      count(*) filter (where end_reason = 'blocked') as blocked,
      count(*) filter (where after_closing) as "lostAtClosing",
      count(*) filter (where counts and again) as repeated,
      count(*) filter (where end_reason = 'unknown-end') as "unknownEnd",
      coalesce(sum(wait_ms) filter (where counts and answered_at is not null), 0)::int8 as "waitMsTotal",
      coalesce(max(wait_ms) filter (where counts and (answered_at is not null or end_reason = 'abandoned')), 0)
        as "waitMsLongest",
      coalesce(sum(wait_ms + round(extract(epoch from offered_at - coalesce(place_since, offered_at)) * 1000))
        filter (where counts and answered_at is not null), 0)::int8 as "wholeWaitMsTotal",
      count(*) filter (where counts and answer_promise = 'kept') as "promiseKept",
      count(*) filter (where counts and answer_promise = 'broken') as "promiseBroken"
    from (
      select *, not closed and end_reason is distinct from 'blocked' as counts
      from (
        select *, end_reason is not distinct from 'closed'
          or (end_reason is not distinct from 'callback-promised' and outside_hours) as closed,
          caller_key is not null and row_number() over (partition by caller_key order by offered_at, id) > 1 as again
        from call
        where city_id = ${cityId}::text and offered_at >= ${from}::timestamptz and offered_at < ${to}::timestamptz
          and direction = 'in' and source <> 'training'
      ) call
    ) c`.execute(reader)
  return rows[0]!
}

/** How long callers waited, by bucket; the same calls as `callFigures`. */
export async function waitFigures(
  reader: Reader,
  cityId: string,
  { from, to }: Range,
): Promise<DayFigures['waits']> {
  const buckets = (['answered', 'abandoned'] as const).flatMap((kind) =>
    WAIT_BUCKETS.map(({ after, edge }) => {
      const isKind =
        kind === 'answered'
          ? sql`answered_at is not null`
          : sql`answered_at is null and end_reason = 'abandoned'`
      const inTime = edge === null ? sql`` : sql`and wait_ms <= ${edge}::integer`
      const name = sql.ref(waitFigure(kind, edge))
      return sql`count(*) filter (where ${isKind} and wait_ms > ${after}::integer ${inTime}) as ${name}`
    }),
  )
  const { rows } = await sql<DayFigures['waits']>`
    select ${sql.join(buckets)} from call
    where city_id = ${cityId}::text and offered_at >= ${from}::timestamptz and offered_at < ${to}::timestamptz
      and direction = 'in' and source <> 'training' and coalesce(end_reason not in ('closed', 'blocked'), true)`.execute(
    reader,
  )
  return rows[0]!
}

/** Figures of the cases opened in the range, by what their first contact led to; nobody spoke about a report when it came. */
export async function caseFigures(
  reader: Reader,
  cityId: string,
  { from, to }: Range,
): Promise<DayFigures['cases']> {
  const { rows } = await sql<DayFigures['cases']>`
    select
      count(*) as opened,
      count(*) filter (where intake_outcome = 'settled') as "settledInCall",
      count(*) filter (where intake_outcome = 'hand-over') as "handedOver"
    from "case"
    where city_id = ${cityId}::text and opened_at >= ${from}::timestamptz and opened_at < ${to}::timestamptz
      and not practice and intake_outcome <> 'report'`.execute(reader)
  return rows[0]!
}

/** Figures of the promises that fall due in the range, and of the first try of each to call. */
export async function promiseFigures(
  reader: Reader,
  cityId: string,
  { from, to }: Range,
): Promise<Omit<DayFigures['callbacks'], 'attempts' | 'reached'>> {
  const { rows } = await sql<Omit<DayFigures['callbacks'], 'attempts' | 'reached'>>`
    select
      count(*) as promised,
      count(*) filter (where promise = 'kept') as kept,
      count(*) filter (where promise = 'broken') as broken,
      count(*) filter (where promise = 'withdrawn') as withdrawn,
      count(*) filter (where cause = 'nobody-took-it') as "brokenNobodyTookIt",
      count(*) filter (where cause = 'owner-did-not-call') as "brokenOwnerDidNotCall",
      count(*) filter (where cause = 'telephone-failed') as "brokenTelephoneFailed",
      count(*) filter (where cause = 'nobody-on-duty') as "brokenNobodyOnDuty",
      count(*) filter (where cause = 'wrong-number') as "brokenWrongNumber",
      count(first.started_at) as "firstAttempts",
      count(*) filter (where first.result = 'reached') as "firstReached",
      coalesce(sum(round(extract(epoch from first.started_at - promised_at) * 1000)), 0)::int8 as "firstAttemptMsTotal"
    from callback c
    left join lateral (
      select a.started_at, a.result from attempt a
      where a.city_id = c.city_id and a.callback_id = c.id and a.result is distinct from 'called-back-meanwhile'
      order by a.started_at, a.id limit 1
    ) first on true
    where c.city_id = ${cityId}::text and window_end >= ${from}::timestamptz and window_end < ${to}::timestamptz
      and not practice`.execute(reader)
  return rows[0]!
}

/** Figures of the lost callers who first called in the range, by what became of them. */
export async function proposalFigures(
  reader: Reader,
  cityId: string,
  { from, to }: Range,
): Promise<DayFigures['proposals']> {
  const { rows } = await sql<DayFigures['proposals']>`
    select
      count(*) as made,
      count(*) filter (where state = 'accepted') as accepted,
      count(*) filter (where state = 'dismissed') as dismissed,
      count(*) filter (where state = 'withdrawn') as withdrawn
    from callback_proposal
    where city_id = ${cityId}::text and called_at >= ${from}::timestamptz and called_at < ${to}::timestamptz`.execute(
    reader,
  )
  return rows[0]!
}

/** Lost callers for whom nothing is decided yet. */
export async function openProposals(reader: Reader, cityId: string): Promise<number> {
  const row = await reader
    .selectFrom('callback_proposal')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('city_id', '=', cityId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return row.open
}

/** Figures of the attempts begun in the range. */
export async function attemptFigures(
  reader: Reader,
  cityId: string,
  { from, to }: Range,
): Promise<Pick<DayFigures['callbacks'], 'attempts' | 'reached'>> {
  const { rows } = await sql<Pick<DayFigures['callbacks'], 'attempts' | 'reached'>>`
    select count(*) as attempts, count(*) filter (where a.result = 'reached') as reached
    from attempt a
    join callback c on c.city_id = a.city_id and c.id = a.callback_id
    where a.city_id = ${cityId}::text and a.started_at >= ${from}::timestamptz and a.started_at < ${to}::timestamptz
      and not c.practice and a.result is distinct from 'called-back-meanwhile'`.execute(reader)
  return rows[0]!
}

/** Local dates on which the tables have anything that a figure may count. */
export async function daysWithRows(reader: Reader, cityId: string, timeZone: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct to_char(at at time zone ${timeZone}::text, 'YYYY-MM-DD') as day
    from (
      select offered_at as at from call where city_id = ${cityId}::text and source <> 'training' and direction = 'in'
      union all select opened_at from "case" where city_id = ${cityId}::text and not practice
      union all select called_at from callback_proposal where city_id = ${cityId}::text
      union all select window_end from callback where city_id = ${cityId}::text and not practice
      union all select a.started_at from attempt a join callback c on c.city_id = a.city_id and c.id = a.callback_id
        where a.city_id = ${cityId}::text and not c.practice
    ) moments
    order by day`.execute(reader)
  return rows.map((row) => row.day)
}

const PAGE = 2000

/** Every event of these kinds in the order they were written, page by page. */
export async function* eventsOf(reader: Reader, cityId: string, kinds: readonly string[]) {
  for (let after = 0; ;) {
    const rows = await reader
      .selectFrom('event')
      .select(['seq', 'at', 'kind', 'subject_id as subjectId', 'data'])
      .where('city_id', '=', cityId)
      .where('kind', 'in', [...kinds])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.seq
  }
}

export function cities(reader: Reader): Promise<{ id: string; timeZone: string }[]> {
  return reader
    .selectFrom('city')
    .select(['id', 'time_zone as timeZone'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** Callers of webhook calls who wait now; the switchboard knows those of its own. */
export function waitingWebhookCalls(reader: Reader, cityId: string) {
  return reader
    .selectFrom('call')
    .select(['id', 'line_id as lineId', 'offered_at as since'])
    .where('city_id', '=', cityId)
    .where('source', '=', 'cti')
    .where('direction', '=', 'in')
    .where('state', '=', 'waiting')
    .orderBy('offered_at')
    .execute()
}

/** Which of these calls are practice. */
export async function practiceCalls(
  reader: Reader,
  cityId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await reader
    .selectFrom('call')
    .select('id')
    .where('city_id', '=', cityId)
    .where('id', 'in', [...ids])
    .where('source', '=', 'training')
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Callbacks that are to be made in the range and are not done. */
export async function callbacksDue(reader: Reader, cityId: string, { from, to }: Range): Promise<number> {
  const row = await reader
    .selectFrom('callback')
    .select((eb) => eb.fn.countAll<number>().as('due'))
    .where('city_id', '=', cityId)
    .where('practice', '=', false)
    .where('state', '<>', 'done')
    .where('due_until', '>=', from)
    .where('due_until', '<', to)
    .executeTakeFirstOrThrow()
  return row.due
}

/** Answer promises broken by calls offered in the range. */
export function brokenCalls(reader: Reader, cityId: string, { from, to }: Range) {
  return reader
    .selectFrom('call')
    .select(['offered_at as at', 'wait_ms as waitMs', 'answer_cause as cause'])
    .where('city_id', '=', cityId)
    .where('direction', '=', 'in')
    .where('source', '<>', 'training')
    .where('answer_promise', '=', 'broken')
    .where('offered_at', '>=', from)
    .where('offered_at', '<', to)
    .execute()
}

/** Callback promises broken in the range, with the first time the citizen's telephone rang after all. */
export async function brokenCallbacks(reader: Reader, cityId: string, { from, to }: Range) {
  const { rows } = await sql<{ at: Date; cause: string | null; caseNumber: string; rangAt: Date | null }>`
    select c.window_end as at, c.cause, k.number as "caseNumber",
      (select min(a.rang_at) from attempt a
        where a.city_id = c.city_id and a.callback_id = c.id and a.rang_at > c.window_end) as "rangAt"
    from callback c
    join "case" k on k.city_id = c.city_id and k.id = c.case_id
    where c.city_id = ${cityId}::text and c.promise = 'broken' and not c.practice
      and c.window_end >= ${from}::timestamptz and c.window_end < ${to}::timestamptz`.execute(reader)
  return rows
}
