import { z } from 'zod'
import type { Db } from '../platform/db/connect.ts'
import { invalid } from '../platform/problems.ts'
import { type ReplayedDay, replay } from './replay.ts'
import * as store from './store.ts'

export interface DaysWanted {
  day?: string | undefined
  city?: string | undefined
}

/**
 * Compares the figures from events with those from tables, day by day.
 * @param print gets one line at a time
 * @returns whether all are equal
 * @throws Problem for a day that is none or an unknown city
 */
export async function compareDays(
  db: Db,
  { day, city }: DaysWanted,
  print: (line: string) => void,
): Promise<boolean> {
  if (day !== undefined && !z.iso.date().safeParse(day).success)
    throw invalid({
      day: `„${day}“ ist kein Tag. Bitte als JJJJ-MM-TT schreiben, zum Beispiel 2026-11-23.`,
    })
  const cities = (await store.cities(db)).filter(({ id }) => city === undefined || id === city)
  if (city !== undefined && cities.length === 0)
    throw invalid({ city: `Die Stadt „${city}“ gibt es hier nicht.` })
  let equal = true
  for (const { id } of cities) {
    const days = await replay(db, id, day === undefined ? undefined : [day])
    if (days.length === 0) print(`${id}: noch nichts zu vergleichen`)
    for (const line of days.flatMap((replayed) => linesOf(id, replayed))) print(line)
    equal &&= days.every(({ differences }) => differences.length === 0)
  }
  return equal
}

function linesOf(city: string, { day, differences }: ReplayedDay): string[] {
  if (differences.length === 0) return [`${city} ${day} gleich`]
  return differences.map(
    ({ figure, tables, events }) => `${city} ${day} ${figure}: Tabellen ${tables}, Ereignisse ${events}`,
  )
}
