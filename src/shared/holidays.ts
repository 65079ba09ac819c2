import { getHolidays } from 'feiertagejs'
import type { Land } from './laender.ts'

const yearsByLand = new Map<string, ReadonlyMap<string, string>>()

/**
 * The German name of the public holiday that the Land has on this date ('YYYY-MM-DD'), or null.
 * Holidays of single municipalities (Augsburg; Mariä Himmelfahrt or Fronleichnam by parish) are a
 * city's own closures: only feiertagejs' rule for the whole Land counts here.
 */
export function holidayName(land: Land, date: string): string | null {
  const year = Number(/^(\d{4})-\d{2}-\d{2}$/.exec(date)?.[1])
  if (Number.isNaN(year)) throw new RangeError(`not a date of the form YYYY-MM-DD: ${date}`)
  return holidaysOf(land, year).get(date) ?? null
}

function holidaysOf(land: Land, year: number): ReadonlyMap<string, string> {
  const key = `${land} ${year}`
  const known = yearsByLand.get(key)
  if (known) return known
  const names = new Map(
    getHolidays(year, land).map((holiday) => [holiday.dateString, holiday.translate('de') ?? holiday.name]),
  )
  yearsByLand.set(key, names)
  return names
}
