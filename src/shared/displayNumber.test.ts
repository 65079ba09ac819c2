import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPhoneNumber, type PhoneNumber } from './phoneNumber.ts'
import { displayNumber } from './displayNumber.ts'

const phone = (text: string): PhoneNumber => {
  if (!isPhoneNumber(text)) throw new Error(`not a number: ${text}`)
  return text
}
const spaced = (number: string) => displayNumber(phone(number)).replaceAll('\u00a0', ' ')

describe('displayNumber', () => {
  it.each([
    ['+4923061042030', '02306 104 20 30'],
    ['+492306104203', '02306 10 42 03'],
    ['+491725566445', '0172 556 64 45'],
    ['+431234567890', '+43 1 234567890'],
  ])('given %s, shows %s', (number, shown) => {
    expect(spaced(number)).toBe(shown)
  })

  it('given any German number, keeps every digit in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200_000, max: 999_999_999_999 }), (rest) => {
        expect(spaced(`+49${rest}`).replaceAll(/\D/g, '')).toMatch(new RegExp(`^(0|49)${rest}$`))
      }),
    )
  })
})
