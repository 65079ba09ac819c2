import { type Insertable, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { RosterAbsence, RosterEntry as EntryRow } from '../../platform/db/tables.generated.ts'
import { CALLERS } from '../worklist/hands.ts'
import type { OpenDue, Roster } from './model.ts'

/** After every day that can be entered. */
export const FAR = '2200-01-01'

/** The first and the last day that are asked for. */
export interface Days {
  first: string
  last: string
}

/**
 * Entries and absences that count in these days, of the team's active members who may call back. One statement that
 * answers JSON: several hundred rows, which every offer of windows reads, come many times faster than one by one.
 */
export async function loadRoster(
  reader: Reader,
  cityId: string,
  teamId: string,
  days: Days,
): Promise<Roster> {
  const { rows } = await sql<Roster>`
    with member as materialized (
      select id from account
      where city_id = ${cityId}::text and active and role = any(${[...CALLERS]}::text[])
        and id = any(array(select account_id from account_team
          where city_id = ${cityId}::text and team_id = ${teamId}::uuid))
    )
    select
      (select coalesce(json_agg(entry), '[]'::json) from (
        select e.id, e.team_id as "teamId", e.account_id as "accountId", e.kind, e.weekday, e.opens, e.closes, e.share,
          e.every_weeks as "everyWeeks", e.from_date as "from", e.until_date as "until",
          case when e.break_opens is not null
            then json_build_object('opens', e.break_opens, 'closes', e.break_closes) end as pause
        from roster_entry e join member m on m.id = e.account_id
        where e.city_id = ${cityId}::text and (e.team_id = ${teamId}::uuid or e.kind = 'day')
          and e.from_date <= ${days.last}::date and coalesce(e.until_date >= ${days.first}::date, true)
        order by e.account_id, e.weekday, e.opens, e.from_date) entry) as entries,
      (select coalesce(json_agg(absence), '[]'::json) from (
        select b.id, b.account_id as "accountId", b.from_date as "from", b.until_date as "until"
        from roster_absence b join member m on m.id = b.account_id
        where b.city_id = ${cityId}::text
          and b.from_date <= ${days.last}::date and coalesce(b.until_date >= ${days.first}::date, true)
        order by b.from_date) absence) as absences`.execute(reader)
  return rows[0] ?? { entries: [], absences: [] }
}

export async function hasRoster(reader: Reader, cityId: string, teamId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('roster')
    .select('team_id')
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .executeTakeFirst()
  return row !== undefined
}

/** Teams in whose roster this account stands. */
export async function rostersOf(reader: Reader, cityId: string, accountId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('roster_entry')
    .select('team_id')
    .distinct()
    .where('city_id', '=', cityId)
    .where('account_id', '=', accountId)
    .orderBy('team_id')
    .execute()
  return rows.map((row) => row.team_id)
}

export async function isAbsent(
  reader: Reader,
  cityId: string,
  accountId: string,
  date: string,
): Promise<boolean> {
  const row = await reader
    .selectFrom('roster_absence')
    .select('id')
    .where('city_id', '=', cityId)
    .where('account_id', '=', accountId)
    .where('from_date', '<=', date)
    .where((eb) => eb.or([eb('until_date', 'is', null), eb('until_date', '>=', date)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Notes that the team has a roster from now on, and locks it: who ends it waits, or was first and it begins anew. */
export async function beginRoster(tx: Tx, cityId: string, teamId: string, since: Date): Promise<void> {
  await tx
    .insertInto('roster')
    .values({ city_id: cityId, team_id: teamId, since })
    .onConflict((on) =>
      on.columns(['city_id', 'team_id']).doUpdateSet((eb) => ({ since: eb.ref('roster.since') })),
    )
    .execute()
}

/** @returns false when it has entries, or was never begun */
export async function endRoster(tx: Tx, cityId: string, teamId: string): Promise<boolean> {
  // Locked before it is looked into: an entry that is being written would go with it.
  await tx
    .selectFrom('roster')
    .select('team_id')
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .forUpdate()
    .execute()
  const entry = await tx
    .selectFrom('roster_entry')
    .select('id')
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .executeTakeFirst()
  if (entry) return false
  const result = await tx
    .deleteFrom('roster')
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function insertEntry(tx: Tx, row: Insertable<EntryRow>): Promise<void> {
  await tx.insertInto('roster_entry').values(row).execute()
}

/** @returns whose it was; null when the team has no such entry */
export async function deleteEntry(
  tx: Tx,
  cityId: string,
  teamId: string,
  id: string,
): Promise<string | null> {
  const row = await tx
    .deleteFrom('roster_entry')
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .returning('account_id')
    .executeTakeFirst()
  return row?.account_id ?? null
}

export async function insertAbsence(tx: Tx, row: Insertable<RosterAbsence>): Promise<void> {
  await tx.insertInto('roster_absence').values(row).execute()
}

/** Whose absence it is, locked; null when there is no such absence. */
export async function lockAbsence(tx: Tx, cityId: string, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('roster_absence')
    .select('account_id')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row?.account_id ?? null
}

export async function deleteAbsence(tx: Tx, cityId: string, id: string): Promise<void> {
  await tx.deleteFrom('roster_absence').where('city_id', '=', cityId).where('id', '=', id).execute()
}

/** Entries and absences that ended before this date, of all cities. */
export async function deleteEndedBefore(tx: Tx, date: string): Promise<void> {
  await tx.deleteFrom('roster_entry').where('until_date', '<', date).execute()
  await tx.deleteFrom('roster_absence').where('until_date', '<', date).execute()
}

/** How many callbacks of the team are still to be made in which times that are not over. */
export async function openDue(reader: Reader, cityId: string, teamId: string, now: Date): Promise<OpenDue[]> {
  const rows = await reader
    .selectFrom('callback')
    .select(['due_from', 'due_until'])
    .select((eb) => eb.fn.countAll<number>().as('promises'))
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .where('state', '<>', 'done')
    .where('practice', '=', false)
    .where('due_until', '>', now)
    .groupBy(['due_from', 'due_until'])
    .orderBy('due_from')
    .orderBy('due_until')
    .execute()
  return rows.map((row) => ({
    start: row.due_from.getTime(),
    end: row.due_until.getTime(),
    promises: row.promises,
  }))
}
