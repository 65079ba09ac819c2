import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { digitWord } from './digitWords.ts'
import type { Lang } from './lang.ts'

declare const brand: unique symbol

/** A number in E.164: '+', country code, digits; at most 15. Made by `parsePhoneNumber` and `callerNumber`. */
export type PhoneNumber = string & { readonly [brand]: 'PhoneNumber' }

/** Whether a stored text has the form of E.164; says nothing about whether the number is assigned. */
export function isPhoneNumber(text: string): text is PhoneNumber {
  return /^\+[1-9]\d{5,14}$/.test(text)
}

/** As people in Germany write it: '02306 1042030', and '+43 1 234567' for other countries. */
export function formatNational(number: PhoneNumber): string {
  const { prefix, rest } = split(number)
  return prefix.startsWith('+') ? (parsed(number)?.formatInternational() ?? number) : `${prefix} ${rest}`
}

/** The prefix and the last three digits, '0172 … 445'; fewer digits of a short number, never more than half. */
export function maskMiddle(number: PhoneNumber): string {
  const { prefix, rest } = split(number)
  const shown = Math.min(3, Math.floor(rest.length / 2))
  return `${prefix} … ${rest.slice(rest.length - shown)}`
}

/** The last digits, for the second factor of the status page. */
export function lastDigits(number: PhoneNumber, count: number): string {
  return number.slice(1).slice(-count)
}

/** '0172 55 66 445' as groups: the prefix, then pairs, the last of three when the digits are odd. */
export function digitGroups(number: PhoneNumber): string[] {
  const { prefix, rest } = split(number)
  const pairs = rest.match(/\d{3}$|\d{2}(?!\d$)|\d+/g) ?? []
  return [prefix, ...pairs]
}

/** The groups of `digitGroups` in words to read aloud: 'null eins sieben zwo', 'fünf fünf', … */
export function readBack(number: PhoneNumber, lang: Lang = 'de'): string[] {
  const aloud = (character: string) =>
    character === '+' ? 'plus' : (digitWord(character, lang) ?? character)
  return digitGroups(number).map((group) => [...group].map(aloud).join(' '))
}

/**
 * Whether a call there can cost far more than an ordinary one: German service ranges by the numbering plan
 * of the Bundesnetzagentur (012, 0137, 0138, 0180, 0190 to 0194, 0900, 118xy), satellite and international
 * networks by ITU-T E.164.1 (+870, +878, +881 to +883, +979), other countries by libphonenumber.
 */
export function isPremium(number: PhoneNumber): boolean {
  if (/^\+49(900|19[0-4]|13[78]|180|118|12)/.test(number)) return true
  if (/^\+(87[08]|88[1-3]|979)/.test(number)) return true
  const type = parsed(number)?.getType()
  return type === 'PREMIUM_RATE' || type === 'SHARED_COST'
}

/** Whether an SMS can be sent there at an ordinary price: a German mobile number. */
export function takesSms(number: PhoneNumber): boolean {
  return number.startsWith('+49') && parsed(number)?.getType() === 'MOBILE'
}

function parsed(number: PhoneNumber) {
  return parsePhoneNumberFromString(number, { extract: false })
}

/** Area or network code with its zero for Germany, '+43' for other countries; `rest` is digits only. */
function split(number: PhoneNumber): { prefix: string; rest: string } {
  if (!number.startsWith('+49')) {
    const code = parsed(number)?.countryCallingCode ?? number.slice(1, 3)
    return { prefix: `+${code}`, rest: number.slice(1 + code.length) }
  }
  const national = number.slice(3)
  const first = /^0(\d+) /.exec(parsed(number)?.formatNational() ?? '')?.[1]
  // Without a format for this range: the four digits that most German prefixes have after the zero.
  const prefix = first ?? national.slice(0, 4)
  return { prefix: `0${prefix}`, rest: national.slice(prefix.length) }
}
