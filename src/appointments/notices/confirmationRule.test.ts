import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPhoneNumber } from '../../shared/phoneNumber.ts'
import { confirmationOf } from './confirmationRule.ts'

const phone = (text: string) => (isPhoneNumber(text) ? text : null)
const mobile = phone('+491713920012')
const landline = phone('+4923061042030')
const email = 'kim@example.org'

describe('confirmationOf', () => {
  test.each([
    ['none', { email, phone: mobile }, ['email', 'sms'], 'none'],
    ['link', { email, phone: mobile }, ['email', 'sms'], 'link'],
    ['code', { email, phone: mobile }, ['email', 'sms'], 'code'],
    // Who has no e-mail is not left out.
    ['link', { email: null, phone: mobile }, ['email', 'sms'], 'code'],
    ['code', { email, phone: null }, ['email', 'sms'], 'link'],
    ['link', { email: null, phone: landline }, ['email', 'sms'], 'unreachable'],
    ['code', { email, phone: mobile }, ['email'], 'link'],
    ['link', { email, phone: mobile }, [], 'none'],
  ] as const)('given %s and %o with %o, is %s', (setting, contact, connected, expected) => {
    expect(confirmationOf(setting, contact, connected)).toBe(expected)
  })

  test('given anything, never waits for what cannot be sent', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('none', 'link', 'code'),
        fc.constantFrom(null, email),
        fc.constantFrom(null, mobile, landline),
        fc.subarray(['email', 'sms'] as const),
        (setting, mail, number, connected) => {
          const by = confirmationOf(setting, { email: mail, phone: number }, connected)
          if (by === 'link') return mail !== null && connected.includes('email')
          if (by === 'code') return number === mobile && connected.includes('sms')
          return true
        },
      ),
    )
  })
})
