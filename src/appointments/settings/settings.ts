import type { City } from '../../city/index.ts'
import type { Platform } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Live } from '../../platform/live/live.ts'
import { notFound } from '../../platform/problems.ts'
import { holidayName } from '../../shared/holidays.ts'
import { planDay } from '../capacity/dayPlan.ts'
import type { DayPlan } from '../model.ts'
import type { ReleasePlan } from '../release/plan.ts'
import { activePlans } from '../release/planStore.ts'
import { releaseOf } from '../release/releaseRule.ts'
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
  const releases = await activePlans(reader, cityId, officeId)
  const settings = { office, releases, services: new Map(bookable.map((service) => [service.id, service])) }
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
 * @param releases the office's active release plans
 */
export function planOf(
  office: Office,
  { timeZone, land }: Pick<City, 'timeZone' | 'land'>,
  date: string,
  closure: string | null,
  releases: readonly ReleasePlan[] = [],
): DayPlan {
  const { id, counters, shifts, exceptions, active } = office
  const devices = Object.fromEntries(office.devices.map(({ kind, units }) => [kind, units]))
  const closedBecause = active
    ? (closure ?? holidayName(land, date))
    : `${office.name} vergibt keine Termine.`
  const plan = planDay({
    office: { id, timeZone, counters, devices },
    date,
    shifts,
    exceptions,
    closedBecause,
  })
  return { ...plan, release: releaseOf(releases, { date, timeZone, capacity: laneMinutes(plan) }) }
}

/** How many minutes all lanes of a day work. */
export const laneMinutes = ({ lanes }: Pick<DayPlan, 'lanes'>): number =>
  lanes.reduce((all, { free }) => all + minutesIn(free), 0)

const minutesIn = (ranges: DayPlan['lanes'][number]['free']): number =>
  ranges.reduce((all, { start, end }) => all + (end - start) / 60_000, 0)
