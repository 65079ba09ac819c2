import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dialFault, mayDial } from './dialRule.ts'
import { isPhoneNumber, type PhoneNumber } from './phoneNumber.ts'

const number = (text: string): PhoneNumber => {
  if (!isPhoneNumber(text)) throw new Error(text)
  return text
}

describe('dialFault', () => {
  test.each([
    ['a landline', '+4923061042030', null],
    ['a mobile', '+491713920012', null],
    ['an internet telephone (032)', '+4932221234567', null],
    ['toll-free', '+498004555500', null],
    ['0900', '+499001234567', 'premium'],
    ['0137', '+491371234567', 'premium'],
    ['0180', '+491805123456', 'premium'],
    ['0190 to 0194', '+4919401234', 'premium'],
    ['directory enquiries 118xy', '+4911833', 'premium'],
    ['a satellite network', '+881612345678', 'premium'],
    ['a personal number (0700)', '+4970012345678', 'special'],
    ['a pager (0164)', '+49164123456', 'special'],
    ['Austria', '+431234567', 'foreign'],
    ['an island with dear calls', '+6723123456', 'foreign'],
    ['a control room by its area code', '+492306112', 'emergency'],
  ])('given %s, answers %#', (_, text, fault) => {
    expect(dialFault(number(text), [])).toBe(fault)
  })

  it('given a permission, dials numbers that begin so and no others', () => {
    expect(mayDial(number('+431234567'), ['+43'])).toBe(true)
    expect(mayDial(number('+41441234567'), ['+43'])).toBe(false)
    expect(mayDial(number('+491805123456'), ['+49180'])).toBe(true)
    expect(mayDial(number('+499001234567'), ['+49180'])).toBe(false)
  })

  it('given any permission, never dials a control room', () => {
    expect(dialFault(number('+492306110'), ['+49', '+492306110'])).toBe('emergency')
  })

  it('given any number and no permission, dials only +49', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 13 })
    const anyNumber = fc
      .tuple(fc.integer({ min: 1, max: 9 }), digits)
      .map(([first, rest]) => `+${first}${rest.join('')}`)
      .filter(isPhoneNumber)
    fc.assert(
      fc.property(anyNumber, (any) => {
        if (mayDial(any, [])) expect(any.startsWith('+49')).toBe(true)
      }),
    )
  })
})
