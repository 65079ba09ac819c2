import type { Reader } from '../platform/db/connect.ts'
import type { DayFigures } from './contract.ts'
import { dayRange } from './localDay.ts'
import * as store from './store.ts'

/** The figures of a local day as the tables have them now. @param day 'YYYY-MM-DD' */
export async function figuresFromTables(
  reader: Reader,
  city: { id: string; timeZone: string },
  day: string,
): Promise<DayFigures> {
  const range = dayRange(day, city.timeZone)
  const calls = await store.callFigures(reader, city.id, range)
  const waits = await store.waitFigures(reader, city.id, range)
  const cases = await store.caseFigures(reader, city.id, range)
  const promises = await store.promiseFigures(reader, city.id, range)
  const attempts = await store.attemptFigures(reader, city.id, range)
  const proposals = await store.proposalFigures(reader, city.id, range)
  return { day, calls, waits, cases, callbacks: { ...promises, ...attempts }, proposals }
}
