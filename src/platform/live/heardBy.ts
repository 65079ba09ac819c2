import type { AccountActor } from '../context.ts'
import { GAP, type LiveMessage } from './live.ts'

/** Signals about one account's own desk; the subject is the account. */
const DESK = 'desk'
/** What everybody at a telephone must know at once; there is no person in it. */
const FOR_AGENTS = ['announcement.', 'city.', 'closure.', 'hours.', 'line.', 'telephone.']

/** What of a message an account may hear: an agent only of the own desk and of today's notices, nobody of another's desk. */
export function heardBy(
  { role, accountId }: Pick<AccountActor, 'role' | 'accountId'>,
  { topic, subject }: Pick<LiveMessage, 'topic' | 'subject'>,
): { topic: string; subject: string } | null {
  if (topic === GAP) return { topic, subject: '' }
  if (topic === DESK) return subject === accountId ? { topic, subject } : null
  if (role !== 'agent') return { topic, subject }
  return FOR_AGENTS.some((prefix) => topic.startsWith(prefix)) ? { topic, subject: '' } : null
}
