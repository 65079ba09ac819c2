import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canAllStand } from './matching.ts'

/** Tries every pool for everybody. */
function bruteForce(choices: readonly (readonly number[])[], room: readonly number[]): boolean {
  const [first, ...rest] = choices
  if (!first) return true
  return first.some((pool) => room[pool]! > 0 && bruteForce(rest, room.with(pool, room[pool]! - 1)))
}

test('given any choices, all can stand exactly when trying everything finds a way', () => {
  fc.assert(
    fc.property(
      fc.array(fc.subarray([0, 1, 2, 3]), { maxLength: 7 }),
      fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
      (choices, room) => {
        expect(canAllStand(choices, room)).toBe(bruteForce(choices, room))
      },
    ),
    { numRuns: 500 },
  )
})
