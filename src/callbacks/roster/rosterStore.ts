import { type Selectable, sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import type { RosterAbsence, RosterEntry as EntryRow } from '../../platform/db/tables.generated.ts'
import { CALLERS } from '../work/hands.ts'
import type { Absence, Roster, RosterEntry } from './model.ts'

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

/** Teams in whose roster this account stands, and whether it is absent on the date. */
export async function placesOf(
  reader: Reader,
  cityId: string,
  accountId: string,
  date: string,
): Promise<{ teamIds: string[]; absent: boolean }> {
  const rows = await reader
    .selectFrom('roster_entry')
    .select('team_id')
    .distinct()
    .where('city_id', '=', cityId)
    .where('account_id', '=', accountId)
    .execute()
  const away = await reader
    .selectFrom('roster_absence')
    .select(sql<number>`1`.as('one'))
    .where('city_id', '=', cityId)
    .where('account_id', '=', accountId)
    .where('from_date', '<=', date)
    .where((eb) => eb.or([eb('until_date', 'is', null), eb('until_date', '>=', date)]))
    .executeTakeFirst()
  return { teamIds: rows.map((row) => row.team_id), absent: away !== undefined }
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
