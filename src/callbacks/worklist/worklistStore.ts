import { type ExpressionBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import type { DB } from '../../platform/db/tables.generated.ts'
import type { Scope } from '../store.ts'

/** More than anybody works through; the count says how many there are. */
const LIST_LIMIT = 500

/** The rows of a worklist, ordered by the promise: of teams, or what is one account's; with `id` the one callback, finished or not. */
export async function listRows(
  reader: Reader,
  cityId: string,
  what: { scope: Scope } | { accountId: string } | { id: string },
) {
  const rows = reader
    .selectFrom('callback')
    .innerJoin('case', (join) =>
      join.onRef('case.city_id', '=', 'callback.city_id').onRef('case.id', '=', 'callback.case_id'),
    )
    .leftJoin('service', (join) =>
      join.onRef('service.city_id', '=', 'case.city_id').onRef('service.id', '=', 'case.service_id'),
    )
    .leftJoin('account', (join) =>
      join.onRef('account.city_id', '=', 'callback.city_id').onRef('account.id', '=', 'callback.owner_id'),
    )
    .leftJoin('account as reserved', (join) =>
      join
        .onRef('reserved.city_id', '=', 'callback.city_id')
        .onRef('reserved.id', '=', 'callback.reserved_for'),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('attempt')
          .select(['attempt.started_at as last_at', 'attempt.result as last_result'])
          .whereRef('attempt.city_id', '=', 'callback.city_id')
          .whereRef('attempt.callback_id', '=', 'callback.id')
          .where('attempt.closed_at', 'is not', null)
          .orderBy('attempt.started_at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .selectAll('callback')
    .select([
      'case.number as case_number',
      'case.reason',
      'case.language',
      'case.service_id',
      'account.name as owner_name',
      'reserved.name as reserved_name',
      'last.last_at',
      'last.last_result',
    ])
    .select(sql<string | null>`service.data ->> 'name'`.as('service_name'))
    .where('callback.city_id', '=', cityId)
    .orderBy('callback.due_until')
    .orderBy('callback.promised_at')
    .orderBy('callback.id')
    .limit(LIST_LIMIT)
  if ('id' in what) return rows.where('callback.id', '=', what.id).execute()
  const open = rows.where('callback.state', '<>', 'done')
  if ('accountId' in what) {
    const { accountId } = what
    const isMine = (where: ExpressionBuilder<DB, 'callback'>) =>
      where.or([
        where('callback.owner_id', '=', accountId),
        where.and([where('callback.state', '=', 'waiting'), where('callback.reserved_for', '=', accountId)]),
      ])
    return open.where(isMine).execute()
  }
  if (what.scope === 'all') return open.execute()
  return what.scope.length === 0 ? [] : open.where('callback.team_id', 'in', [...what.scope]).execute()
}

export type ListRow = Awaited<ReturnType<typeof listRows>>[number]

/** How many callbacks are open, and how the promises ended that were decided on this day. Practice does not count there. */
export async function countCallbacks(
  reader: Reader,
  cityId: string,
  scope: Scope,
  day: { from: Date },
): Promise<{ open: number; kept: number; decided: number }> {
  if (scope !== 'all' && scope.length === 0) return { open: 0, kept: 0, decided: 0 }
  const today = sql`decided_at >= ${day.from}::timestamptz and not practice`
  const base = reader
    .selectFrom('callback')
    .select([
      sql<number>`count(*) filter (where state <> 'done')`.as('open'),
      sql<number>`count(*) filter (where promise = 'kept' and ${today})`.as('kept'),
      sql<number>`count(*) filter (where promise in ('kept', 'broken') and ${today})`.as('decided'),
    ])
    .where('city_id', '=', cityId)
    .where((where) => where.or([where('state', '<>', 'done'), where('decided_at', '>=', day.from)]))
  return (scope === 'all' ? base : base.where('team_id', 'in', [...scope])).executeTakeFirstOrThrow()
}
