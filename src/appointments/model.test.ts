import { expect, test } from 'vitest'
import { mayBecome, TAKES_CAPACITY, takesCapacity, TRANSITIONS } from './model.ts'

test('given a state that takes no capacity, only who came after all leads back to one that does', () => {
  const back = Object.entries(TRANSITIONS).flatMap(([from, followers]) =>
    TAKES_CAPACITY.some((state) => state === from) ? [] : followers.filter(takesCapacity),
  )
  expect(back).toEqual(TRANSITIONS['no-show'])
})

test.each([
  ['held', 'booked', true],
  ['held', 'arrived', false],
  ['booked', 'moved', true],
  ['called', 'arrived', true],
  ['served', 'cancelled', false],
  ['no-show', 'called', false],
  ['expired', 'booked', false],
] as const)('given %s, whether it may become %s is %s', (from, to, may) => {
  expect(mayBecome(from, to)).toBe(may)
})
