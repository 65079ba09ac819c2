import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstIdOf, newId } from './ids.ts'

test('given a moment, the ids made in it are from its first id on, and before that of the next', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 2 }), (at) => {
      const id = newId(at)
      expect(id >= firstIdOf(new Date(at))).toBe(true)
      expect(id < firstIdOf(new Date(at + 1))).toBe(true)
    }),
  )
})

test('given a moment before 1970 or after the last that an id can tell, it is still an id', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/
  expect(firstIdOf(new Date(-1))).toMatch(uuid)
  expect(firstIdOf(new Date(8.64e15))).toMatch(uuid)
  expect(firstIdOf(new Date(-1))).toBe(firstIdOf(new Date(0)))
})
