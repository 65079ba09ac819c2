import { dayNumber, isoWeekday } from '../../shared/dayClock.ts'
import { dateAt, daysLater } from '../dates.ts'
import type { ReleasePlan } from './plan.ts'
import { momentOf } from './releaseRule.ts'

/** Every weekday comes within so many days. */
const WEEK = 7

/**
 * Until when a time that is given back now is kept (epoch ms): the next time at which the office gives such ones out.
 * Null where no pool decides about its day, and where it would come too late for it: then it is free at once.
 */
export function keptUntil(
  plans: readonly ReleasePlan[],
  given: { date: string; start: number },
  now: number,
  timeZone: string,
): number | null {
  for (const { from, until, rule } of plans) {
    if (rule.kind !== 'pool' || given.date < from || (until !== null && given.date > until)) continue
    const next = nextTime(rule.times, now, timeZone)
    return next !== null && next < given.start ? next : null
  }
  return null
}

/** The first of the times after a moment; one at this very moment is over. */
export function nextTime(
  times: readonly { readonly weekdays: readonly number[]; readonly at: number }[],
  now: number,
  timeZone: string,
): number | null {
  const today = dateAt(now, timeZone)
  for (let days = 0; days <= WEEK; days += 1) {
    const date = daysLater(today, days)
    const weekday = isoWeekday(dayNumber(date))
    const moments = times
      .filter(({ weekdays }) => weekdays.includes(weekday))
      .map(({ at }) => momentOf(timeZone, date, at))
      .filter((at) => at > now)
    if (moments.length > 0) return Math.min(...moments)
  }
  return null
}
