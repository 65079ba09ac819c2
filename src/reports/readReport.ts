import { caseOf, requireTeam } from '../cases/index.ts'
import { nearestAddress, teamsOf } from '../city/index.ts'
import { connectedChannels, reachOf } from '../messages/index.ts'
import { accountNames } from '../people/index.ts'
import { recordLook } from '../platform/audit/audit.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import { CITY_STAFF } from '../platform/http/route.ts'
import { notFound } from '../platform/problems.ts'
import { answersInWords } from './answersInWords.ts'
import { findCategory } from './categories/store.ts'
import type { ReportView } from './contract.ts'
import { isSoon } from './dueRule.ts'
import { membersOf } from './members.ts'
import { mergedInto, similarTo } from './merging/mergeStore.ts'
import { isEnded, type Report, type ReportUpdate } from './model.ts'
import { photosOf } from './photos/store.ts'
import { awayOf } from './putAway/awayRule.ts'
import { mayRoute } from './routingRule.ts'
import * as store from './store.ts'

/** A report as staff work it. The look is in the audit trail before anything is shown. @throws Problem 404, 403 for another team's */
export async function readReport(ctx: StaffContext, caseId: string): Promise<ReportView> {
  requireRole(ctx, ...CITY_STAFF)
  const { db, cityId } = ctx
  const report = await store.findReport(db, cityId, caseId)
  if (!report) throw notFound('Diese Meldung')
  const found = await caseOf(db, cityId, caseId)
  requireTeam(ctx.actor, found.teamId)
  await recordLook(db, ctx, 'case.read', { kind: 'case', id: caseId })
  const category = await findCategory(db, cityId, report.categoryId)
  if (!category) throw new Error(`no category ${report.categoryId}`)
  const teams = await teamsOf(db, cityId)
  const nameOf = (id: string): string => teams.find((team) => team.id === id)?.name ?? ''
  const accounts = await accountNames(db, cityId)
  const { assignedTo } = report
  const email = found.emailRefused ? null : found.contactEmail
  const reach = reachOf({ phone: found.contactPhone, email }, connectedChannels(ctx))
  return {
    id: caseId,
    number: found.number,
    category: { id: category.id, name: category.name },
    description: found.reason,
    place: report.place,
    where: {
      at: report.at,
      near: (report.at && (await nearestAddress(db, cityId, report.at)))?.place.label ?? null,
      isPrivate: report.isPrivate,
    },
    answers: answersInWords(category, report.answers),
    state: report.state,
    practice: found.practice,
    team: { id: found.teamId, name: nameOf(found.teamId) },
    assignee: assignedTo === null ? null : { id: assignedTo, name: accounts.get(assignedTo) ?? '' },
    openedAt: found.openedAt.toISOString(),
    dueAt: report.dueAt.toISOString(),
    overdue: report.answeredAt === null && report.dueAt < ctx.clock.now(),
    soon: isSoon(report, ctx.clock.now()),
    plannedFor: report.plannedFor,
    away: presentAway(report, ctx.clock.now()),
    released: category.published && !found.practice ? report.releasedAt !== null : null,
    photos: (await photosOf(db, cityId, caseId)).map(({ addedAt, ...photo }) => ({
      ...photo,
      addedAt: addedAt.toISOString(),
    })),
    updates: (await store.updatesOf(db, cityId, caseId)).map(presentUpdate),
    routings: (await store.routingsOf(db, cityId, caseId)).map(
      ({ at, fromTeamId, toTeamId, reason, by }) => ({
        at: at.toISOString(),
        from: nameOf(fromTeamId),
        to: nameOf(toTeamId),
        reason,
        by,
      }),
    ),
    reachedBy: found.practice ? null : (reach?.channel ?? null),
    ...(await mergingOf(ctx, report)),
    members: await membersOf(db, cityId, found.teamId),
    teams: teams
      .filter(({ id, kind }) => kind !== 'service-desk' && id !== found.teamId)
      .map(({ id, name }) => ({ id, name })),
    mayRoute: mayRoute(ctx.actor.role, report.timesRouted),
  }
}

function presentAway(report: Report, now: Date): ReportView['away'] {
  const is = awayOf(report, now)
  return is && report.putAwayUntil && { is, until: report.putAwayUntil.toISOString() }
}

const presentUpdate = ({ at, ...update }: ReportUpdate) => ({ ...update, at: at.toISOString() })

/** What belongs together, and what may. */
async function mergingOf(
  { db, cityId, clock }: StaffContext,
  { caseId, mergedInto: into, state }: Report,
): Promise<Pick<ReportView, 'mergedInto' | 'merged' | 'similar'>> {
  const named = async (id: string) => ({ id, number: (await caseOf(db, cityId, id)).number })
  const merged = await mergedInto(db, cityId, caseId)
  const similar = into !== null || isEnded(state) ? [] : await similarTo(db, cityId, caseId, clock.now())
  return {
    mergedInto: into === null ? null : await named(into),
    merged: await Promise.all(merged.map(named)),
    similar: similar.map(({ openedAt, ...rest }) => ({ ...rest, openedAt: openedAt.toISOString() })),
  }
}
