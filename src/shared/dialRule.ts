import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { formatNational, isPremium, type PhoneNumber } from './phoneNumber.ts'

/** Why a number is not dialled: a control room, or something nobody allowed. */
export type DialFault = 'emergency' | 'premium' | 'special' | 'foreign'

/**
 * The one rule of what the city dials, for callbacks, transfers and the telephone menu: landline, mobile, internet
 * telephone and toll-free numbers in Germany. Everything else only with a permission; no permission opens an emergency
 * number, because those leave by the softphone directly and never through us.
 * @param allowed beginnings in E.164 that the administrator has allowed, such as '+43' or '+49180'
 */
export function dialFault(number: PhoneNumber, allowed: readonly string[]): DialFault | null {
  // Some networks put an area code before 110 or 112 through to that area's control room.
  if (/^0\d+ 11[02]$/.test(formatNational(number))) return 'emergency'
  if (allowed.some((prefix) => number.startsWith(prefix))) return null
  if (isPremium(number)) return 'premium'
  if (!number.startsWith('+49')) return 'foreign'
  return isOrdinary(number) ? null : 'special'
}

export const mayDial = (number: PhoneNumber, allowed: readonly string[]): boolean =>
  dialFault(number, allowed) === null

const ORDINARY: readonly (string | undefined)[] = [
  'FIXED_LINE',
  'MOBILE',
  'FIXED_LINE_OR_MOBILE',
  'VOIP',
  'TOLL_FREE',
]

/** By the numbering plan as libphonenumber knows it; what it does not know (032 and new area codes aside) is special. */
function isOrdinary(number: PhoneNumber): boolean {
  return ORDINARY.includes(parsePhoneNumberFromString(number, { extract: false })?.getType())
}
