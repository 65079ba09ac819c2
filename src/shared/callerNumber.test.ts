import { describe, expect, test } from 'vitest'
import { callerNumber } from './callerNumber.ts'

describe('callerNumber', () => {
  test.each([
    ['E.164', '+491713920012', '+491713920012'],
    ['E.164 without plus', '493023125123', '+493023125123'],
    ['E.164 of another country without plus', '41446681800', '+41446681800'],
    ['with 00', '00491713920012', '+491713920012'],
    ['national', '01713920012', '+491713920012'],
    ['local', '1042030', '+4923061042030'],
    ['a SIP URI', 'sip:+491713920012@pbx.example;user=phone', '+491713920012'],
    ['a name and a SIP URI', '"Erika 2" <sip:01713920012@pbx.example>', '+491713920012'],
    ['a tel URI', 'tel:+49-171-3920012;phone-context=example', '+491713920012'],
    ['a range that libphonenumber does not know', '+49172992590', '+49172992590'],
  ])('given %s, reads the number', (_what, reported, expected) => {
    expect(callerNumber(reported, '02306')).toBe(expected)
  })

  test.each([
    '',
    'anonymous',
    'Anonymous',
    'unknown',
    'restricted',
    'sip:anonymous@anonymous.invalid',
    '2030',
    '12345',
    '110',
    '0000000000',
    '999999999999',
    '+',
    '0171392001217139200121',
  ])('given %j, there is no caller number', (reported) => {
    expect(callerNumber(reported, '02306')).toBeNull()
  })

  test('given a local number where the area code is not known, there is none', () => {
    expect(callerNumber('1042030')).toBeNull()
  })
})
