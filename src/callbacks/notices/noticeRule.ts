import type { Callback, CallbackOutcome } from '../model.ts'

/** What somebody is told of a promised call. `late`: it will not be kept, told before its window ends. */
export const NOTICES = [
  'made',
  'changed',
  'missed',
  'late',
  'asked-later',
  'not-reached',
  'withdrawn',
] as const
export type Notice = (typeof NOTICES)[number]

/** Why somebody is told nothing. */
export type Untold = 'no-address' | 'not-connected' | 'practice'
/** By which way somebody is told, or why by none. */
export type Answer = 'email' | 'sms' | Untold

/** How the callback was when the notice was written down. */
export interface Then {
  readonly sequence: number
  /** Attempts that were begun. */
  readonly tries: number
}

export interface Now extends Then, Pick<Callback, 'state' | 'promise' | 'dueUntil'> {
  readonly outcome: CallbackOutcome | null
}

/**
 * Whether a notice still says what is so. A later change, another attempt or the end of the callback has its own
 * notice, or needs none: nobody is told first what is not true any more.
 */
export function isStillTrue(notice: Notice, then: Then, now: Now, at: Date): boolean {
  if (notice === 'not-reached' || notice === 'withdrawn') return now.outcome === notice
  if (now.state === 'done' || now.sequence !== then.sequence || now.tries !== then.tries) return false
  if (notice === 'late') return now.promise !== 'kept'
  return at < now.dueUntil
}
