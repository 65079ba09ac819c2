import { datesBetween, dayNumber, isoWeekday } from '../../shared/dayClock.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import type { DayTally } from '../plan/figures.ts'
import type { PeriodInputs } from './inputs.ts'

/**
 * The days of a period, sorted by what they count for: service days with calls are compared; special days that were named
 * before are kept apart; days that are closed though their weekday is open, and service days without a single call, are left out
 * and named. Other days (a Sunday) are not spoken of.
 */
export function periodOf(
  { from, to }: { from: string; to: string },
  tallies: readonly DayTally[],
  hours: ServiceHours,
  specialDays: readonly { day: string; why: string }[],
): PeriodInputs {
  const byDay = new Map(tallies.map((tally) => [tally.day, tally]))
  const specials = new Map(specialDays.map(({ day, why }) => [day, why]))
  const period: PeriodInputs = { days: [], special: [], leftOut: [] }
  for (const day of datesBetween(from, to)) {
    const tally = byDay.get(day)
    if (!hours.week.some(({ weekday }) => weekday === isoWeekday(dayNumber(day)))) continue
    const closed = hours.closedBecause(day)
    const special = specials.get(day)
    if (closed !== null) period.leftOut.push({ day, why: closed })
    else if (!tally || tally.offered === 0) period.leftOut.push({ day, why: 'kein Anruf verzeichnet' })
    else if (special !== undefined) {
      period.special.push(tally)
      period.leftOut.push({ day, why: special })
    } else period.days.push(tally)
  }
  return period
}
