import { writeNote } from '../../cases/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, invalid } from '../../platform/problems.ts'
import type { HandOverInput } from '../contract.ts'
import { emitCallback } from '../events.ts'
import type { Callback } from '../model.ts'
import { CALLERS, lockOfTeam, NOBODY_NAMED, requireNoAttempt } from './hands.ts'
import * as store from '../store.ts'

/**
 * At the end of a shift: gives what this person has to a colleague by name or to the team, each with a sentence that
 * joins the case. All of it or nothing.
 * @throws Problem 409 `not-yours`, `attempt-open`, 422 for who is not in the team
 */
export async function handOverShift(ctx: StaffContext, { items }: HandOverInput): Promise<void> {
  requireRole(ctx, ...CALLERS)
  // Always in one order: two who hand over to each other do not wait for each other.
  const ordered = items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  await inTransaction(ctx, async (tx) => {
    for (const item of ordered) await handOverOne(tx, ctx, item)
  })
}

async function handOverOne(
  tx: Tx,
  ctx: StaffContext,
  { id, toId, note }: HandOverInput['items'][number],
): Promise<void> {
  const callback = await lockOfTeam(tx, ctx, id)
  requireOwn(ctx, callback)
  await requireNoAttempt(tx, ctx, callback)
  const { caseId, teamId } = callback
  const team = await store.callersOfTeam(tx, ctx.cityId, teamId)
  if (toId !== null && !team.some((member) => member.id === toId)) {
    throw invalid({ toId: 'Bitte jemanden aus dem Team wählen, bei dem der Rückruf liegt.' })
  }
  const hands = {
    ...NOBODY_NAMED,
    state: 'waiting',
    owner_id: null,
    taken_at: null,
    reserved_for: toId,
  } as const
  await store.updateCallback(tx, ctx.cityId, id, hands)
  const data = { fromId: ctx.actor.accountId, toId }
  await emitCallback(tx, ctx, 'callback.handed-over', { id, caseId }, data)
  await writeNote(tx, ctx, caseId, `Übergabe: ${note}`)
}

function requireOwn({ actor }: StaffContext, { state, ownerId, reservedFor }: Callback): void {
  const whose = state === 'taken' ? ownerId : reservedFor
  if (state !== 'done' && whose === actor.accountId) return
  throw conflict('not-yours', 'Ein Rückruf der Liste ist nicht mehr Ihrer. Bitte sehen Sie noch einmal nach.')
}
