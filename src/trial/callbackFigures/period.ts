import { Temporal } from 'temporal-polyfill'
import type { PeriodInput } from './contract.ts'

/** The days asked for; what is not named is the month of the other day, and of `today` when neither is. */
export function periodOf({ from, to }: PeriodInput, today: string): { from: string; to: string } {
  const day = Temporal.PlainDate.from(from ?? to ?? today)
  return {
    from: from ?? day.with({ day: 1 }).toString(),
    to: to ?? day.with({ day: day.daysInMonth }).toString(),
  }
}
