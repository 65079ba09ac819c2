import { type CaseOutcome, closeCase, writeNote } from '../../cases/index.ts'
import type { Context, StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { OutcomeResult } from '../contract.ts'
import { emitCallback } from '../events.ts'
import type { Answer } from '../notices/noticeRule.ts'
import type { Callback, CallbackOutcome, PromiseState, WithdrawnBecause } from '../model.ts'
import { releaseSlot } from '../windows/slots.ts'
import * as store from '../store.ts'

/** After a follow-up the case stays open. */
type EndOfCase = Exclude<CallbackOutcome, 'follow-up'>

/** How the case ends with its callback. Where no appointment was booked, a note tells that one is needed. */
const CASE_ENDS: Record<EndOfCase, CaseOutcome> = {
  settled: 'settled',
  'needs-appointment': 'settled',
  'appointment-booked': 'settled',
  'not-reached': 'not-reached',
  withdrawn: 'withdrawn',
}

/** What is known of the end besides its outcome. */
interface Ending {
  /** What made the call unnecessary. */
  because?: WithdrawnBecause
  /** How the citizen was answered; the database demands it where nobody was reached. */
  answer?: Answer
}

/** Ends a locked callback and its case. */
export async function finish(
  tx: Tx,
  ctx: StaffContext,
  callback: Callback,
  outcome: EndOfCase,
  ending: Ending = {},
): Promise<OutcomeResult> {
  const promise = await endCallback(tx, ctx, callback, outcome, ending)
  if (outcome === 'needs-appointment') {
    await writeNote(tx, ctx, callback.caseId, 'Für dieses Anliegen wird ein Termin gebraucht.')
  }
  await closeCase(tx, ctx, callback.caseId, CASE_ENDS[outcome])
  return { state: 'done', promise, nextText: null }
}

/** Ends a locked callback, whoever does so. A promise that is still open was not needed any more: it is withdrawn. @returns how the promise ended */
export async function endCallback(
  tx: Tx,
  ctx: Context,
  callback: Callback,
  outcome: CallbackOutcome,
  { because, answer }: Ending = {},
): Promise<PromiseState> {
  const { id, caseId, practice, attempts } = callback
  const now = ctx.clock.now()
  const subject = { id, caseId, at: now }
  if (callback.promise === 'open') {
    await store.writeDecision(tx, ctx.cityId, id, { promise: 'withdrawn', at: now, cause: null })
    const data = { practice, ...(because ? { because } : {}) }
    await emitCallback(tx, ctx, 'callback.withdrawn', subject, data)
  }
  await releaseSlot(tx, ctx, callback)
  await store.updateCallback(tx, ctx.cityId, id, {
    state: 'done',
    outcome,
    done_at: now,
    attempts,
    books_unit: false,
    ...(answer ? { answer } : {}),
  })
  await emitCallback(tx, ctx, 'callback.done', subject, { outcome, practice })
  return callback.promise === 'open' ? 'withdrawn' : callback.promise
}
