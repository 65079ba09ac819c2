import type { EndReason } from '../events.ts'

/** Sent in the transaction that ends a call which had a number and no answer; the callbacks room takes it. */
export const CALL_UNANSWERED = 'telephony.call-unanswered'

/** The caller gave up while waiting, or the line was lost. Who was promised a callback or turned away lost nothing. */
const LOST: readonly (EndReason | null)[] = ['abandoned', 'unknown-end', 'telephone-lost']

export const isLostEnd = (reason: EndReason | null): boolean => LOST.includes(reason)
