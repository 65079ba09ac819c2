import type { City } from '../../city/index.ts'
import type { Platform } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Live } from '../../platform/live/live.ts'
import { notFound } from '../../platform/problems.ts'
import { holidayName } from '../../shared/holidays.ts'
import { planDay } from '../capacity/dayPlan.ts'
import type { DayPlan } from '../model.ts'
import type { Office, OfficeSettings } from './office.ts'
import * as store from './settingsStore.ts'

/** What each process has read, by its live channel: `<city> <office>`. */
const kept = new WeakMap<Live, Map<string, OfficeSettings>>()

/**
 * An office and its services at the version that the caller has just read; kept in memory until the version changes.
 * @throws Problem 404
 */
export async function settingsAt(
  { live }: Pick<Platform, 'live'>,
  reader: Reader,
  cityId: string,
  officeId: string,
  version: number,
): Promise<OfficeSettings> {
  const ofProcess = kept.get(live) ?? new Map<string, OfficeSettings>()
  kept.set(live, ofProcess)
  const key = `${cityId} ${officeId}`
  const known = ofProcess.get(key)
  if (known?.office.version === version) return known
  const office = await store.findOffice(reader, cityId, officeId)
  if (!office) throw notFound('Dieses Büro')
  const services = await store.listServiceSettings(reader, cityId)
  const bookable = services.filter((service) => service.bookable)
  const settings = { office, services: new Map(bookable.map((service) => [service.id, service])) }
  ofProcess.set(key, settings)
  return settings
}

/** For what changes services without changing the office's version: they are read again. */
export function forgetSettings({ live }: Pick<Platform, 'live'>, cityId: string): void {
  const ofProcess = kept.get(live)
  for (const key of ofProcess?.keys() ?? []) if (key.startsWith(`${cityId} `)) ofProcess?.delete(key)
}

/**
 * The capacity of a day by the office's shifts.
 * @param closure why the city closed this day, or null; a public holiday of its Land closes it too
 */
export function planOf(
  office: Office,
  { timeZone, land }: Pick<City, 'timeZone' | 'land'>,
  date: string,
  closure: string | null,
): DayPlan {
  const { id, counters, shifts, exceptions, active } = office
  const devices = Object.fromEntries(office.devices.map(({ kind, units }) => [kind, units]))
  const closedBecause = active
    ? (closure ?? holidayName(land, date))
    : `${office.name} vergibt keine Termine.`
  return planDay({ office: { id, timeZone, counters, devices }, date, shifts, exceptions, closedBecause })
}
