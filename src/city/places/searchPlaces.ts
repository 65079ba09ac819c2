import type { Reader } from '../../platform/db/connect.ts'
import { labelOf } from './labelOf.ts'
import type { Place, Street } from './model.ts'
import * as store from './placeStore.ts'
import type { HouseRow } from './placeStore.ts'
import { cityOf } from '../cityOf.ts'
import { type RankedStreet, rankStreets } from './rankStreetsRule.ts'
import { readAddress, type TypedAddress, withoutTown } from './readAddressRule.ts'

const MOST_FOUND = 6
/** Streets among which a house number is looked for. */
const MOST_STREETS = 12
/** Longer nobody types an address; what is longer are words. */
const LONGEST = 120

export interface FoundPlaces {
  /** The nearest to what was typed first. */
  places: readonly Place[]
  /** The one that was typed in full, when there is no other that it could be. */
  exact: Place | null
  /** Something was said besides that no address holds. */
  hasWords: boolean
}

const NOTHING: FoundPlaces = { places: [], exact: null, hasWords: false }

/**
 * What of the city's list somebody may mean who typed this, also misspelt or only the beginning of a street.
 * @param how while they are typing, a number may be the beginning of another one
 */
export async function searchPlaces(
  reader: Reader,
  cityId: string,
  text: string,
  how: 'typing' | 'whole' = 'whole',
): Promise<FoundPlaces> {
  if (text.length > LONGEST) return NOTHING
  const typed = withoutTown(readAddress(text), (await cityOf(reader, cityId)).name)
  if (typed.key.length < 2) return NOTHING
  const streets = await streetsFor(reader, cityId, typed)
  if (streets.length === 0) return NOTHING
  const found = await housesFor(reader, cityId, typed, streets, how)
  const places = found.length > 0 ? found : streets.map(ofStreet)
  return {
    places: places.slice(0, MOST_FOUND).map(({ place }) => place),
    exact: exactOf(typed, places),
    hasWords: streets.every(({ elsewhere }) => elsewhere),
  }
}

interface Candidate {
  place: Place
  /** All that was typed of it is so. */
  same: boolean
}

/** Most type a name as it is written: the others cost a look at all names. */
async function streetsFor(reader: Reader, cityId: string, typed: TypedAddress): Promise<RankedStreet[]> {
  const beginning = await store.streetsBeginning(reader, cityId, typed.key, 50)
  const streets = beginning.length > 0 ? beginning : await store.allStreets(reader, cityId)
  return rankStreets(typed, streets).slice(0, MOST_STREETS)
}

async function housesFor(
  reader: Reader,
  cityId: string,
  typed: TypedAddress,
  streets: readonly RankedStreet[],
  how: 'typing' | 'whole',
): Promise<Candidate[]> {
  const { number } = typed
  if (number === null) return []
  const ids = streets.map(({ street }) => street.id)
  const houses = await store.housesOf(reader, cityId, ids, number, how === 'typing')
  return streets
    .flatMap(({ street, distance, elsewhere }) =>
      houses
        .filter(({ streetId }) => streetId === street.id)
        .map((house) => ({ street, distance, elsewhere, house, offBy: offBy(typed, house) })),
    )
    .toSorted((a, b) => a.distance - b.distance || a.offBy - b.offBy)
    .map(({ street, distance, elsewhere, house, offBy: off }) => ({
      place: ofHouse(street, house),
      same: distance === 0 && !elsewhere && off === 0,
    }))
}

function offBy({ number, addition }: TypedAddress, house: HouseRow): number {
  if (house.number !== number) return 2
  return house.addition === addition ? 0 : 1
}

function ofHouse(street: Street, { number, addition, at }: HouseRow): Place {
  const houseNumber = `${number}${addition}`
  return { label: labelOf(street, houseNumber), street: street.name, houseNumber, at }
}

const ofStreet = ({ street, distance, elsewhere }: RankedStreet): Candidate => ({
  place: { label: labelOf(street, null), street: street.name, houseNumber: null, at: street.at },
  same: distance === 0 && !elsewhere,
})

function exactOf({ number }: TypedAddress, places: readonly Candidate[]): Place | null {
  const same = places.filter((one) => one.same && (number === null || one.place.houseNumber !== null))
  return same.length === 1 ? (same[0]?.place ?? null) : null
}
