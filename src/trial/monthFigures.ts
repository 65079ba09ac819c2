import type { Platform } from '../platform/context.ts'
import { dayRange, localDay } from './localDay.ts'
import * as store from './store.ts'

/** How many of how many. */
export interface Share {
  kept: number
  of: number
}

/** Both promises of the city in the month that runs. */
export interface MonthFigures {
  /** First day, 'YYYY-MM-DD'. */
  from: string
  /** Calls in service hours that a person answered within 15 s, of all whose promise is decided. */
  answers: Share
  /** Calls back that began inside their window, of all whose promise is decided. */
  callbacks: Share
}

/** The month that runs, by the queries of the board (docs/figures.md), all of one moment. */
export async function monthFigures(
  { db, clock }: Platform,
  { id, timeZone }: { id: string; timeZone: string },
): Promise<MonthFigures> {
  const now = clock.now()
  const from = `${localDay(now, timeZone).slice(0, 8)}01`
  const range = { from: dayRange(from, timeZone).from, to: now }
  return store.inOneMoment(db, async (tx) => {
    const calls = await store.callFigures(tx, id, range)
    const promises = await store.promiseFigures(tx, id, range)
    return {
      from,
      answers: { kept: calls.promiseKept, of: calls.promiseKept + calls.promiseBroken },
      callbacks: { kept: promises.kept, of: promises.kept + promises.broken },
    }
  })
}
