import { expect, test } from 'vitest'
import { shareOf } from './share.ts'

test.each([
  [0, 0, null, 'heute noch keine'],
  [31, 1, '96,8 %', '31 von 32'],
  [5, 0, '100 %', '5 von 5'],
  [9999, 1, '99,9 %', '9999 von 10000'],
  [0, 3, '0,0 %', '0 von 3'],
])('given %i kept and %i broken, says %s', (kept, broken, percent, counts) => {
  expect(shareOf(kept, broken)).toEqual({ percent, counts })
})
