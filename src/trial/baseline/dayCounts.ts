import { datesBetween, dayNumber, isoWeekday } from '../../shared/dayClock.ts'
import type { DayCount } from '../comparison/day.ts'
import { localDay } from '../localDay.ts'
import type { PastCall } from './pastCall.ts'

/**
 * Answered by a person within so many seconds, day by day of the city: of the calls that were answered, and of those that
 * ended unanswered after longer than that. Who leaves earlier decides nothing, as with our own promise (docs/figures.md); a
 * call whose wait is not known is in neither. A day without calls between the first and the last is a day with none.
 * @param calls in any order @param timeZone IANA name
 */
export function answeredWithin(calls: Iterable<PastCall>, seconds: number, timeZone: string): DayCount[] {
  const days = new Map<string, { kept: number; of: number; load: number }>()
  for (const { offeredAt, end, waitS } of calls) {
    const day = localDay(new Date(offeredAt), timeZone)
    const counted = days.get(day) ?? { kept: 0, of: 0, load: 0 }
    days.set(day, counted)
    counted.load += 1
    if (waitS === null || end === 'left' || end === 'unknown') continue
    const inTime = waitS <= seconds
    if (end === 'answered' && inTime) counted.kept += 1
    if (end === 'answered' || !inTime) counted.of += 1
  }
  const known = [...days.keys()].toSorted()
  const [first, last] = [known.at(0), known.at(-1)]
  if (first === undefined || last === undefined) return []
  return datesBetween(first, last).map((day) => ({
    day,
    weekday: isoWeekday(dayNumber(day)),
    ...(days.get(day) ?? { kept: 0, of: 0, load: 0 }),
  }))
}
