import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'

/** An open callback with a named person, nobody being called. */
export interface NamedRow {
  id: string
  caseId: string
  personId: string
  /** Null while it waits. */
  takenAt: Date | null
  dueUntil: Date
  workMs: number
  awayUntil: Date | null
  standInId: string | null
  /** Who stands in for the person, where the deputy may work on this team's callbacks. */
  deputyId: string | null
}

/** Cities in which an open callback has a named person. */
export async function citiesWithNamed(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('callback')
    .select('city_id')
    .distinct()
    .where((where) => where.or([where('state', '=', 'taken'), where('reserved_for', 'is not', null)]))
    .where('state', '<>', 'done')
    .execute()
  return rows.map((row) => row.city_id)
}

export async function namedWork(reader: Reader, cityId: string): Promise<NamedRow[]> {
  const { rows } = await sql<NamedRow>`
    select c.id, c.case_id as "caseId", c.taken_at as "takenAt", c.due_until as "dueUntil", c.work_ms as "workMs",
      c.away_until as "awayUntil", c.stand_in_id as "standInId", person.id as "personId",
      (select deputy.id from account deputy
        join account_team member on member.city_id = deputy.city_id and member.account_id = deputy.id
        where deputy.city_id = c.city_id and deputy.id = person.deputy_id and deputy.active
          and deputy.role in ('clerk', 'report', 'lead') and member.team_id = c.team_id) as "deputyId"
    from callback c
      join account person on person.city_id = c.city_id
        and person.id = case when c.state = 'taken' then c.owner_id else c.reserved_for end
    where c.city_id = ${cityId} and c.state <> 'done' and (c.state = 'taken' or c.reserved_for is not null)
      and not exists (select from attempt a
        where a.city_id = c.city_id and a.callback_id = c.id and a.closed_at is null)
    order by c.due_until, c.id`.execute(reader)
  return rows
}

/**
 * What is in the hands of somebody who is away waits again, for them by name, and somebody stands in.
 * @returns false when it is not as it was read
 */
export async function writeStandIn(
  tx: Tx,
  cityId: string,
  row: NamedRow,
  { awayUntil, standInId }: Pick<NamedRow, 'awayUntil' | 'standInId'>,
): Promise<boolean> {
  const { rows } = await sql`
    update callback c
    set state = 'waiting', owner_id = null, taken_at = null, reserved_for = ${row.personId}::uuid,
      away_until = ${awayUntil}::timestamptz, stand_in_id = ${standInId}::uuid
    where c.city_id = ${cityId} and c.id = ${row.id}::uuid
      and c.away_until is not distinct from ${row.awayUntil}::timestamptz
      and c.stand_in_id is not distinct from ${row.standInId}::uuid
      and c.taken_at is not distinct from ${row.takenAt}::timestamptz
      and case when c.state = 'taken' then c.owner_id else c.reserved_for end = ${row.personId}::uuid
      and c.state <> 'done'
      and not exists (select from attempt a
        where a.city_id = c.city_id and a.callback_id = c.id and a.closed_at is null)
    returning c.id`.execute(tx)
  return rows.length > 0
}

export async function teamsOf(reader: Reader, cityId: string, accountId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('account_team')
    .select('team_id')
    .where('city_id', '=', cityId)
    .where('account_id', '=', accountId)
    .execute()
  return rows.map((row) => row.team_id)
}
