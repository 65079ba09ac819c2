import { dayClockOf, minuteOf, wallOfMinute } from '../../shared/dayClock.ts'
import { dateAt, daysLater } from '../dates.ts'
import type { Office } from '../settings/office.ts'

type Rules = Pick<Office, 'gridMinutes' | 'bookAheadDays'>

/** The last date on which the office gives appointments at this moment. */
export const lastDate = (office: Rules, now: number, timeZone: string): string =>
  daysLater(dateAt(now, timeZone), office.bookAheadDays)

/** Whether an appointment may begin at this moment at all: to come, on the grid, not too far ahead. */
export function mayBegin(office: Rules, start: number, now: number, timeZone: string): boolean {
  if (start < now || start % 60_000 !== 0) return false
  const date = dateAt(start, timeZone)
  if (date > lastDate(office, now, timeZone)) return false
  const clock = dayClockOf(timeZone, date)
  return wallOfMinute(clock, minuteOf(clock, start)) % office.gridMinutes === 0
}

/** The nearest to the wished time, in the order of time; of two equally near ones the earlier counts. */
export function nearest(starts: readonly number[], wished: number, count: number): number[] {
  return starts
    .filter((start) => start !== wished)
    .toSorted((a, b) => Math.abs(a - wished) - Math.abs(b - wished) || a - b)
    .slice(0, count)
    .toSorted((a, b) => a - b)
}
