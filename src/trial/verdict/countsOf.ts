import { dayNumber, isoWeekday } from '../../shared/dayClock.ts'
import type { DayCount } from '../comparison/day.ts'
import { type DayTally, FIGURE_RULES, type TrialFigure } from '../plan/figures.ts'

/** Days as one figure counts them; a day on which nobody counted it, or nobody called, is none. */
export function countsOf(days: readonly DayTally[], figure: TrialFigure): DayCount[] {
  return days.flatMap((day) => {
    const counted = FIGURE_RULES[figure].of(day)
    if (!counted || day.offered === 0) return []
    return [{ day: day.day, weekday: isoWeekday(dayNumber(day.day)), ...counted, load: day.offered }]
  })
}
