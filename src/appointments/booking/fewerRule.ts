import type { ServiceWish } from '../capacity/lengthRule.ts'

/**
 * The services of an appointment with fewer persons: for each at least one, for none more than before.
 * @returns null when that is not what is wished: another service, more persons, or nothing fewer
 */
export function withFewer(
  before: readonly ServiceWish[],
  wished: readonly ServiceWish[],
): ServiceWish[] | null {
  const persons = summed(before)
  const wanted = summed(wished)
  if ([...wanted.keys()].some((id) => !persons.has(id))) return null
  const after = [...persons].map(([id, most]) => ({ id, persons: wanted.get(id) ?? most, most }))
  const isPossible = after.every(
    (one) => Number.isInteger(one.persons) && one.persons >= 1 && one.persons <= one.most,
  )
  const isFewer = after.some((one) => one.persons < one.most)
  return isPossible && isFewer ? after.map(({ id, persons: count }) => ({ id, persons: count })) : null
}

/** A service that is named twice counts for the sum. */
function summed(wishes: readonly ServiceWish[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { id, persons } of wishes) sums.set(id, (sums.get(id) ?? 0) + persons)
  return sums
}
