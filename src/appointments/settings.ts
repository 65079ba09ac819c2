import type { Platform } from '../platform/context.ts'
import type { Reader } from '../platform/db/connect.ts'
import type { Live } from '../platform/live/live.ts'
import { notFound } from '../platform/problems.ts'
import type { ServiceHours } from '../shared/serviceHours.ts'
import { planDay } from './dayPlan.ts'
import type { DayPlan } from './model.ts'
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

/** The capacity of a day by the office's shifts and the city's holidays and closures. */
export function planOf(office: Office, hours: ServiceHours, date: string): DayPlan {
  const { id, counters, shifts, exceptions } = office
  const devices = Object.fromEntries(office.devices.map(({ kind, units }) => [kind, units]))
  return planDay({
    office: { id, timeZone: hours.timeZone, counters, devices },
    date,
    shifts,
    exceptions,
    closedBecause: office.active ? hours.closedBecause(date) : `${office.name} vergibt keine Termine.`,
  })
}
