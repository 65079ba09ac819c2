import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max'
import { dialFault } from './dialRule.ts'
import { dialled, inArea, LONGEST_LOCAL, withCountryCode } from './dialled.ts'
import type { Lang } from './lang.ts'
import { formatNational, isPhoneNumber, type PhoneNumber } from './phoneNumber.ts'
import type { Result } from './result.ts'

export type PhoneFault = keyof typeof MESSAGES

export type PhoneOptions = {
  /** The city's own area code with its zero, '02306': completes a number that was given without one. */
  areaCode?: string
  lang?: Lang
}

const MESSAGES = {
  empty: {
    de: 'Bitte geben Sie eine Telefonnummer ein.',
    en: 'Please enter a telephone number.',
  },
  characters: {
    de: 'Bitte geben Sie nur Ziffern ein, ohne Buchstaben oder Zusätze.',
    en: 'Please enter digits only, without letters or additions.',
  },
  areaCode: {
    de: 'Bitte geben Sie die Nummer mit Vorwahl ein, mit der Null am Anfang.',
    en: 'Please enter the number with its area code, beginning with 0.',
  },
  emergency: {
    de: 'Das ist eine Notrufnummer. Dort können wir nicht anrufen.',
    en: 'This is an emergency number. We cannot call it.',
  },
  shortNumber: {
    de: 'Das ist eine Servicenummer. Für den Rückruf brauchen wir eine Festnetz- oder Handynummer.',
    en: 'This is a service number. To call back we need a landline or mobile number.',
  },
  country: {
    de: 'Diese Landesvorwahl gibt es nicht. Bitte prüfen Sie die ersten Ziffern.',
    en: 'This country code does not exist. Please check the first digits.',
  },
  tooShort: {
    de: 'Diese Nummer ist zu kurz. Es fehlen Ziffern.',
    en: 'This number is too short. Digits are missing.',
  },
  tooLong: {
    de: 'Diese Nummer ist zu lang. Bitte geben Sie nur eine Nummer ein.',
    en: 'This number is too long. Please enter one number only.',
  },
  unassigned: {
    de: 'Diese Nummer gibt es so nicht. Bitte prüfen Sie Vorwahl und Ziffern.',
    en: 'There is no such number. Please check the area code and the digits.',
  },
  premium: {
    de: 'Das ist eine kostenpflichtige Sondernummer. Bitte geben Sie eine Festnetz- oder Handynummer ein.',
    en: 'This is a premium-rate number. Please enter a landline or mobile number.',
  },
  special: {
    de: 'Das ist eine Sondernummer. Bitte geben Sie eine Festnetz- oder Handynummer ein.',
    en: 'This is a special number. Please enter a landline or mobile number.',
  },
  foreign: {
    de: 'Diese Nummer ist im Ausland. Dorthin rufen wir nicht an. Bitte geben Sie eine Nummer in Deutschland ein.',
    en: 'This number is abroad. We do not call there. Please enter a number in Germany.',
  },
} as const satisfies Record<string, Record<Lang, string>>

// Shorter ones, area code included, are not assigned in Germany although libphonenumber lets them pass.
const SHORTEST_GERMAN = 7

/** A number as a person types it, German unless it says otherwise. */
export function parsePhoneNumber(input: string, options: PhoneOptions = {}): Result<PhoneNumber, PhoneFault> {
  const digits = dialled(input)
  if (digits === null) return refuse('characters', options)
  const short = shortNumberFault(digits)
  if (short) return refuse(short, options)
  const number = international(digits, options.areaCode)
  if (number === null) return refuse('areaCode', options)
  const wrong = numberFault(number)
  if (wrong || !isPhoneNumber(number)) return refuse(wrong ?? 'unassigned', options)
  // Some networks put an area code before 110 or 112 through to that area's control room.
  if (/^0\d+ 11[02]$/.test(formatNational(number))) return refuse('emergency', options)
  return { ok: true, value: number }
}

/**
 * Like `parsePhoneNumber`, and refuses what the city does not dial: `dialFault`.
 * @param options `allowed` are the beginnings that the administrator has allowed
 */
export function parseCallbackNumber(
  input: string,
  options: PhoneOptions & { allowed?: readonly string[] } = {},
): Result<PhoneNumber, PhoneFault> {
  const result = parsePhoneNumber(input, options)
  const fault = result.ok ? dialFault(result.value, options.allowed ?? []) : null
  return fault ? refuse(fault, options) : result
}

/** The sentence for a number that is not dialled. */
export const dialFaultText = (fault: keyof typeof MESSAGES, lang: Lang = 'de'): string =>
  MESSAGES[fault][lang]

function refuse(cause: PhoneFault, { lang = 'de' }: PhoneOptions) {
  return { ok: false, cause, message: MESSAGES[cause][lang] } as const
}

function shortNumberFault(digits: string): PhoneFault | null {
  if (digits === '' || digits === '+') return 'empty'
  if (digits === '110' || digits === '112') return 'emergency'
  // 115, 116xyz, 118xy, 0118xy and 19222 by the numbering plan of the Bundesnetzagentur.
  if (/^(115|116\d{3}|0?118\d{2,3}|19222)$/.test(digits)) return 'shortNumber'
  return null
}

function international(digits: string, areaCode: string | undefined): string | null {
  const prefixed = withCountryCode(digits)
  if (prefixed !== null) return prefixed
  // Only 49 is believed without a plus: 16012345678 is a mobile number without its zero, not one in the USA.
  if (digits.length > LONGEST_LOCAL) return digits.startsWith('49') ? withCountryCode(`+${digits}`) : null
  return areaCode === undefined ? null : inArea(areaCode, digits)
}

function numberFault(number: string): PhoneFault | null {
  const length = validatePhoneNumberLength(number)
  if (length === 'INVALID_COUNTRY') return 'country'
  if (length === 'TOO_LONG') return 'tooLong'
  if (length !== undefined || (number.startsWith('+49') && number.length < 3 + SHORTEST_GERMAN))
    return 'tooShort'
  return parsePhoneNumberFromString(number, { extract: false })?.isValid() === true ? null : 'unassigned'
}
