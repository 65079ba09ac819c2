import type { Reader } from '../../platform/db/connect.ts'
import { shortWindow } from '../../shared/germanTime.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { offersOf } from './offerRule.ts'
import { daysAhead, outlookOf, type Wish } from './outlook.ts'
import { TARGET } from './trackerRule.ts'

/** About two weeks of service time: as many as are looked through for a retry. */
export const HORIZON_WINDOWS = 80

/** A window that can be kept. */
export interface FreeWindow extends TimeRange {
  /** How many more callbacks of the expected length fit. */
  free: number
  /** The share of such promises that are kept in the long run, 0 to 1: what was learnt from the team's promises aims at it. */
  sure: number
  /** 'heute 14–15 Uhr' */
  label: string
}

export interface WindowWish extends Wish {
  /** Also two hours and half-days, where no hour in them can be kept; for who hands over the window's end when promising. */
  wide?: boolean
}

/**
 * The next windows in which this team can promise a callback and keep it, in order; empty only when it has no capacity in
 * the next 90 days.
 */
export async function windowsFor(
  reader: Reader,
  cityId: string,
  teamId: string,
  now: Date,
  count: number,
  wish: WindowWish = {},
): Promise<FreeWindow[]> {
  const outlook = await outlookOf(reader, cityId, teamId, now, wish)
  const { hours, workMs } = outlook
  const found: FreeWindow[] = []
  for await (const day of daysAhead(reader, cityId, teamId, now, outlook)) {
    for (const { window, judgement } of offersOf(day, wish.wide ?? false)) {
      if (judgement.kind !== 'free') continue
      const label = shortWindow(window, now, hours.timeZone)
      found.push({ ...window, free: Math.floor(judgement.roomMs / workMs), sure: TARGET, label })
      if (found.length === count) return found
    }
  }
  return found
}
