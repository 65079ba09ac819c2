import type { AnswerCause } from '../events.ts'

/** The city's promise to a caller: a person answers within this time of the first INVITE, the greeting included. */
export const ANSWER_WITHIN_MS = 15_000

export type AnswerPromise = { kept: true; cause: null } | { kept: false; cause: AnswerCause }

/** What is known of a caller's wait when it ends. */
export interface Wait {
  waitMs: number
  /** Offers that nobody took. */
  missed: number
  obstacle: 'all-busy' | 'none-signed-in' | null
  /** The link to the telephone system was lost while this caller waited. */
  linkLost: boolean
}

/** A person answers: kept, or broken with the cause of the delay. */
export function promiseAtAnswer(wait: Wait): AnswerPromise {
  if (wait.waitMs <= ANSWER_WITHIN_MS) return { kept: true, cause: null }
  return { kept: false, cause: delayCause(wait) }
}

/** The caller gives up: who left earlier than promised decides nothing (the figure "abandoned" counts them). */
export function promiseAtAbandon(waitMs: number): AnswerPromise | null {
  return waitMs > ANSWER_WITHIN_MS ? { kept: false, cause: 'caller-left' } : null
}

/** The call ended otherwise without a person: decided only if the time was over; then the cause is ours. */
export function promiseUnanswered(wait: Wait): AnswerPromise | null {
  return wait.waitMs > ANSWER_WITHIN_MS ? { kept: false, cause: delayCause(wait) } : null
}

function delayCause({ missed, obstacle, linkLost }: Wait): AnswerCause {
  if (linkLost) return 'trunk-down'
  if (missed > 0) return 'ring-no-answer'
  return obstacle ?? 'ring-no-answer'
}
