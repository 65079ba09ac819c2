import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { emitTelephony } from '../events.ts'
import { callById, updateCall } from '../store.ts'

/**
 * In the transaction of the promise: the call has a case now. A call from outside service hours is over already, as
 * nobody was there; its end is told anew.
 */
export async function notePromiseOfCall(
  tx: Tx,
  ctx: Context,
  { callId, caseId }: { callId: string; caseId: string },
): Promise<void> {
  await updateCall(tx, ctx.cityId, callId, { case_id: caseId })
  const call = await callById(tx, ctx.cityId, callId)
  if (call?.state !== 'ended') return
  const reason = 'callback-promised'
  await updateCall(tx, ctx.cityId, callId, { end_reason: reason })
  const { lineId, direction, practice, waitMs, talkMs, promise, cause } = call
  await emitTelephony(
    tx,
    ctx,
    'call.corrected',
    { id: callId, caseId },
    {
      lineId,
      direction,
      practice,
      offeredAt: call.offeredAt.toISOString(),
      answered: false,
      waitMs,
      talkMs,
      reason,
      promise,
      cause,
    },
  )
}
