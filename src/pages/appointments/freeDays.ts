import { readAvailability, type ServiceWish } from '../../appointments/index.ts'
import type { Visit } from '../visit.ts'

/** A day with at least one free time. */
export interface FreeDay {
  /** 'YYYY-MM-DD' */
  date: string
  /** 'HH:MM' */
  times: readonly string[]
}

/** Every day with free times as far ahead as the office gives appointments, or until a date. @throws Problem 404, 422 */
export async function freeDays(
  { ctx }: Pick<Visit, 'ctx'>,
  services: readonly ServiceWish[],
  office: string,
  // The office's own limits are nearer than these.
  to = '9999-12-31',
): Promise<FreeDay[]> {
  const { days } = await readAvailability(ctx, { services, office, from: '2000-01-01', to })
  return days.filter(({ times }) => times.length > 0)
}

export interface DaysPage {
  /** The very first free time of all. */
  earliest: { date: string; time: string } | null
  days: readonly FreeDay[]
  /** The `ab` of the pages before and after. */
  earlier: string | null
  later: string | null
}

/** So many days that a telephone's screen still shows where one is. */
export const DAYS_ON_PAGE = 5

/** The days from a date on; without one, or after the last day, from the first. */
export function pageOf(free: readonly FreeDay[], from: string | undefined): DaysPage {
  const found = from === undefined ? 0 : free.findIndex(({ date }) => date >= from)
  const begin = Math.max(0, found)
  const before = free[Math.max(0, begin - DAYS_ON_PAGE)]
  const first = free[0]
  const time = first?.times[0]
  return {
    earliest: first && time !== undefined ? { date: first.date, time } : null,
    days: free.slice(begin, begin + DAYS_ON_PAGE),
    earlier: begin > 0 && before ? before.date : null,
    later: free[begin + DAYS_ON_PAGE]?.date ?? null,
  }
}
