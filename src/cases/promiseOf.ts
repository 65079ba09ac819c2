import { z } from 'zod'
import type { TimeRange } from '../shared/timeRange.ts'
import type { HistoryEntry } from './model.ts'

/** The callback a citizen was promised, as the events of the case tell it. */
export interface CasePromise {
  window: TimeRange
  state: 'open' | 'kept' | 'broken' | 'withdrawn'
  /** When it is tried again; null while no further attempt is planned. */
  next: TimeRange | null
}

const instant = z.iso.datetime().transform((text) => Date.parse(text))
const promised = z.object({ windowStart: instant, windowEnd: instant })
const changedByCitizen = z.object({
  what: z.enum(['window', 'number']),
  dueFrom: instant,
  dueUntil: instant,
  promiseMoved: z.boolean(),
})
const retry = z.object({ dueFrom: instant, dueUntil: instant })

/**
 * Reads the newest promise out of a case's events. The room of callbacks stands above this one, so its rows are not
 * asked; its events say the same.
 */
export function promiseOf(history: readonly HistoryEntry[]): CasePromise | null {
  return history.reduce<CasePromise | null>(apply, null)
}

function apply(promise: CasePromise | null, { kind, data }: HistoryEntry): CasePromise | null {
  if (kind === 'callback.promised') {
    const { windowStart, windowEnd } = promised.parse(data)
    return { window: { start: windowStart, end: windowEnd }, state: 'open', next: null }
  }
  if (!promise) return null
  switch (kind) {
    case 'callback.kept':
      return { ...promise, state: 'kept' }
    case 'callback.broken':
      return { ...promise, state: 'broken' }
    case 'callback.withdrawn':
      return { ...promise, state: 'withdrawn' }
    case 'callback.changed-by-citizen':
      return changed(promise, changedByCitizen.parse(data))
    case 'callback.retry-planned': {
      const { dueFrom, dueUntil } = retry.parse(data)
      return { ...promise, next: { start: dueFrom, end: dueUntil } }
    }
    default:
      return promise
  }
}

/** A promise that was open moves; of one that is decided only the next try does. */
function changed(
  promise: CasePromise,
  { what, dueFrom, dueUntil, promiseMoved }: z.infer<typeof changedByCitizen>,
): CasePromise {
  if (what === 'number') return promise
  const window = { start: dueFrom, end: dueUntil }
  return promiseMoved ? { ...promise, window, next: null } : { ...promise, next: window }
}
