// The words of which times, numbers and codes are put together.
import { digitWord } from '../../shared/digitWords.ts'
import { spelling } from '../../shared/spelling.ts'
import type { Spoken } from './sentences.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** Minutes need 59; hours and places in line less. */
export const LARGEST_NUMBER = 59

const GERMAN_ONES = 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')
const GERMAN_TENS = ['', 'zehn', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig']

/** 0 to 59 as a part of a longer word: 'ein', 'siebzehn', 'einundzwanzig'. */
function germanStem(n: number): string {
  if (n <= 12) return GERMAN_ONES[n] ?? ''
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  if (n === 16) return 'sechzehn'
  if (n === 17) return 'siebzehn'
  if (tens === 1) return `${GERMAN_ONES[ones]}zehn`
  return ones === 0 ? `${GERMAN_TENS[tens]}` : `${GERMAN_ONES[ones]}und${GERMAN_TENS[tens]}`
}

/** 'ersten', 'dritten', 'dreißigsten' */
function germanOrdinal(n: number): string {
  const irregular: Readonly<Record<number, string>> = { 1: 'ersten', 3: 'dritten', 7: 'siebten', 8: 'achten' }
  return irregular[n] ?? germanStem(n) + (n < 20 ? 'ten' : 'sten')
}

const EN_TEENS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const EN_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty']

function englishNumber(n: number): string {
  if (n < 20) return EN_TEENS[n] ?? ''
  const ones = n % 10
  return `${EN_TENS[Math.floor(n / 10)]}${ones === 0 ? '' : ` ${EN_TEENS[ones]}`}`
}

const upTo = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

const DAYS = [
  ['Montag', 'Monday'],
  ['Dienstag', 'Tuesday'],
  ['Mittwoch', 'Wednesday'],
  ['Donnerstag', 'Thursday'],
  ['Freitag', 'Friday'],
  ['Samstag', 'Saturday'],
  ['Sonntag', 'Sunday'],
] as const
const MONTHS = [
  ['Januar', 'January'],
  ['Februar', 'February'],
  ['März', 'March'],
  ['April', 'April'],
  ['Mai', 'May'],
  ['Juni', 'June'],
  ['Juli', 'July'],
  ['August', 'August'],
  ['September', 'September'],
  ['Oktober', 'October'],
  ['November', 'November'],
  ['Dezember', 'December'],
] as const

/** Words between the parts of a time; the key is the word as `src/shared/germanTime.ts` writes it. */
const LINKS: Readonly<Record<string, Spoken>> = {
  heute: { de: 'heute', en: 'today' },
  morgen: { de: 'morgen', en: 'tomorrow' },
  gestern: { de: 'gestern', en: 'yesterday' },
  am: { de: 'am', en: 'on' },
  zwischen: { de: 'zwischen', en: 'between' },
  und: { de: 'und', en: 'and' },
  von: { de: 'von', en: 'from' },
  bis: { de: 'bis', en: 'to' },
  ab: { de: 'ab', en: 'from' },
  uhr: { de: 'Uhr', en: "o'clock" },
  zweitausend: { de: 'zweitausend', en: 'twenty' },
  plus: { de: 'plus', en: 'plus' },
}

const named = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([de, en]) => [fileName(de), { de, en }] as const)

/** 'März' is stored as 'maerz': file names stay plain. */
export const fileName = (word: string): string =>
  word.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')

/** Prompts of the weekdays, Monday first. */
export const WEEKDAYS: readonly string[] = DAYS.map(([de]) => fileName(de))

export const WORDS: Readonly<Record<string, Spoken>> = {
  ...LINKS,
  ...Object.fromEntries(named(DAYS)),
  ...Object.fromEntries(named(MONTHS)),
  ...Object.fromEntries(
    [...'0123456789'].map((digit) => [
      `ziffer-${digit}`,
      { de: digitWord(digit, 'de') ?? digit, en: digitWord(digit, 'en') ?? digit },
    ]),
  ),
  ...Object.fromEntries(
    upTo(0, LARGEST_NUMBER).map((n) => [
      `zahl-${n}`,
      { de: n === 1 ? 'eins' : germanStem(n), en: englishNumber(n) },
    ]),
  ),
  // "ein Uhr", and in English no other word.
  'zahl-ein': { de: 'ein', en: null },
  ...Object.fromEntries(upTo(1, 31).map((n) => [`tag-${n}`, { de: germanOrdinal(n), en: null }])),
  ...Object.fromEntries(
    [...LETTERS].map((letter) => [
      `buchstabe-${letter}`,
      { de: spelling(letter, 'de')[0] ?? letter, en: spelling(letter, 'en')[0] ?? letter },
    ]),
  ),
}
