import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePhoneNumber } from './parsePhoneNumber.ts'
import {
  digitGroups,
  formatNational,
  isPhoneNumber,
  isPremium,
  lastDigits,
  maskMiddle,
  readBack,
  type PhoneNumber,
} from './phoneNumber.ts'

/** The personal numbers here are those the Bundesnetzagentur keeps free for media productions. */
function phone(text: string): PhoneNumber {
  if (!isPhoneNumber(text)) throw new Error(`not E.164: ${text}`)
  return text
}

describe('writing and reading aloud', () => {
  test.each([
    ['+491713920012', '0171 3920012', '0171 … 012', '0171 39 20 012'],
    ['+4915228817386', '01522 8817386', '01522 … 386', '01522 88 17 386'],
    ['+493023125123', '030 23125123', '030 … 123', '030 23 12 51 23'],
    ['+4923061042030', '02306 1042030', '02306 … 030', '02306 10 42 030'],
    ['+4923061040', '02306 1040', '02306 … 40', '02306 10 40'],
    ['+492306104', '02306 104', '02306 … 4', '02306 104'],
    ['+431505050', '+43 1 505050', '+43 … 050', '+43 15 05 050'],
  ])('given %s, writes %s, hides %s, groups %s', (number, national, masked, groups) => {
    expect(formatNational(phone(number))).toBe(national)
    expect(maskMiddle(phone(number))).toBe(masked)
    expect(digitGroups(phone(number)).join(' ')).toBe(groups)
  })

  test('given a number, readBack gives the groups in words', () => {
    expect(readBack(phone('+491729925904'))).toEqual([
      'null eins sieben zwo',
      'neun neun',
      'zwo fünf',
      'neun null vier',
    ])
    expect(readBack(phone('+431505050'), 'en').slice(0, 2)).toEqual(['plus four three', 'one five'])
  })

  test('given any German number, groups and national form hold the same digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{6,10}$/), (digits) => {
        const number = phone(`+49${digits}`)
        expect(digitGroups(number).join('')).toBe(`0${digits}`)
        expect(formatNational(number).replaceAll(' ', '')).toBe(`0${digits}`)
        expect(parsePhoneNumber(formatNational(number))).toEqual(parsePhoneNumber(number))
      }),
    )
  })

  test('given any number, maskMiddle hides at least half of what follows the prefix', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{6,13}$/), (digits) => {
        const number = phone(`+${digits}`)
        const [prefix = '', shown = ''] = maskMiddle(number).split(' … ')
        const rest = digitGroups(number).slice(1).join('').length
        expect(prefix).toBe(digitGroups(number)[0])
        expect(shown.length * 2).toBeLessThanOrEqual(rest)
      }),
    )
  })

  test('given a number, lastDigits are its end', () => {
    expect(lastDigits(phone('+491713920012'), 4)).toBe('0012')
  })
})

describe('isPremium', () => {
  test.each([
    ['0900', '+499001234567', true],
    ['0137', '+491371234567', true],
    ['0180', '+491805123456', true],
    ['0190, long gone', '+49190123456', true],
    ['118xy with a country code', '+4911833', true],
    ['Inmarsat', '+870773123456', true],
    ['Iridium', '+881612345678', true],
    ['international networks', '+882345678901', true],
    ['Austrian 0900', '+43900123456', true],
    ['Swiss 0900', '+41900123456', true],
    ['a German mobile', '+491713920012', false],
    ['a German landline', '+4923061042030', false],
    ['a free number', '+498001234567', false],
    ['a landline in Dresden, 0351', '+493511234567', false],
    ['an Austrian landline', '+431505050', false],
  ])('given %s, answers for %s: %s', (_what, number, expected) => {
    expect(isPremium(phone(number))).toBe(expected)
  })
})

test.each(['+4917', '0171392001', '+0171392001', '+49 171', '', '+1234567890123456'])(
  'given %j, it is not E.164',
  (text) => expect(isPhoneNumber(text)).toBe(false),
)
