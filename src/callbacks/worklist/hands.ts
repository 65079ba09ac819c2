import { requireTeam } from '../../cases/index.ts'
import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import { attemptsOf } from '../attempts/attemptStore.ts'
import type { Callback } from '../model.ts'
import * as store from '../store.ts'

/** Who calls back. */
export const CALLERS = ['clerk', 'report', 'lead'] as const

/** The callback, locked. @throws Problem 404, 403 for another team's */
export async function lockOfTeam(tx: Tx, ctx: StaffContext, id: string): Promise<Callback> {
  const callback = await store.lockCallback(tx, ctx.cityId, id)
  if (!callback) throw notFound('Diesen Rückruf')
  requireTeam(ctx.actor, callback.teamId)
  return callback
}

/** The callback, locked and in this account's hands. @throws Problem 404, 403, 409 when it is not */
export async function lockOwn(tx: Tx, ctx: StaffContext, id: string): Promise<Callback> {
  const callback = await lockOfTeam(tx, ctx, id)
  if (callback.state === 'done') throw conflict('callback-done', 'Dieser Rückruf ist schon abgeschlossen.')
  if (callback.state === 'waiting') throw conflict('not-taken', 'Bitte den Rückruf zuerst übernehmen.')
  if (callback.ownerId !== ctx.actor.accountId) {
    throw conflict('not-yours', 'Diesen Rückruf hat inzwischen jemand anderes übernommen.')
  }
  return callback
}

/** Nobody is named any more. */
export const NOBODY_NAMED = { reserved_for: null, away_until: null, stand_in_id: null } as const

/** Whether somebody else has it in hand, or it waits for somebody else who is there or for whom another one stands in. */
export function isColleagues({ actor }: StaffContext, callback: Callback): boolean {
  const { state, ownerId, reservedFor, awayUntil, standInId } = callback
  if (state === 'taken') return ownerId !== actor.accountId
  if (reservedFor === null || reservedFor === actor.accountId) return false
  return awayUntil === null || (standInId !== null && standInId !== actor.accountId)
}

/** @throws Problem 409 `attempt-open` while somebody is being called */
export async function requireNoAttempt(tx: Tx, ctx: StaffContext, { id }: Callback): Promise<void> {
  const attempts = await attemptsOf(tx, ctx.cityId, id)
  if (attempts.every(({ closedAt }) => closedAt)) return
  throw conflict('attempt-open', 'Dieser Rückruf wird gerade geführt. Bitte zuerst das Ergebnis eintragen.')
}
