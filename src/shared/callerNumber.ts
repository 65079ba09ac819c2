import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { compact } from './parsePhoneNumber.ts'
import { isPhoneNumber, type PhoneNumber } from './phoneNumber.ts'

/**
 * The caller as a telephone system reports it: '+49…', '0049…', '49…' without plus, '0172…', a SIP or tel
 * URI. Null for a caller without a usable number: anonymous, an internal extension, nonsense. Accepts what
 * may exist, also where libphonenumber does not know the range, because the call is there.
 */
export function callerNumber(reported: string, areaCode?: string): PhoneNumber | null {
  const user = /(?:sips?|tel):([^@;>]*)/i.exec(reported)?.[1] ?? reported
  const digits = compact(user)
  if (digits === null) return null
  const number = international(digits, areaCode)
  if (number === null || !isPhoneNumber(number)) return null
  return parsePhoneNumberFromString(number, { extract: false })?.isPossible() === true ? number : null
}

function international(digits: string, areaCode: string | undefined): string | null {
  if (digits.startsWith('+')) return digits.replace(/^\+490/, '+49')
  if (digits.startsWith('00')) return `+${digits.slice(2)}`.replace(/^\+490/, '+49')
  if (digits.startsWith('0')) return `+49${digits.slice(1)}`
  // Up to five digits without a zero are an extension or a short number, from six on a local number.
  if (digits.length < 6) return null
  if (digits.length <= 8) return areaCode === undefined ? null : `+49${areaCode.replace(/^0/, '')}${digits}`
  return parsePhoneNumberFromString(`+${digits}`, { extract: false })?.isValid() === true
    ? `+${digits}`
    : null
}
