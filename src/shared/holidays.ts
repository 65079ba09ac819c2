import { getHolidays } from 'feiertagejs'

/** The Länder by their ISO 3166-2 code without "DE-", with the names a city chooses from. */
export const LAENDER = {
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  BE: 'Berlin',
  BB: 'Brandenburg',
  HB: 'Bremen',
  HH: 'Hamburg',
  HE: 'Hessen',
  MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen',
  NW: 'Nordrhein-Westfalen',
  RP: 'Rheinland-Pfalz',
  SL: 'Saarland',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  SH: 'Schleswig-Holstein',
  TH: 'Thüringen',
} as const

export type Land = keyof typeof LAENDER

export function isLand(code: string): code is Land {
  return Object.hasOwn(LAENDER, code)
}

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
