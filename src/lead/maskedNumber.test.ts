import { expect, test } from 'vitest'
import { maskedNumber } from './maskedNumber.ts'

test.each([
  ['+491725566445', '0172 … 445'],
  ['+4923061042030', '0230 … 030'],
  [null, null],
])('given %s, shows %s', (number, shown) => {
  expect(maskedNumber(number)).toBe(shown)
})
