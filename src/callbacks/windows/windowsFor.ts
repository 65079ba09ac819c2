import { serviceHoursOf, teamsOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { shortWindow } from '../../shared/germanTime.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { roomIn } from './capacityRule.ts'
import * as windows from './windowStore.ts'

const HOUR_MS = 3_600_000
/** About two weeks of service time: further ahead nobody plans who is at work. */
export const HORIZON_WINDOWS = 80

/** A window with room. */
export interface FreeWindow extends TimeRange {
  free: number
  /** 'heute 14–15 Uhr' */
  label: string
}

/** The next windows in which this team can still promise a callback; empty when its number per hour is 0. */
export async function windowsFor(
  reader: Reader,
  cityId: string,
  teamId: string,
  now: Date,
  count: number,
): Promise<FreeWindow[]> {
  const perHour = await callbacksPerHour(reader, cityId, teamId)
  if (perHour === 0) return []
  const hours = await serviceHoursOf(reader, cityId)
  const coming = comingWindows(hours, now)
  const [first, last] = [coming[0], coming.at(-1)]
  if (!first || !last) return []
  const taken = await windows.takenIn(reader, cityId, teamId, { start: first.start, end: last.end })
  return coming
    .map((window) => ({ ...window, free: roomIn(window, perHour, taken, now.getTime()) }))
    .filter(({ free }) => free > 0)
    .slice(0, count)
    .map((window) => ({ ...window, label: shortWindow(window, now, hours.timeZone) }))
}

/** The windows of the service hours, the one that is running included. */
export function comingWindows(hours: ServiceHours, now: Date): TimeRange[] {
  return hours
    .windows(now.getTime() - HOUR_MS, { count: HORIZON_WINDOWS })
    .filter((window) => window.end > now.getTime())
}

export async function callbacksPerHour(reader: Reader, cityId: string, teamId: string): Promise<number> {
  const team = (await teamsOf(reader, cityId)).find(({ id }) => id === teamId)
  return team?.callbacksPerHour ?? 0
}
