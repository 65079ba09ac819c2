import { teamScope } from '../../cases/index.ts'
import { teamsOf } from '../../city/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { Problem } from '../../platform/problems.ts'
import { emitCallback } from '../events.ts'
import { CALLERS } from './hands.ts'
import { rankNext, type Why } from './nextBestRule.ts'
import { candidateOf } from './candidateOf.ts'
import { takeFirstOf, waiting } from './nextBestStore.ts'

export interface Taken {
  id: string
  /** Why this one is the next best. */
  why: Why
}

/** What may come next, in this order: what is due before what is not, and practice after what is real. */
const KINDS = [
  { begun: true, practice: false },
  { begun: true, practice: true },
  { begun: false, practice: false },
  { begun: false, practice: true },
] as const

/**
 * Takes the next best callback of the own teams (`rankNext`). What this person has in hand already is not asked again.
 * @throws Problem 404 `nothing-waits`
 */
export async function takeNext(ctx: StaffContext): Promise<Taken> {
  requireRole(ctx, ...CALLERS)
  const scope = teamScope(ctx.actor)
  return inTransaction(ctx, async (tx) => {
    const teamIds = scope === 'all' ? (await teamsOf(tx, ctx.cityId)).map(({ id }) => id) : scope
    for (const kind of KINDS) {
      const taken = await takeOfKind(tx, ctx, teamIds, kind)
      if (taken) return taken
    }
    throw nothingWaits()
  })
}

async function takeOfKind(
  tx: Tx,
  ctx: StaffContext,
  teamIds: readonly string[],
  kind: (typeof KINDS)[number],
): Promise<Taken | null> {
  const { accountId } = ctx.actor
  const now = ctx.clock.now()
  for (const not: string[] = []; ;) {
    const rows = await waiting(tx, ctx.cityId, { teamIds, accountId, now, not }, kind)
    const candidates = rows.map((row) => candidateOf(row, accountId))
    const ranked = rankNext(candidates, now.getTime())
    if (ranked.length === 0) return null
    const ids = ranked.map(({ id }) => id)
    const taken = await takeFirstOf(tx, ctx.cityId, ids, { id: accountId, at: now })
    const best = ranked.find(({ id }) => id === taken?.id)
    if (taken && best) {
      const subject = { id: taken.id, caseId: taken.caseId, at: now }
      await emitCallback(tx, ctx, 'callback.taken', subject, { ownerId: accountId })
      return best
    }
    // All of these are being taken by others: what stands behind them is asked for.
    not.push(...ids)
  }
}

const nothingWaits = () => new Problem(404, 'nothing-waits', 'Zurzeit wartet kein Rückruf.')
