import type { Lang } from './lang.ts'
import type { Result } from './result.ts'
import { spelling } from './spelling.ts'

declare const brand: unique symbol

/** The number of a case in its one written form, 'LU-7K3-94C': the city's prefix, five characters, a check character. */
export type CaseNumber = string & { readonly [brand]: 'CaseNumber' }

export type CaseNumberFault = 'empty' | 'character' | 'prefix' | 'tooShort' | 'tooLong' | 'typo'

/**
 * 23 characters, a prime. All digits stay; of each pair that looks alike the letter goes (O 0, I and L 1,
 * Z 2, S 5, G 6, B 8, Y and U for V), of M and N that sound alike M goes. T goes, because it sounds like
 * D and P; A and E go, so that no number is a word.
 */
const ALPHABET = '0123456789CDFHJKNPQRVWX'
const BODY_LENGTH = 6

/** What a person who wrote one of the missing letters can only have meant. G, T, Y could be two things. */
const MEANT: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
  U: 'V',
  M: 'N',
}

/**
 * A new number. `prefix` is the city's 1 to 3 letters, `random(n)` gives a whole number from 0 to n - 1.
 * 23^5 (6.4 million) numbers: the caller draws again when one is taken. RangeError for another prefix.
 */
export function makeCaseNumber(prefix: string, random: (n: number) => number): CaseNumber {
  if (!isCasePrefix(prefix)) throw new RangeError('a case prefix is 1 to 3 letters A to Z')
  const body = Array.from({ length: BODY_LENGTH - 1 }, () => ALPHABET.charAt(random(ALPHABET.length))).join(
    '',
  )
  return written(prefix, body + checkCharacter(body))
}

export function isCasePrefix(text: string): boolean {
  return /^[A-Z]{1,3}$/.test(text)
}

/** Whether a stored text is a case number in its written form. */
export function isCaseNumber(text: string): text is CaseNumber {
  const body = /^[A-Z]{1,3}-(\w{3})-(\w{3})$/.exec(text)
  return body !== null && isSound(`${body[1]}${body[2]}`)
}

/**
 * Reads a number as people type it: lower case, spaces, missing hyphens, look-alike letters. With `prefix`
 * (the city's own) the number may come without it, and another prefix is refused; without `prefix`, any
 * is taken, and a wrong letter in it goes unnoticed.
 */
export function parseCaseNumber(
  input: string,
  options: { prefix?: string; lang?: Lang } = {},
): Result<CaseNumber, CaseNumberFault> {
  const { prefix, lang = 'de' } = options
  const refuse = (cause: CaseNumberFault, character = '') =>
    ({ ok: false, cause, message: sentence(cause, { prefix, character })[lang] }) as const
  // NFKC turns the full-width characters of some keyboards into plain ones; Cf are invisible marks.
  const typed = input
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}_./]/gu, '')
  if (typed === '') return refuse('empty')
  const foreign = /[^0-9A-Z]/u.exec(typed)
  if (foreign) return refuse('character', foreign[0])

  const parts = splitPrefix(typed, prefix)
  if (!parts) return refuse(typed.length < BODY_LENGTH ? 'tooShort' : 'prefix')
  if (parts.body.length < BODY_LENGTH) return refuse('tooShort')
  if (parts.body.length > BODY_LENGTH) return refuse('tooLong')
  const body = asMeant(parts.body)
  const unknown = [...body].find((character) => !ALPHABET.includes(character))
  if (unknown !== undefined) return refuse('character', unknown)
  if (!isSound(body)) return refuse('typo')
  return { ok: true, value: written(parts.prefix, body) }
}

/** How to say the number, character by character: 'L wie Leipzig', 'sieben', … */
export function spellOut(number: CaseNumber, lang: Lang = 'de'): string[] {
  return spelling(number, lang)
}

function splitPrefix(typed: string, prefix: string | undefined): { prefix: string; body: string } | null {
  if (prefix === undefined) {
    const parts = /^([A-Z]{1,3})(.{6})$/.exec(typed)
    return parts ? { prefix: parts[1] ?? '', body: parts[2] ?? '' } : null
  }
  // Six characters are the number without its prefix, unless they begin with it and the rest is missing.
  if (typed.length === BODY_LENGTH && !typed.startsWith(prefix)) return { prefix, body: typed }
  return asMeant(typed).startsWith(asMeant(prefix)) ? { prefix, body: typed.slice(prefix.length) } : null
}

function asMeant(text: string): string {
  return [...text].map((character) => MEANT[character] ?? character).join('')
}

/**
 * The sum of value times place (1 to 6) must be divisible by 23: the scheme of ISBN-10 (ISO 2108) over
 * another prime. Places and their differences are not divisible by a prime this large, so one wrong
 * character and one swap of any two always change the sum.
 */
function isSound(body: string): boolean {
  const values = [...body].map((character) => ALPHABET.indexOf(character))
  return values.length === BODY_LENGTH && !values.includes(-1) && weightedSum(values) % ALPHABET.length === 0
}

function checkCharacter(start: string): string {
  const found = [...ALPHABET].find((character) => isSound(start + character))
  if (found === undefined) throw new RangeError(`no check character for ${start}`)
  return found
}

function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (index + 1), 0)
}

function written(prefix: string, body: string): CaseNumber {
  const number = `${prefix}-${body.slice(0, 3)}-${body.slice(3)}`
  if (!isCaseNumber(number)) throw new RangeError(`not a case number: ${number}`)
  return number
}

function sentence(
  cause: CaseNumberFault,
  at: { prefix: string | undefined; character: string },
): Record<Lang, string> {
  // Hyphens that do not break: it stands in the middle of a sentence on a narrow screen.
  const example = `${at.prefix ? `${at.prefix}-` : ''}123-456`.replaceAll('-', '\u2011')
  return {
    empty: {
      de: `Bitte geben Sie die Nummer Ihres Anliegens ein. Sie sieht so aus: ${example}.`,
      en: `Please enter the number of your request. It looks like this: ${example}.`,
    },
    character: {
      de: `Das Zeichen „${at.character}“ kommt in unseren Nummern nicht vor. Bitte prüfen Sie es.`,
      en: `The character “${at.character}” does not occur in our numbers. Please check it.`,
    },
    prefix: at.prefix
      ? {
          de: `Diese Nummer ist nicht von uns. Unsere Nummern beginnen mit ${at.prefix}.`,
          en: `This number is not one of ours. Our numbers begin with ${at.prefix}.`,
        }
      : {
          de: 'Diese Nummer ist nicht vollständig: Vor sechs Zeichen stehen ein bis drei Buchstaben.',
          en: 'This number is not complete: one to three letters come before six characters.',
        },
    tooShort: {
      de: `Diese Nummer ist zu kurz: Es fehlen Zeichen. Sie sieht so aus: ${example}.`,
      en: `This number is too short: characters are missing. It looks like this: ${example}.`,
    },
    tooLong: {
      de: `Diese Nummer ist zu lang: Es sind Zeichen zu viel. Sie sieht so aus: ${example}.`,
      en: `This number is too long: there are too many characters. It looks like this: ${example}.`,
    },
    typo: {
      de: 'Diese Nummer hat einen Tippfehler. Bitte vergleichen Sie jedes Zeichen.',
      en: 'This number has a typing error. Please compare each character.',
    },
  }[cause]
}
