import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import type { Taken } from './capacityRule.ts'

/** What is promised in the windows of a team that overlap a range. */
export async function takenIn(
  reader: Reader,
  cityId: string,
  teamId: string,
  range: TimeRange,
): Promise<Taken[]> {
  const rows = await reader
    .selectFrom('window_capacity')
    .select(['starts_at', 'ends_at', 'taken'])
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .where('starts_at', '<', new Date(range.end))
    .where('ends_at', '>', new Date(range.start))
    .where('taken', '>', 0)
    .execute()
  return rows.map((row) => ({
    start: row.starts_at.getTime(),
    end: row.ends_at.getTime(),
    taken: row.taken,
  }))
}

/**
 * Books one unit of a window if `capacity` (1 or more) leaves room. The row's lock orders all who book at once, and the
 * constraint `window_capacity_kept` stands behind it.
 * @returns false when the window is full
 */
export async function bookUnit(
  tx: Tx,
  cityId: string,
  teamId: string,
  window: TimeRange,
  capacity: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into window_capacity (city_id, team_id, starts_at, ends_at, capacity, taken)
    values (${cityId}::text, ${teamId}::uuid, ${new Date(window.start)}::timestamptz,
            ${new Date(window.end)}::timestamptz, ${capacity}::int, 1)
    on conflict (city_id, team_id, starts_at) do update
      set capacity = excluded.capacity, ends_at = excluded.ends_at, taken = window_capacity.taken + 1
      where window_capacity.taken < excluded.capacity
    returning taken`.execute(tx)
  return rows.length > 0
}

export async function releaseUnit(tx: Tx, cityId: string, teamId: string, start: Date): Promise<void> {
  await tx
    .updateTable('window_capacity')
    .set({ taken: sql<number>`taken - 1` })
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .where('starts_at', '=', start)
    .execute()
}
