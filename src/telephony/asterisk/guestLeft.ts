import type { GuestLeft } from '../talk/talkEvents.ts'
import type { Leg } from './legs.ts'

/** Q.850: 17 busy, 21 rejected; 16 cancelled, 18 no response, 19 rang unanswered. */
export function guestLeft({ answered }: Pick<Leg, 'answered'>, cause: number | null): GuestLeft {
  if (answered) return 'hung-up'
  if (cause === 17 || cause === 21) return 'declined'
  return cause === 16 || cause === 18 || cause === 19 ? 'no-answer' : 'failed'
}
