import { serviceHoursOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { shortWindow } from '../../shared/germanTime.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { mayBegin, roomIn } from './capacityRule.ts'
import { dutyIn } from './dutyRule.ts'
import { plannedMs } from './lengthRule.ts'
import { staffingIn, teamFacts } from './staffing.ts'
import * as windows from './windowStore.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Further ahead nothing is promised. */
const HORIZON_DAYS = 90
/** Most offers end within the first pieces; each further look reaches twice as far. */
const FIRST_LOOK = 24

/** About two weeks of service time: as many as are looked through for a retry. */
export const HORIZON_WINDOWS = 80

/** A window with room. */
export interface FreeWindow extends TimeRange {
  /** How many more callbacks of the expected length fit. */
  free: number
  /** 'heute 14–15 Uhr' */
  label: string
}

/** What the callback will be about, where it is known, or its planned work: so much room is looked for. */
export interface Wish {
  serviceId?: string | null
  workMs?: number
}

/**
 * The next windows in which this team can still promise a callback, in order; empty only when there is no capacity in
 * the next 90 days.
 */
export async function windowsFor(
  reader: Reader,
  cityId: string,
  teamId: string,
  now: Date,
  count: number,
  wish: Wish = {},
): Promise<FreeWindow[]> {
  const facts = await teamFacts(reader, cityId, teamId, wish.serviceId ?? null)
  if (!facts.roster && facts.perHour === 0) return []
  const hours = await serviceHoursOf(reader, cityId)
  const workMs = wish.workMs ?? plannedMs(facts.wished)
  const found: FreeWindow[] = []
  for (const pieces of looks(hours, now)) {
    const range = { start: pieces[0]!.start, end: pieces.at(-1)!.end }
    const staffing = await staffingIn(reader, cityId, teamId, facts, range)
    const booked = await windows.bookedIn(reader, cityId, teamId, range)
    for (const window of pieces) {
      if (found.length === count) return found
      if (!mayBegin(window, now.getTime())) continue
      const free = Math.floor(roomIn(window, [dutyIn(window, staffing, now.getTime())], booked) / workMs)
      if (free > 0) found.push({ ...window, free, label: shortWindow(window, now, hours.timeZone) })
    }
  }
  return found
}

/** The hours of service to come, the one that is running included, in looks that reach further and further. */
function* looks(hours: ServiceHours, now: Date): Generator<readonly TimeRange[], void> {
  const until = now.getTime() + HORIZON_DAYS * DAY_MS
  let from = now.getTime() - HOUR_MS
  for (let count = FIRST_LOOK; ; count *= 2) {
    const pieces = hours.windows(from, { count }).filter(({ end }) => end > now.getTime() && end <= until)
    if (pieces.length === 0) return
    yield pieces
    from = pieces.at(-1)!.end
  }
}

/** The hour of service that begins at this moment; null when none does, it is over or too far ahead. */
export function hourAt(hours: ServiceHours, start: Date, now: Date): TimeRange | null {
  const until = now.getTime() + HORIZON_DAYS * DAY_MS
  if (start.getTime() < now.getTime() - HOUR_MS || start.getTime() > until) return null
  const [window] = hours.windows(start, { count: 1 })
  return window?.start === start.getTime() && window.end > now.getTime() ? window : null
}
