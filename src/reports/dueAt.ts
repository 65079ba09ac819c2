import { serviceHoursOf } from '../city/index.ts'
import type { Reader } from '../platform/db/connect.ts'
import { dayClockOf } from '../shared/dayClock.ts'

/** Where service hours never come again, a report is due after as many hours of the clock. */
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** When a category's report is due that began at `from`: after its service hours. */
export async function dueAfter(reader: Reader, cityId: string, from: Date, hours: number): Promise<Date> {
  const service = await serviceHoursOf(reader, cityId)
  return new Date(service.add(from, hours * 60) ?? from.getTime() + hours * HOUR_MS)
}

/**
 * When a day ends on which something is planned: as the city closes, or with its last moment when it stays closed. Never at
 * midnight, which people read as the day after.
 */
export async function endOfDay(reader: Reader, cityId: string, day: string): Promise<Date> {
  const service = await serviceHoursOf(reader, cityId)
  const closes = service.openingsOn(day).at(-1)?.end
  const { midnight, minutes } = dayClockOf(service.timeZone, day)
  const last = midnight + minutes * MINUTE_MS - 1
  return new Date(Math.min(closes ?? last, last))
}

/** When a day begins on which somebody is there: as the city opens, or at its midnight when it stays closed. */
export async function startOfDay(reader: Reader, cityId: string, day: string): Promise<Date> {
  const service = await serviceHoursOf(reader, cityId)
  return new Date(service.openingsOn(day).at(0)?.start ?? dayClockOf(service.timeZone, day).midnight)
}

/** 'YYYY-MM-DD' in the city. */
export const today = async (reader: Reader, cityId: string, now: Date): Promise<string> =>
  (await serviceHoursOf(reader, cityId)).dateOf(now)
