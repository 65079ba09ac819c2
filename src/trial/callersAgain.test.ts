import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callersAgain } from './callersAgain.ts'

const calls = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    offeredAt: fc.integer({ min: 0, max: 20 }).map((minute) => new Date(minute * 60_000)),
    callerKey: fc.constantFrom(null, 'a', 'b', 'c'),
  }),
  { selector: ({ id }) => id },
)

test('given the calls of a day in any order, of each caller all but the first are again, and a withheld number never is', () => {
  fc.assert(
    fc.property(calls, (day) => {
      const marked = callersAgain(day)
      for (const key of ['a', 'b', 'c']) {
        const own = marked.filter(({ callerKey }) => callerKey === key)
        expect(own.map(({ again }) => again)).toEqual(own.map((_, index) => index > 0))
        const first = Math.min(...own.map(({ offeredAt }) => offeredAt.getTime()))
        if (own[0]) expect(own[0].offeredAt.getTime()).toBe(first)
      }
      expect(marked.filter(({ callerKey, again }) => callerKey === null && again)).toEqual([])
      expect(callersAgain(day.toReversed())).toEqual(marked)
    }),
  )
})
