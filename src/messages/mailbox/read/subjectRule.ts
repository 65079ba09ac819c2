import { type CaseNumber, parseCaseNumber } from '../../../shared/caseNumber.ts'

/** What mail programs write before a subject they answer or pass on: 'AW: WG: Re[3]: Antw:'. */
const PREFIX = /^(?:(?:aw|wg|re|fw|fwd|antw|antwort|sv|vs)(?:\[\d{1,3}\])?\s*:\s*)+/i

export const withoutPrefixes = (subject: string): string => subject.trim().replace(PREFIX, '').trim()

/**
 * The case numbers in a subject, each once: also with text glued to them, in full-width characters, without or with other
 * signs between. A number whose check character is wrong is none.
 * @param prefix of the city's numbers, 'LU'
 */
export function numbersInSubject(subject: string, prefix: string): CaseNumber[] {
  const text = subject.normalize('NFKC').toUpperCase()
  const letters = [...prefix].join(GAP)
  const shape = new RegExp(`(?<![A-Z0-9])${letters}${GAP}((?:[0-9A-Z]${GAP}){6})`, 'gu')
  const found = [...text.matchAll(shape)].flatMap(([, body]) => {
    const number = parseCaseNumber(`${prefix}${body ?? ''}`, { prefix })
    return number.ok ? [number.value] : []
  })
  return [...new Set(found)]
}

/** What stands between the characters of a number when people type it. */
const GAP = String.raw`[\s\p{Pd}\p{Cf}_./#]{0,3}`
