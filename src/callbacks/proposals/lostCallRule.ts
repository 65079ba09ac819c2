import type { CallRecord } from '../../telephony/index.ts'
import type { LostCause } from './proposalModel.ts'

type Ended = Pick<CallRecord, 'source' | 'direction' | 'lineId' | 'caller' | 'answeredAt' | 'endReason'>

/** A lost call that somebody can be called back for. */
export interface LostCall {
  lineId: string
  /** E.164 */
  caller: string
  cause: LostCause
}

/**
 * Whether a call that ended makes a proposal: an incoming one of our own telephone, with a number, that nobody
 * answered. Not the webhook's: an answer may still arrive late. Not who was turned away outside service hours or was
 * promised a callback.
 */
export function lostCall({
  source,
  direction,
  lineId,
  caller,
  answeredAt,
  endReason,
}: Ended): LostCall | null {
  if (source !== 'asterisk' || direction !== 'in' || answeredAt || !lineId || !caller) return null
  if (endReason === 'abandoned') return { lineId, caller, cause: 'caller-left' }
  const isLost = endReason === 'unknown-end' || endReason === 'telephone-lost'
  return isLost ? { lineId, caller, cause: 'line-lost' } : null
}
