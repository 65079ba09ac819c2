/** Digits with at most one leading '+', as one would dial them; null when there is anything that is no part of a number. */
export function dialled(input: string): string | null {
  // NFKC and Cf: full-width digits and the invisible marks that come along when a number is copied.
  const text = input.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
  // '+49 (0)2306': the zero in brackets is only dialled without the country code.
  const plain = text.replace(/^((?:\(?\+|00)\d{1,3}\)?)\(0\)/u, '$1').replace(/[()/.\p{Pd}]/gu, '')
  return /^\+?\d*$/.test(plain) ? plain : null
}

/** '+…' from '+49…', '0049…', '0172…', also with the zero too many of '+49 0172'; null when there is no prefix. */
export function withCountryCode(digits: string): string | null {
  if (digits.startsWith('00')) return withCountryCode(`+${digits.slice(2)}`)
  if (digits.startsWith('0')) return `+49${digits.slice(1)}`
  return digits.startsWith('+') ? digits.replace(/^\+490/, '+49') : null
}

/** A local number in the area with this code ('02306'). */
export function inArea(areaCode: string, digits: string): string {
  return `+49${areaCode.replace(/^0/, '')}${digits}`
}

/** Longer ones without a leading zero carry at least a country code. */
export const LONGEST_LOCAL = 8
