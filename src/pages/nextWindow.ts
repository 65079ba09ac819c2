import { windowsFor } from '../callbacks/index.ts'
import { linesOf } from '../city/index.ts'
import { spokenWindow } from '../shared/germanTime.ts'
import type { TimeRange } from '../shared/timeRange.ts'
import type { Visit } from './visit.ts'

/**
 * The first window in which the city still calls back, as spoken: of the team behind its first service line.
 * null when nothing is free, or no team calls back.
 */
export async function nextWindow(visit: Visit): Promise<string | null> {
  const window = await nextRange(visit)
  return window && windowInWords(visit, window)
}

/** 'heute zwischen 14 und 15 Uhr' */
export const windowInWords = ({ platform, city, frame }: Visit, window: TimeRange): string =>
  spokenWindow(window, platform.clock.now(), city.timeZone, frame.lang === 'en' ? 'en' : 'de')

/** The same window as a range of time. */
export async function nextRange({ platform, city }: Visit): Promise<TimeRange | null> {
  const lines = await linesOf(platform.db, city.id)
  const line = lines.find(({ active, purpose }) => active && purpose === 'service')
  if (!line) return null
  const now = platform.clock.now()
  const [window] = await windowsFor(platform.db, city.id, line.callbackTeamId, now, 1, { wide: true })
  return window ?? null
}
