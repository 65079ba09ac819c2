import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../platform/db/connect.ts'
import type { ReportState } from './model.ts'
import { searchReports } from './searchStore.ts'

/** So many stand on one page. */
export const PAGE = 50
/** Signs of the description that a list shows. */
const EXCERPT = 140

export interface ListQuestion {
  show: 'open' | 'away' | 'ended'
  now: Date
  scope: 'all' | readonly string[]
  who: 'all' | 'nobody' | { accountId: string }
  categoryId: string | null
  words: string | null
  after: Position | null
}

/** Where a page ended. */
export interface Position {
  at: Date
  id: string
}

export interface ReportRow {
  id: string
  number: string
  category: string
  excerpt: string
  place: string | null
  state: ReportState
  practice: boolean
  teamId: string
  team: string
  assignedTo: string | null
  assignee: string | null
  openedAt: Date
  dueAt: Date
  answeredAt: Date | null
  /** The due time of which whoever reported was reminded. */
  remindedFor: Date | null
  putAwayUntil: Date | null
}

/** One page and one more: open reports by due time, ended ones by their answer, newest first. */
export async function listReports(reader: Reader, cityId: string, asked: ListQuestion): Promise<ReportRow[]> {
  const ended = asked.show === 'ended'
  const order = ended ? sql`answered_at desc, case_id desc` : sql`due_at, case_id`
  const ids = await idsAsked(reader, cityId, asked, order)
  if (ids.length === 0) return []
  return reader
    .selectFrom('report')
    .innerJoin('case', (join) =>
      join.onRef('case.city_id', '=', 'report.city_id').onRef('case.id', '=', 'report.case_id'),
    )
    .innerJoin('team', (join) =>
      join.onRef('team.city_id', '=', 'case.city_id').onRef('team.id', '=', 'case.team_id'),
    )
    .innerJoin('report_category', (join) =>
      join
        .onRef('report_category.city_id', '=', 'report.city_id')
        .onRef('report_category.id', '=', 'report.category_id'),
    )
    .leftJoin('account', (join) =>
      join.onRef('account.city_id', '=', 'report.city_id').onRef('account.id', '=', 'report.assigned_to'),
    )
    .select([
      'case.id',
      'case.number',
      'report_category.name as category',
      sql<string>`left("case".reason, ${EXCERPT})`.as('excerpt'),
      'report.place',
      'report.state',
      'case.practice',
      'team.id as teamId',
      'team.name as team',
      'report.assigned_to as assignedTo',
      'account.name as assignee',
      'case.opened_at as openedAt',
      'report.due_at as dueAt',
      'report.answered_at as answeredAt',
      'report.reminded_for as remindedFor',
      'report.put_away_until as putAwayUntil',
    ])
    .where('report.city_id', '=', cityId)
    .where('report.case_id', 'in', ids)
    .orderBy(order)
    .execute()
}

/** Where all words occur in what was said or in the place; a number finds its report. */
async function idsAsked(
  reader: Reader,
  cityId: string,
  asked: ListQuestion,
  order: RawBuilder<unknown>,
): Promise<string[]> {
  const rows = rowsAsked(reader, cityId, asked)
  const most = PAGE + 1
  const also = ofTeams(cityId, asked.scope)
  if (asked.words === null) return idsOf(await rows.where(also).orderBy(order).limit(most).execute())
  const numbered = rows.where(also).where('report.case_id', 'in', (select) =>
    select
      .selectFrom('case')
      .select('case.id')
      .where('case.city_id', '=', cityId)
      .where('case.number', '=', sql<string>`upper(${asked.words})`),
  )
  const found = idsOf(await numbered.execute())
  return found.length > 0
    ? found
    : searchReports(reader, { rows, column: 'words', words: asked.words, order, also, most })
}

const idsOf = (rows: readonly { case_id: string }[]): string[] => rows.map(({ case_id: id }) => id)

/** Whether the case of `case_id` is one of these teams': asked row by row, so of as few as possible. */
const ofTeams = (cityId: string, scope: ListQuestion['scope']) =>
  scope === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`(select team_id from "case" where "case".city_id = ${cityId} and "case".id = case_id) = any(${[...scope]}::uuid[])`

/** What stands in the list of all teams, without its words. */
function rowsAsked(reader: Reader, cityId: string, asked: ListQuestion) {
  const ended = asked.show === 'ended'
  let rows = reader
    .selectFrom('report')
    .select(['report.case_id', 'report.due_at', 'report.answered_at', 'report.words'])
    .where('report.city_id', '=', cityId)
    .where('report.answered_at', ended ? 'is not' : 'is', null)
    .where('report.merged_into', 'is', null)
  // Who seeks one by its words finds it wherever it lies.
  if (!ended && (asked.words === null || asked.show === 'away'))
    rows = rows.where(isAway(asked.now), '=', asked.show === 'away')
  if (asked.who === 'nobody') rows = rows.where('report.assigned_to', 'is', null)
  else if (asked.who !== 'all') rows = rows.where('report.assigned_to', '=', asked.who.accountId)
  if (asked.categoryId !== null) rows = rows.where('report.category_id', '=', asked.categoryId)
  if (asked.after !== null) {
    const { at, id } = asked.after
    rows = rows.where(
      ended
        ? sql<boolean>`(report.answered_at, report.case_id) < (${at}, ${id})`
        : sql<boolean>`(report.due_at, report.case_id) > (${at}, ${id})`,
    )
  }
  return rows
}

/** The same as `awayOf` of the rule. */
const isAway = (now: Date) =>
  sql<boolean>`(coalesce(report.put_away_until > ${now}, false) and report.due_at >= ${now}
    and report.reminded_for is distinct from report.due_at)`

/** Keeps the list from being empty, which SQL does not allow. */
const NOBODYS_TEAM = '00000000-0000-0000-0000-000000000000'

export interface Counts {
  open: number
  /** Of the open ones, those that are put away. */
  away: number
  overdue: number
  soon: number
  mine: number
  nobody: number
}

/** Open reports of these teams, practice left out. */
export async function countReports(
  reader: Reader,
  cityId: string,
  scope: 'all' | readonly string[],
  { accountId, now }: { accountId: string; now: Date },
): Promise<Counts> {
  const base = reader
    .selectFrom('report')
    .innerJoin('case', (join) =>
      join.onRef('case.city_id', '=', 'report.city_id').onRef('case.id', '=', 'report.case_id'),
    )
    .select([
      sql<number>`count(*)`.as('open'),
      sql<number>`count(*) filter (where ${isAway(now)})`.as('away'),
      sql<number>`count(*) filter (where report.due_at < ${now})`.as('overdue'),
      sql<number>`count(*) filter (where report.due_at >= ${now} and report.reminded_for = report.due_at)`.as(
        'soon',
      ),
      sql<number>`count(*) filter (where report.assigned_to = ${accountId})`.as('mine'),
      sql<number>`count(*) filter (where report.assigned_to is null)`.as('nobody'),
    ])
    .where('report.city_id', '=', cityId)
    .where('report.answered_at', 'is', null)
    .where('report.merged_into', 'is', null)
    .where(sql<boolean>`"case".owes_answer and not "case".practice`)
  const scoped = scope === 'all' ? base : base.where('case.team_id', 'in', [...scope, NOBODYS_TEAM])
  return scoped.executeTakeFirstOrThrow()
}
