import type { CallTruth } from './ctiRule.ts'

/** A call as the event log has to tell it. */
export interface ToldCall extends CallTruth {
  lineId: string
  direction: 'in' | 'out'
  /** The line had closed while the caller waited, and nobody answered. */
  afterClosing: boolean
  /** As it was when the call was first heard of: the salt of its day may be gone. */
  callerKey: string | null
}

export type CallNews = 'call.offered' | 'call.answered' | 'call.ended' | 'call.corrected'

/**
 * Which events tell the way from one state of a call to the next. Each transition is told once. When a late
 * event changes what was told already, a correction carries the whole truth: whoever folds the log believes
 * the last word, so figures from events stay equal to figures from tables.
 */
export function newsOf(before: ToldCall | null, after: ToldCall): CallNews[] {
  const news: CallNews[] = []
  if (before === null) news.push('call.offered')
  if (before?.state === 'ended') return isSame(before, after) ? [] : ['call.corrected']
  if (after.answeredAt !== null && (before === null || before.answeredAt === null)) news.push('call.answered')
  if (after.state === 'ended') news.push('call.ended')
  if (before !== null && isToldWrong(before, after)) news.push('call.corrected')
  return news
}

const OFFERED = ['offeredAt', 'lineId', 'direction'] as const satisfies readonly (keyof ToldCall)[]
const ANSWERED = [
  'answeredAt',
  'waitMs',
  'promise',
  'promiseCause',
] as const satisfies readonly (keyof ToldCall)[]
const ENDED = [
  'state',
  'endedAt',
  'talkMs',
  'endReason',
  'afterClosing',
] as const satisfies readonly (keyof ToldCall)[]

/** Whether something that `before` had told is no longer so; what is told anew is not meant. */
function isToldWrong(before: ToldCall, after: ToldCall): boolean {
  const told = before.answeredAt === null ? OFFERED : [...OFFERED, ...ANSWERED]
  return told.some((key) => before[key] !== after[key])
}

function isSame(a: ToldCall, b: ToldCall): boolean {
  return [...OFFERED, ...ANSWERED, ...ENDED].every((key) => a[key] === b[key])
}
