import { owedCallback, settleByReturnCall } from '../callbacks/index.ts'
import { closeCase, noteReturnCall, openCaseOfNumber } from '../cases/index.ts'
import type { StaffContext } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { invalid } from '../platform/problems.ts'
import type { CallRecord } from '../telephony/index.ts'

/** What a returning caller said about an open case. */
export interface Joining {
  /** The case's number, as the desk showed it. */
  belongsTo: string
  /** `appointment`: one is booked for it, so that nothing is owed any more. */
  outcome: 'callback' | 'settled' | 'appointment'
  reason: string
}

/**
 * Adds it to the case; no second promise is made. Settled, the owed call is not needed any more.
 * @returns the case, and the attempt that is to be stopped at the telephone
 * @throws Problem 422 when this is not, or no more, the open case of the caller's number
 */
export async function joinCase(
  tx: Tx,
  ctx: StaffContext,
  { id: callId, caller, practice }: CallRecord,
  { belongsTo, outcome, reason }: Joining,
): Promise<{ caseId: string; stop: string | null }> {
  const at = { now: ctx.clock.now(), practice }
  const known = caller && (await openCaseOfNumber(tx, ctx.cityId, caller, at))
  if (!known || known.number !== belongsTo)
    throw invalid({
      belongsTo: 'Dieses Anliegen ist inzwischen abgeschlossen. Bitte „Neues Anliegen“ wählen.',
    })
  const caseId = known.id
  await noteReturnCall(tx, ctx, caseId, { callId, text: reason })
  if (outcome === 'callback') return { caseId, stop: null }
  const owed = await owedCallback(tx, ctx.cityId, caseId)
  if (owed) return { caseId, stop: await settleByReturnCall(tx, ctx, owed.id) }
  await closeCase(tx, ctx, caseId, 'settled')
  // A clerk promised one while this waited for the case: undone, and what is saved again settles that one.
  if (await owedCallback(tx, ctx.cityId, caseId))
    throw invalid({
      belongsTo: 'Zu diesem Anliegen wurde gerade ein Rückruf zugesagt. Bitte noch einmal speichern.',
    })
  return { caseId, stop: null }
}
