import { dateOfNumber, dayNumber, isoWeekday } from '../../shared/dayClock.ts'

export interface Days {
  from: string
  to: string
}

/**
 * The weeks of a period that are over, Monday to Sunday, cut at its first and last day. A week that began is none.
 * @param today 'YYYY-MM-DD' in the city
 */
export function wholeWeeks({ from, to }: Days, today: string): Days[] {
  const weeks: Days[] = []
  for (let first = dayNumber(from); first <= dayNumber(to);) {
    const last = Math.min(first + 7 - isoWeekday(first), dayNumber(to))
    if (last >= dayNumber(today)) break
    weeks.push({ from: dateOfNumber(first), to: dateOfNumber(last) })
    first = last + 1
  }
  return weeks
}
