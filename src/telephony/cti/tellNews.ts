import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { emitTelephony } from '../events.ts'
import { type CallNews, newsOf, type ToldCall } from './ctiNews.ts'

/** Writes the events between two states of a call, each at the moment it speaks of. */
export async function tellNews(
  tx: Tx,
  ctx: Context,
  callId: string,
  before: ToldCall | null,
  after: ToldCall,
): Promise<void> {
  for (const kind of newsOf(before, after)) await tell(tx, ctx, callId, kind, after)
}

function tell(tx: Tx, ctx: Context, id: string, kind: CallNews, call: ToldCall): Promise<void> {
  switch (kind) {
    case 'call.offered':
      return emitTelephony(tx, ctx, kind, { id, at: new Date(call.offeredAt) }, offered(call))
    case 'call.answered':
      return emitTelephony(tx, ctx, kind, at(id, call.answeredAt), answered(call))
    case 'call.ended':
      return emitTelephony(tx, ctx, kind, at(id, call.endedAt), ended(call))
    case 'call.corrected':
      return emitTelephony(tx, ctx, kind, { id }, corrected(call))
  }
}

const at = (id: string, ms: number | null) => (ms === null ? { id } : { id, at: new Date(ms) })

const offered = ({ lineId, direction, callerKey }: ToldCall) => ({
  lineId,
  direction,
  callerKey,
  source: 'cti' as const,
  practice: false,
})

const answered = ({ waitMs, promise, promiseCause }: ToldCall) => ({
  agentId: null,
  waitMs,
  kept: promise === null ? null : promise === 'kept',
  cause: promiseCause,
  practice: false,
})

function ended(call: ToldCall) {
  if (call.endReason === null) throw new Error('an end without a reason')
  return {
    reason: call.endReason,
    practice: false,
    answered: call.answeredAt !== null,
    waitMs: call.waitMs,
    talkMs: call.talkMs,
    promise: call.promise === 'open' ? null : call.promise,
    cause: call.promiseCause,
    afterClosing: call.afterClosing,
  }
}

const corrected = (call: ToldCall) => ({
  lineId: call.lineId,
  direction: call.direction,
  practice: false,
  offeredAt: new Date(call.offeredAt).toISOString(),
  answered: call.answeredAt !== null,
  waitMs: call.waitMs,
  talkMs: call.talkMs,
  reason: call.endReason,
  promise: call.promise,
  cause: call.promiseCause,
  afterClosing: call.afterClosing,
})
