import { readDateTime } from './dateTime.ts'
import { Failure } from './failure.ts'

const DAY_MS = 86_400_000
export const LONGEST_SPAN_DAYS = 90
/** "The latest 90 days or the first 1,000, whichever is smaller." */
export const MOST = 1_000
const MOST_IDS = 1_000

/** What of the list is wanted. */
export type Wanted =
  /** Overrides every other argument. */
  | { numbers: readonly string[] }
  | {
      categories: readonly string[] | null
      states: readonly ('open' | 'closed')[] | null
      from: Date
      until: Date
    }

/** The arguments of `GET requests`; what is empty counts as not sent. @throws Failure 400 */
export function readWanted(arg: (name: string) => string, now: Date): Wanted {
  const numbers = list(arg('service_request_id'))
  if (numbers) {
    if (numbers.length > MOST_IDS) throw new Failure(400, `At most ${MOST_IDS} service_request_id at once.`)
    return { numbers }
  }
  return { categories: list(arg('service_code')), states: readStates(arg('status')), ...readSpan(arg, now) }
}

function readStates(text: string): ('open' | 'closed')[] | null {
  const states = list(text)
  if (!states) return null
  return states.map((state) => {
    if (state === 'open' || state === 'closed') return state
    throw new Failure(400, 'status must be open, closed, or both separated by a comma.')
  })
}

/** From `start_date` to `end_date`, at most 90 days; without one, as near to now as the other allows. @throws Failure 400 */
export function readSpan(arg: (name: string) => string, now: Date): { from: Date; until: Date } {
  const start = moment(arg, 'start_date')
  const end = moment(arg, 'end_date')
  const until =
    end ?? (start ? new Date(Math.min(now.getTime(), start.getTime() + LONGEST_SPAN_DAYS * DAY_MS)) : now)
  const from = start ?? new Date(until.getTime() - LONGEST_SPAN_DAYS * DAY_MS)
  if (from > until) throw new Failure(400, 'start_date must not be later than end_date.')
  if (until.getTime() - from.getTime() > LONGEST_SPAN_DAYS * DAY_MS)
    throw new Failure(400, `start_date and end_date must not be more than ${LONGEST_SPAN_DAYS} days apart.`)
  return { from, until }
}

function moment(arg: (name: string) => string, name: string): Date | null {
  const text = arg(name).trim()
  if (text === '') return null
  // In an address a plus sign means a space.
  const at = readDateTime(text.replace(' ', '+'))
  if (!at) throw new Failure(400, `${name} must be a date and time with its zone, as 2026-11-23T09:00:00Z.`)
  return at
}

function list(text: string): string[] | null {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return parts.length > 0 ? parts : null
}
