import { describe, expect, test } from 'vitest'
import { isPhoneNumber } from '../shared/phoneNumber.ts'
import { reachOf } from './reachRule.ts'

describe('reachOf', () => {
  const phone = (text: string) => (isPhoneNumber(text) ? text : null)
  const mobile = phone('+491713920012')
  const email = 'kim@example.org'

  test.each([
    [{ email, phone: mobile }, ['email', 'sms'], 'email'],
    [{ email: null, phone: mobile }, ['email', 'sms'], 'sms'],
    [{ email, phone: mobile }, ['sms'], 'sms'],
    [{ email, phone: null }, ['sms'], null],
    [{ email: null, phone: phone('+4923061042030') }, ['email', 'sms'], null],
    // An SMS abroad costs what an attacker likes.
    [{ email: null, phone: phone('+436641234567') }, ['email', 'sms'], null],
    [{ email, phone: mobile }, [], null],
  ] as const)('given %o with %o, is told by %s', (contact, connected, channel) => {
    expect(reachOf(contact, connected)?.channel ?? null).toBe(channel)
  })
})
