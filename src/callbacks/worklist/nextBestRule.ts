import type { TimeRange } from '../../shared/timeRange.ts'
import type { PromiseState } from '../model.ts'

/** An open callback as the choice of the next best sees it. */
export interface Candidate {
  id: string
  practice: boolean
  promise: PromiseState
  promisedAt: number
  /** The promised window, or the slot of a planned retry. */
  due: TimeRange
  /** What it takes a clerk, call and after-work, in milliseconds. */
  workMs: number
  /** Attempts that counted. */
  attempts: number
  /** `mine`: it waits for me; `stand-in`: for somebody who is away, and I am the deputy; `other`: a colleague has it. */
  whose: 'mine' | 'stand-in' | 'team' | 'other'
  /** Whether who asks speaks the language of the case. */
  spoken: boolean
}

/** `usual`: it has the least time left. `early`: its window has not begun, and nothing else is due. */
export type Why = 'broken' | 'reserved' | 'stand-in' | 'usual' | 'not-spoken' | 'early'

/** How long one may wait before the call no longer fits into what is left; negative when it does not. */
export const slackOf = ({ due, workMs }: Pick<Candidate, 'due' | 'workMs'>, now: number): number =>
  due.end - workMs - now

/**
 * The callbacks that somebody may be given now, the best first: what is due, by the risk of breaking; only when nothing
 * is due, what begins next.
 *
 * Due is what has begun. First what is kept for this person, then what they can say in its language, then what is broken
 * and still owed, then the least slack. A retry is never early: its part of the day was chosen. What is kept for a
 * colleague stays with them until it would break. Practice comes after everything real.
 */
export function rankNext(candidates: readonly Candidate[], now: number): readonly { id: string; why: Why }[] {
  const free = candidates.filter((candidate) => candidate.whose !== 'other' || isUrgent(candidate, now))
  const begun = free.filter(({ due }) => due.start <= now)
  if (begun.length > 0) {
    const ranked = begun.toSorted((a, b) => compareBegun(a, b, now))
    return ranked.map((candidate) => ({ id: candidate.id, why: whyBegun(candidate) }))
  }
  return free
    .filter(({ attempts }) => attempts === 0)
    .toSorted(compareUpcoming)
    .map(({ id }) => ({ id, why: 'early' }))
}

/** The promise counts more than whose it is. */
export const isUrgent = (candidate: Candidate, now: number): boolean =>
  candidate.due.start <= now && (candidate.promise === 'broken' || slackOf(candidate, now) <= 0)

const compareBegun = (a: Candidate, b: Candidate, now: number): number =>
  Number(a.practice) - Number(b.practice) ||
  Number(isMine(b)) - Number(isMine(a)) ||
  Number(b.spoken) - Number(a.spoken) ||
  Number(b.promise === 'broken') - Number(a.promise === 'broken') ||
  slackOf(a, now) - slackOf(b, now) ||
  compareAge(a, b)

const compareUpcoming = (a: Candidate, b: Candidate): number =>
  Number(a.practice) - Number(b.practice) ||
  Number(b.spoken) - Number(a.spoken) ||
  a.due.start - b.due.start ||
  Number(isMine(b)) - Number(isMine(a)) ||
  compareAge(a, b)

const isMine = ({ whose }: Candidate): boolean => whose === 'mine' || whose === 'stand-in'

const compareAge = (a: Candidate, b: Candidate): number =>
  a.promisedAt - b.promisedAt || (a.id < b.id ? -1 : Number(a.id > b.id))

function whyBegun({ promise, whose, spoken }: Candidate): Why {
  if (promise === 'broken') return 'broken'
  if (whose === 'stand-in') return 'stand-in'
  if (whose === 'mine') return 'reserved'
  return spoken ? 'usual' : 'not-spoken'
}
