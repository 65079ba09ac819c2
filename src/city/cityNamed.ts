import type { Reader } from '../platform/db/connect.ts'
import { invalid } from '../platform/problems.ts'
import { cityOf } from './cityOf.ts'
import type { City } from './model.ts'
import * as store from './store.ts'

/** The city with this id, or the only one when none is named, as on the command line. @throws Problem 422 */
export async function cityNamed(reader: Reader, id: string | undefined): Promise<City> {
  const ids = await store.listCityIds(reader)
  const [only, another] = id === undefined ? ids : ids.filter((one) => one === id)
  if (another !== undefined)
    throw invalid({ city: `Es gibt mehrere Städte. Bitte eine nennen: --city ${ids.join(' oder --city ')}` })
  if (only === undefined)
    throw invalid({
      city: id === undefined ? 'Es gibt noch keine Stadt.' : `Die Stadt „${id}“ gibt es hier nicht.`,
    })
  return cityOf(reader, only)
}
