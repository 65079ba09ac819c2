import { teamScope } from '../cases/index.ts'
import { teamsOf } from '../city/index.ts'
import { recordLookOnce } from '../platform/audit/audit.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import { CITY_STAFF } from '../platform/http/route.ts'
import type { ReportItem, ReportsInput, ReportsView } from './contract.ts'
import { countReports, listReports, PAGE, type Position, type ReportRow } from './listStore.ts'
import { isSoon } from './dueRule.ts'
import { awayOf } from './putAway/awayRule.ts'
import { cleanLine } from '../shared/cleanText.ts'

/** A page of the reports of the own teams; all teams for leads and administrators. */
export async function readReports(ctx: StaffContext, asked: ReportsInput): Promise<ReportsView> {
  requireRole(ctx, ...CITY_STAFF)
  const { db, cityId, actor, clock } = ctx
  const own = teamScope(actor)
  const scope = asked.team && (own === 'all' || own.includes(asked.team)) ? [asked.team] : own
  await recordLookOnce(db, ctx, 'reports.read', {
    kind: 'reports',
    id: own === 'all' ? 'all' : own.join(' '),
  })
  const rows = await listReports(db, cityId, {
    show: asked.show,
    now: clock.now(),
    scope,
    who: asked.who === 'mine' ? { accountId: actor.accountId } : asked.who,
    categoryId: asked.category ?? null,
    words: asked.words || null,
    after: asked.after === undefined ? null : positionOf(asked.after),
  })
  const now = clock.now()
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1) : undefined
  return {
    items: page.map((row) => present(row, now)),
    next: last
      ? `${(asked.show === 'ended' ? last.answeredAt! : last.dueAt).toISOString()} ${last.id}`
      : null,
    teams: (await teamsOf(db, cityId))
      .filter(({ id, kind }) => kind !== 'service-desk' && (own === 'all' || own.includes(id)))
      .map(({ id, name }) => ({ id, name })),
    counts: await countReports(db, cityId, own, { accountId: actor.accountId, now }),
  }
}

/** @returns null for a text that we did not write: then the list begins anew */
function positionOf(after: string): Position | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f-]{36})$/.exec(after) ?? []
  return at && id ? { at: new Date(at), id } : null
}

const present = (row: ReportRow, now: Date): ReportItem => ({
  id: row.id,
  number: row.number,
  category: row.category,
  excerpt: cleanLine(row.excerpt),
  place: row.place,
  state: row.state,
  practice: row.practice,
  team: { id: row.teamId, name: row.team },
  assignee: row.assignedTo === null ? null : { id: row.assignedTo, name: row.assignee ?? '' },
  openedAt: row.openedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
  overdue: row.answeredAt === null && row.dueAt < now,
  soon: isSoon(row, now),
  away: awayOf(row, now),
})
