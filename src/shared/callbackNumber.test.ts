import { describe, expect, test } from 'vitest'
import { callbackNumber } from './callbackNumber.ts'
import type { PhoneNumber } from './phoneNumber.ts'

const city = {
  areaCode: '02306',
  allowed: ['+43'],
  own: ['+4923061042030' as PhoneNumber],
}
const cause = (typed: string) => {
  const number = callbackNumber(typed, city)
  return number.ok ? number.value : number.cause
}

describe('the number that is called back', () => {
  test.each([
    ['0171 3920012', '+491713920012'],
    ['123456', '+492306123456'],
    ['+43 1 5131234', '+4315131234'],
    ['0031 20 5241111', 'foreign'],
    ['0900 1234567', 'premium'],
    ['110', 'emergency'],
    ['', 'empty'],
  ])('given %j, %s', (typed, expected) => {
    expect(cause(typed)).toBe(expected)
  })

  test.each(['02306 1042030', '1042030', '+49 2306 104 20 30'])(
    'given the city’s own line as %j, it is refused',
    (typed) => {
      expect(cause(typed)).toBe('own')
    },
  )

  test('given English, the sentence is English', () => {
    const number = callbackNumber('1042030', city, 'en')
    expect(number.ok ? '' : number.message).toMatch(/^This is our own number/)
  })
})
