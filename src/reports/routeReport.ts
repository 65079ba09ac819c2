import { handOver } from '../cases/index.ts'
import { teamsOf } from '../city/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { CITY_STAFF } from '../platform/http/route.ts'
import { newId } from '../platform/ids.ts'
import { invalid, Problem } from '../platform/problems.ts'
import { cleanText } from '../shared/cleanText.ts'
import { emitReport } from './events.ts'
import { lockMerged } from './merging/mergeStore.ts'
import { openOwnReport } from './ownReport.ts'
import { mayRoute, ROUTED_BY_ANYBODY } from './routingRule.ts'
import * as store from './store.ts'

/**
 * Passes a report on to another team of the city, with a reason that everybody who works it can read. From the third time on
 * a lead decides, so that nothing goes round in circles.
 * @throws Problem 422, 403 for the third time or another team's, 409 when it is answered, 404
 */
export async function routeReport(
  ctx: StaffContext,
  caseId: string,
  input: { teamId: string; reason: string },
): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  const reason = cleanText(input.reason)
  await inTransaction(ctx, async (tx) => {
    const { report, of } = await openOwnReport(tx, ctx, caseId)
    const team = (await teamsOf(tx, ctx.cityId)).find(({ id }) => id === input.teamId)
    if (!team || team.kind === 'service-desk') throw invalid({ teamId: 'Bitte ein Team der Stadt wählen.' })
    if (team.id === of.teamId) throw invalid({ teamId: 'Die Meldung liegt schon bei diesem Team.' })
    if (!mayRoute(ctx.actor.role, report.timesRouted)) throw wentRound()
    const at = ctx.clock.now()
    const id = newId(at.getTime())
    await store.insertRouting(tx, {
      city_id: ctx.cityId,
      id,
      case_id: caseId,
      at,
      from_team_id: of.teamId,
      to_team_id: team.id,
      account_id: ctx.actor.accountId,
      reason,
    })
    await handOver(tx, ctx, caseId, team.id)
    // Those that say the same go along.
    for (const one of await lockMerged(tx, ctx.cityId, caseId)) await handOver(tx, ctx, one.caseId, team.id)
    await emitReport(
      tx,
      ctx,
      'report.routed',
      { id: caseId, caseId, at },
      { routingId: id, toTeamId: team.id },
    )
  })
}

const wentRound = (): Problem =>
  new Problem(
    403,
    'routed-too-often',
    `Diese Meldung wurde schon ${ROUTED_BY_ANYBODY}-mal weitergegeben. Jetzt entscheidet die Teamleitung, wer zuständig ist.`,
  )
