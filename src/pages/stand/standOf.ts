import { type MonthFigures, monthFigures, type Share } from '../../trial/index.ts'
import type { Live } from '../../platform/live/live.ts'
import { type NextShown, nextAppointment } from '../appointments/nextAppointment.ts'
import type { Calling } from '../calling.ts'
import { nextWindow } from '../nextWindow.ts'
import type { Visit } from '../visit.ts'

/** How things stand at the city hall now, for everybody. */
export interface Stand {
  at: Date
  calling: Calling
  /** The first window with room, as spoken. */
  callback: string | null
  /** Null where nothing can be booked; `next` null when nothing is free. */
  appointment: { next: NextShown | null } | null
  month: Readonly<Record<'answers' | 'callbacks', Share | null>>
}

/** Below this a share says more about single people than about the city (docs/figures.md). */
const FEWEST = 5
/** So long one reading serves all readers: a newspaper's article brings many at once. */
const KEPT_MS = 10_000

interface Kept {
  until: number
  stand: Promise<Stand>
}
const kept = new WeakMap<Live, Map<string, Kept>>()

/** How things stand, at most ten seconds old. */
export function standOf(visit: Visit): Promise<Stand> {
  const { platform, city, frame } = visit
  const ofProcess = kept.get(platform.live) ?? new Map<string, Kept>()
  kept.set(platform.live, ofProcess)
  const key = `${city.id} ${frame.lang}`
  const now = platform.clock.now().getTime()
  const known = ofProcess.get(key)
  if (known && now < known.until && now >= known.until - KEPT_MS) return known.stand
  const stand = read(visit)
  const reading = { until: now + KEPT_MS, stand }
  ofProcess.set(key, reading)
  // A failure is not kept: the next reader asks anew.
  stand.catch(() => {
    if (ofProcess.get(key) === reading) ofProcess.delete(key)
  })
  return stand
}

async function read(visit: Visit): Promise<Stand> {
  const { platform, city } = visit
  return {
    at: platform.clock.now(),
    calling: await visit.calling(),
    callback: await nextWindow(visit),
    appointment: await nextAppointment(visit),
    month: enough(await monthFigures(platform, city)),
  }
}

const enough = ({ answers, callbacks }: MonthFigures): Stand['month'] => ({
  answers: answers.of < FEWEST ? null : answers,
  callbacks: callbacks.of < FEWEST ? null : callbacks,
})
