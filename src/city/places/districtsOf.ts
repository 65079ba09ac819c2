import type { Reader } from '../../platform/db/connect.ts'
import { districtsNamed } from './placeStore.ts'

/** In which district each of these streets is; one whose name stands in several, or in none, is left out. */
export async function districtsOf(
  reader: Reader,
  cityId: string,
  streets: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = Map.groupBy(await districtsNamed(reader, cityId, streets), ({ name }) => name)
  return new Map(
    [...found].flatMap(([name, rows]) => {
      const [only, ...others] = new Set(rows.map(({ district }) => district))
      return only && others.length === 0 ? [[name, only] as const] : []
    }),
  )
}
