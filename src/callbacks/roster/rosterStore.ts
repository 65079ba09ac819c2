import type { Insertable, Selectable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { RosterAbsence, RosterEntry as EntryRow } from '../../platform/db/tables.generated.ts'
import { CALLERS } from '../work/hands.ts'
import type { Absence, OpenDue, Roster, RosterEntry } from './model.ts'

/** After every day that can be entered. */
export const FAR = '2200-01-01'

/** The first and the last day that are asked for. */
export interface Days {
  first: string
  last: string
}

/** Entries and absences that count in these days, of the team's active members who may call back. */
export async function loadRoster(
  reader: Reader,
  cityId: string,
  teamId: string,
  days: Days,
): Promise<Roster> {
  const members = reader
    .selectFrom('account')
    .innerJoin('account_team as member', (join) =>
      join.onRef('member.city_id', '=', 'account.city_id').onRef('member.account_id', '=', 'account.id'),
    )
    .select('account.id')
    .where('account.city_id', '=', cityId)
    .where('account.active', '=', true)
    .where('account.role', 'in', [...CALLERS])
    .where('member.team_id', '=', teamId)
  const entries = await reader
    .selectFrom('roster_entry')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('account_id', 'in', members)
    .where((eb) => eb.or([eb('team_id', '=', teamId), eb('kind', '=', 'day')]))
    .where('from_date', '<=', days.last)
    .where((eb) => eb.or([eb('until_date', 'is', null), eb('until_date', '>=', days.first)]))
    .orderBy('account_id')
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
  const absences = await reader
    .selectFrom('roster_absence')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('account_id', 'in', members)
    .where('from_date', '<=', days.last)
    .where((eb) => eb.or([eb('until_date', 'is', null), eb('until_date', '>=', days.first)]))
    .orderBy('from_date')
    .execute()
  return { entries: entries.map(toEntry), absences: absences.map(toAbsence) }
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

export function toEntry(row: Selectable<EntryRow>): RosterEntry {
  const { break_opens: opens, break_closes: closes } = row
  return {
    id: row.id,
    teamId: row.team_id,
    accountId: row.account_id,
    kind: row.kind,
    weekday: row.weekday,
    opens: row.opens,
    closes: row.closes,
    pause: opens === null || closes === null ? null : { opens, closes },
    share: row.share,
    everyWeeks: row.every_weeks === 2 ? 2 : 1,
    from: row.from_date,
    until: row.until_date,
  }
}

export const toAbsence = (row: Selectable<RosterAbsence>): Absence => ({
  id: row.id,
  accountId: row.account_id,
  from: row.from_date,
  until: row.until_date,
})

/** Notes that the team has a roster from now on; nothing when it has. */
export async function beginRoster(tx: Tx, cityId: string, teamId: string, since: Date): Promise<void> {
  await tx
    .insertInto('roster')
    .values({ city_id: cityId, team_id: teamId, since })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** @returns false when it has entries, or was never begun */
export async function endRoster(tx: Tx, cityId: string, teamId: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('roster')
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('roster_entry')
            .select('id')
            .where('roster_entry.city_id', '=', cityId)
            .where('roster_entry.team_id', '=', teamId),
        ),
      ),
    )
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
