import { datesBetween, dayNumber, isoWeekday } from '../../shared/dayClock.ts'
import { dateAt, daysLater } from '../dates.ts'
import type { ReleasePlan, WallTime } from './plan.ts'
import { momentOf } from './releaseRule.ts'

/** Days that have more places now; without days it is what was given back. Dates 'YYYY-MM-DD', both included. */
export interface Released {
  readonly from: string | null
  readonly until: string | null
}

/** Who looks after a longer time looks at everything anyway. */
const LONGEST_DAYS = 14

/** What the clock alone has opened after one moment and up to another (epoch ms): batches, steps, what flows back, the pool. */
export function releasedBetween(
  plans: readonly ReleasePlan[],
  after: number,
  upTo: number,
  timeZone: string,
): Released[] {
  const today = dateAt(upTo, timeZone)
  const first = dateAt(after, timeZone)
  const earliest = daysLater(today, -LONGEST_DAYS)
  const dates = datesBetween(first < earliest ? earliest : first, today)
  const isNow = (date: string, at: WallTime): boolean => {
    const moment = momentOf(timeZone, date, at)
    return moment > after && moment <= upTo
  }
  return plans.flatMap(({ from, until, rule }): Released[] => {
    const ahead = (days: number, at: WallTime): Released[] =>
      dates
        .filter((date) => isNow(date, at))
        .map((date) => daysLater(date, days))
        .filter((date) => from <= date && (until === null || date <= until))
        .map((date) => ({ from: date, until: date }))
    switch (rule.kind) {
      case 'batch':
        return isNow(rule.opens.date, rule.opens.at) ? [{ from, until }] : []
      case 'rolling':
        return rule.steps.flatMap(({ daysBefore, at }) => ahead(daysBefore, at))
      case 'quota':
        return rule.shares.flatMap(({ backDays, backAt }) => ahead(backDays, backAt))
      case 'pool':
        return dates.some((date) => rule.times.some((time) => isOn(time, date) && isNow(date, time.at)))
          ? [{ from: null, until: null }]
          : []
    }
  })
}

const isOn = ({ weekdays }: { weekdays: readonly number[] }, date: string): boolean =>
  weekdays.includes(isoWeekday(dayNumber(date)))
