import { Temporal } from 'temporal-polyfill'
import { holidayName } from '../shared/holidays.ts'
import type { Land } from '../shared/laender.ts'

/** The public holidays of the Land from `first` to `last` ('YYYY-MM-DD', both included), in order. */
export function holidaysBetween(land: Land, first: string, last: string): { date: string; name: string }[] {
  const found: { date: string; name: string }[] = []
  const end = Temporal.PlainDate.from(last)
  let date = Temporal.PlainDate.from(first)
  while (Temporal.PlainDate.compare(date, end) <= 0) {
    const name = holidayName(land, date.toString())
    if (name !== null) found.push({ date: date.toString(), name })
    date = date.add({ days: 1 })
  }
  return found
}
