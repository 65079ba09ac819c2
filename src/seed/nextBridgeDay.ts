import { Temporal } from 'temporal-polyfill'
import { holidayName } from '../shared/holidays.ts'
import type { Land } from '../shared/laender.ts'

const FRIDAY = 5
const MONDAY = 1
const DAYS_AHEAD = 800

/**
 * The next working day, after `today` ('YYYY-MM-DD'), between a public holiday and the weekend.
 * @throws when there is none in two years, which no Land's calendar allows
 */
export function nextBridgeDay(land: Land, today: string): { date: string; reason: string } {
  const first = Temporal.PlainDate.from(today)
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = first.add({ days: ahead })
    if (holidayName(land, day.toString()) !== null) continue
    const neighbour = neighbourOf(day)
    const holiday = neighbour && holidayName(land, neighbour.toString())
    if (holiday) return { date: day.toString(), reason: `Brückentag (${holiday})` }
  }
  throw new Error(`no bridge day in ${land} after ${today}`)
}

/** The Thursday of a Friday, the Tuesday of a Monday. */
function neighbourOf(day: Temporal.PlainDate): Temporal.PlainDate | null {
  if (day.dayOfWeek === FRIDAY) return day.subtract({ days: 1 })
  return day.dayOfWeek === MONDAY ? day.add({ days: 1 }) : null
}
