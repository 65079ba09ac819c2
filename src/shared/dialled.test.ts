import { expect, test } from 'vitest'
import { dialled, inArea, withCountryCode } from './dialled.ts'

test.each([
  ['+49 (0)2306 104-2030', '+4923061042030'],
  ['(+49)(0)171/392.00–12', '+491713920012'],
  ['02306 (0)', '023060'],
  ['', ''],
  ['171a', null],
  ['0171+39', null],
])('given %j, dialled is %s', (input, expected) => {
  expect(dialled(input)).toBe(expected)
})

test.each([
  ['+49171', '+49171'],
  ['+490171', '+49171'],
  ['00490171', '+49171'],
  ['0171', '+49171'],
  ['0039066982', '+39066982'],
  ['1042030', null],
])('given %s, withCountryCode is %s', (digits, expected) => {
  expect(withCountryCode(digits)).toBe(expected)
})

test('given an area code with or without its zero, inArea is the same number', () => {
  expect([inArea('02306', '1040'), inArea('2306', '1040')]).toEqual(['+4923061040', '+4923061040'])
})
