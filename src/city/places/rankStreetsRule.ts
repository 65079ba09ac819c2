import { germanSound } from '../../shared/germanSound.ts'
import { countErrors, forgivenErrors } from '../../shared/typos.ts'
import { foldGerman } from './foldStreet.ts'
import type { Street } from './model.ts'
import type { TypedAddress } from './readAddressRule.ts'

/** A sound of fewer digits is that of too many streets. */
const SHORTEST_SOUND = 3

/**
 * How far a street's name is from what was typed: 0 the same, 1 it begins so, 2 that is in it, 3 it sounds the same, from 4 on with
 * typing errors; null: it is another one. Whatever was typed may be only the beginning.
 */
export function distanceOf(typed: string, key: string): number | null {
  if (typed === key) return 0
  if (key.startsWith(typed)) return 1
  if (typed.length >= 3 && key.includes(typed)) return 2
  const sound = germanSound(typed)
  if (sound.length >= SHORTEST_SOUND && sound === soundOf(key)) return 3
  const forgiven = forgivenErrors(typed.length)
  const errors = countErrors(typed, key, forgiven, true)
  return forgiven > 0 && errors <= forgiven ? 3 + errors : null
}

/** Of names that were asked for: a town's are always the same, and a look at all of them takes half as long. */
const sounds = new Map<string, string>()
const MOST_SOUNDS = 50_000

function soundOf(key: string): string {
  const known = sounds.get(key)
  if (known !== undefined) return known
  if (sounds.size >= MOST_SOUNDS) sounds.clear()
  const sound = germanSound(key)
  sounds.set(key, sound)
  return sound
}

export interface RankedStreet {
  street: Street
  /** As `distanceOf` tells it. */
  distance: number
  /** A postcode or words were typed with it that are not this street's. */
  elsewhere: boolean
}

/** The nearest first; where the postcode or the district was typed, those that lie there if there are any. */
export function rankStreets(typed: TypedAddress, streets: readonly Street[]): RankedStreet[] {
  if (typed.key === '') return []
  const found = streets.flatMap((street): RankedStreet[] => {
    const distance = distanceOf(typed.key, street.key)
    return distance === null ? [] : [{ street, distance, elsewhere: liesElsewhere(typed, street) }]
  })
  const here = found.filter(({ elsewhere }) => !elsewhere)
  return (here.length > 0 ? here : found).toSorted(
    (a, b) =>
      a.distance - b.distance ||
      a.street.name.localeCompare(b.street.name, 'de') ||
      a.street.postcode.localeCompare(b.street.postcode) ||
      a.street.district.localeCompare(b.street.district, 'de'),
  )
}

function liesElsewhere({ postcode, rest }: TypedAddress, street: Street): boolean {
  if (postcode !== null && street.postcode !== '' && street.postcode !== postcode) return true
  return rest.length > 0 && !rest.includes(foldGerman(street.district))
}
