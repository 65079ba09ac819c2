import { type CaseOutcome, closeCase, writeNote } from '../../cases/index.ts'
import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { OutcomeResult } from '../contract.ts'
import { emitCallback } from '../events.ts'
import type { Callback, CallbackOutcome } from '../model.ts'
import { releaseSlot } from '../windows/slots.ts'
import * as store from '../store.ts'

/** How the case ends with its callback. Where no appointment was booked, a note tells that one is needed. */
const CASE_ENDS: Record<CallbackOutcome, CaseOutcome> = {
  settled: 'settled',
  'needs-appointment': 'settled',
  'appointment-booked': 'settled',
  'not-reached': 'not-reached',
  withdrawn: 'withdrawn',
}

/** Ends a locked callback and its case. A promise that is still open was not needed any more: it is withdrawn. */
export async function finish(
  tx: Tx,
  ctx: StaffContext,
  callback: Callback,
  outcome: CallbackOutcome,
  because?: 'settled-by-return-call',
): Promise<OutcomeResult> {
  const { id, caseId, practice, attempts } = callback
  const now = ctx.clock.now()
  const promise = callback.promise === 'open' ? 'withdrawn' : callback.promise
  if (callback.promise === 'open') {
    await store.writeDecision(tx, ctx.cityId, id, { promise: 'withdrawn', at: now, cause: null })
    await emitCallback(
      tx,
      ctx,
      'callback.withdrawn',
      { id, caseId, at: now },
      {
        practice,
        ...(because ? { because } : {}),
      },
    )
  }
  await releaseSlot(tx, ctx, callback)
  await store.updateCallback(tx, ctx.cityId, id, {
    state: 'done',
    outcome,
    done_at: now,
    attempts,
    books_unit: false,
  })
  await emitCallback(tx, ctx, 'callback.done', { id, caseId, at: now }, { outcome, practice })
  if (outcome === 'needs-appointment') {
    await writeNote(tx, ctx, caseId, 'Für dieses Anliegen wird ein Termin gebraucht.')
  }
  await closeCase(tx, ctx, caseId, CASE_ENDS[outcome])
  return { state: 'done', promise, nextText: null }
}
