import type { Random } from '../../trial/index.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Longer the callers of the example do not wait on the new service. */
const PROMISED_MS = 15_000

/** A service day: when it is open, in ms since 1970. */
export interface OpenDay {
  day: string
  openings: readonly { start: number; end: number }[]
}

export interface DemoCall {
  offeredAt: number
  waitMs: number
  /** Null: the caller gave up. */
  talkMs: number | null
}

export interface DemoCase {
  call: DemoCall
  outcome: 'settled' | 'callback' | 'hand-over' | 'appointment'
  callback: DemoCallback | null
}

export interface DemoCallback {
  window: { start: number; end: number }
  kept: boolean
  /** In their order; the last one reached somebody. */
  attempts: readonly { startedAt: number; reached: boolean; talkMs: number }[]
}

/** So many calls on each of these days, spread over its openings. @param make what becomes of one that begins then */
export function callsOn<T>(day: OpenDay, calls: number, random: Random, make: (at: number) => T): T[] {
  const openMs = day.openings.reduce((sum, { start, end }) => sum + end - start, 0)
  const places = Array.from({ length: calls }, () => random() * openMs).toSorted((one, other) => one - other)
  return places.map((place) => make(Math.floor(momentIn(day, place))))
}

/** The moment by which the day has been open so long. */
function momentIn({ openings }: OpenDay, place: number): number {
  let left = place
  for (const { start, end } of openings) {
    if (left < end - start) return start + left
    left -= end - start
  }
  throw new RangeError('the day is shorter')
}

/** As the newspapers told of the time before: hardly anybody is answered at once, many give up. */
export function callBefore(offeredAt: number, random: Random): DemoCall {
  const atOnce = random() < 0.03
  const waitMs = atOnce ? 8_000 : exponential(random, 28 * MINUTE_MS, 200 * MINUTE_MS)
  const givesUp = !atOnce && random() < 0.45
  return { offeredAt, waitMs, talkMs: givesUp ? null : exponential(random, 4 * MINUTE_MS, HOUR_MS) }
}

/** A call to the provider: nineteen of twenty are answered in time, few give up. */
export function callInTrial(offeredAt: number, random: Random): DemoCall {
  const late = random() < 0.055
  const waitMs = late
    ? PROMISED_MS + exponential(random, 20_000, 120_000)
    : Math.min(exponential(random, 5_000, PROMISED_MS), PROMISED_MS)
  const givesUp = random() < (late ? 0.3 : 0.005)
  return { offeredAt, waitMs, talkMs: givesUp ? null : 20_000 + exponential(random, 110_000, 900_000) }
}

/** What an answered call was about, and what became of it. @param next the service day on which it is called back */
export function caseOf(call: DemoCall, next: OpenDay | null, random: Random): DemoCase {
  const draw = random()
  if (draw < 0.58 || !next) return { call, outcome: 'settled', callback: null }
  if (draw < 0.64) return { call, outcome: 'hand-over', callback: null }
  if (draw < 0.7) return { call, outcome: 'appointment', callback: null }
  return { call, outcome: 'callback', callback: callbackOn(next, random) }
}

function callbackOn({ openings }: OpenDay, random: Random): DemoCallback {
  const opening = openings[Math.floor(random() * openings.length)]!
  const window = { start: opening.start, end: Math.min(opening.start + 2 * HOUR_MS, opening.end) }
  const kept = random() < 0.955
  const first = kept
    ? window.start + random() * (window.end - window.start - MINUTE_MS)
    : window.end + random() * HOUR_MS
  const talkMs = exponential(random, 4 * MINUTE_MS, HOUR_MS)
  const reached = { reached: true, talkMs }
  if (random() < 0.78) return { window, kept, attempts: [{ startedAt: Math.floor(first), ...reached }] }
  const missed = { startedAt: Math.floor(first), reached: false, talkMs: 0 }
  const again = { startedAt: Math.floor(first + 90 * MINUTE_MS), ...reached }
  return { window, kept, attempts: [missed, again] }
}

/** Whole milliseconds with this mean, cut at the longest. */
const exponential = (random: Random, mean: number, longest: number): number =>
  Math.round(Math.min(-Math.log(1 - random()) * mean, longest))
