import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { dialled, inArea, LONGEST_LOCAL, withCountryCode } from './dialled.ts'
import { isPhoneNumber, type PhoneNumber } from './phoneNumber.ts'

/**
 * The caller as a telephone system reports it: '+49…', '0049…', '49…' without plus, '0172…', a SIP or tel
 * URI. Null for a caller without a usable number: anonymous, an internal extension, nonsense. Accepts what
 * may exist, also where libphonenumber does not know the range, because the call is there.
 */
export function callerNumber(reported: string, areaCode?: string): PhoneNumber | null {
  const user = /(?:sips?|tel):([^@;>]*)/i.exec(reported)?.[1] ?? reported
  const digits = dialled(user)
  if (digits === null) return null
  const number = international(digits, areaCode)
  if (number === null || !isPhoneNumber(number)) return null
  return parsePhoneNumberFromString(number, { extract: false })?.isPossible() === true ? number : null
}

function international(digits: string, areaCode: string | undefined): string | null {
  const prefixed = withCountryCode(digits)
  if (prefixed !== null) return prefixed
  // Up to five digits without a zero are an extension or a short number, from six on a local number.
  if (digits.length < 6) return null
  if (digits.length <= LONGEST_LOCAL) return areaCode === undefined ? null : inArea(areaCode, digits)
  return parsePhoneNumberFromString(`+${digits}`, { extract: false })?.isValid() === true
    ? `+${digits}`
    : null
}
