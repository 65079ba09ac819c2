import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepInPlace, rowInPlaceOf } from './keepInPlace.ts'

const rows = (ids: string) => [...ids].map((id) => ({ id }))
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('')

test.each([
  {
    fresh: 'xab',
    held: { id: 'a', place: 0 },
    after: 'axb',
    why: 'a more urgent row waits below the held one',
  },
  { fresh: 'xab', held: { id: 'b', place: 1 }, after: 'xba', why: 'the held row keeps its place' },
  { fresh: 'xab', held: null, after: 'xab', why: 'nothing is held' },
  { fresh: 'b', held: { id: 'a', place: 0 }, after: 'b', why: 'the held row is gone' },
  { fresh: 'c', held: { id: 'c', place: 2 }, after: 'c', why: 'the list is shorter than the place' },
])('given $fresh with $held in hand, shows $after: $why', ({ fresh, held, after }) => {
  expect(ids(keepInPlace(rows(fresh), held))).toBe(after)
})

test('given any list and any held row, nothing is lost or doubled and the others keep their order', () => {
  const id = fc.constantFrom(...'abcdefgh')
  const list = fc.uniqueArray(id, { maxLength: 8 })
  const held = fc.option(fc.record({ id, place: fc.nat(9) }))
  fc.assert(
    fc.property(list, held, (fresh, held) => {
      const result = [...ids(keepInPlace(rows(fresh.join('')), held))]
      expect(result.filter((id) => id !== held?.id)).toEqual(fresh.filter((id) => id !== held?.id))
      expect(result.toSorted()).toEqual(fresh.toSorted())
    }),
  )
})

test.each([
  { fresh: 'bc', place: 0, after: 'b' },
  { fresh: 'ab', place: 2, after: 'b' },
  { fresh: '', place: 0, after: null },
])(
  'given the held row at $place gone and $fresh left, the focus goes to $after',
  ({ fresh, place, after }) => {
    expect(rowInPlaceOf(rows(fresh), { id: 'gone', place })).toBe(after)
  },
)
