// How times, numbers and codes are said: names of prompts, one after the other.
import type { CaseNumber } from '../../shared/caseNumber.ts'
import { spokenFrom, spokenWindow } from '../../shared/germanTime.ts'
import type { Lang } from '../../shared/lang.ts'
import { digitGroups, type PhoneNumber } from '../../shared/phoneNumber.ts'
import type { Instant, TimeRange } from '../../shared/timeRange.ts'
import type { SentenceName } from './registry.ts'
import { fileName, LARGEST_NUMBER } from './words.ts'

/** A sentence by its name, so that a wrong one does not compile. */
export const sentence = (name: SentenceName): string => name

/** A promised window as `spokenWindow` writes it. @param now decides what is 'heute' */
export const sayWindow = (window: TimeRange, now: Instant, timeZone: string, lang: Lang): string[] =>
  sayTime(spokenWindow(window, now, timeZone, lang), lang)

/** The moment something opens, as `spokenFrom` writes it. */
export const sayFrom = (at: Instant, now: Instant, timeZone: string, lang: Lang): string[] =>
  sayTime(spokenFrom(at, now, timeZone, lang), lang)

/** A number up to 59; a larger one in digits. */
export function sayCount(n: number): string[] {
  return n <= LARGEST_NUMBER ? [`zahl-${n}`] : sayDigits(String(n))
}

/** Digit by digit, as one reads a number back. */
export const sayPhoneNumber = (number: PhoneNumber): string[] => sayDigits(digitGroups(number).join(''))

/** Letters with their word, digits alone. */
export const sayCaseNumber = (number: CaseNumber): string[] =>
  [...number.toLowerCase()].flatMap((character) => {
    if (/[a-z]/.test(character)) return [`buchstabe-${character}`]
    return sayDigits(character)
  })

export const sayDigits = (text: string): string[] =>
  [...text].flatMap((character) => {
    if (character === '+') return ['plus']
    return /\d/.test(character) ? [`ziffer-${character}`] : []
  })

/** A time of day in German, 'HH:MM' up to '24:00': 'acht Uhr', 'zwölf Uhr dreißig'. */
export function sayTimeOfDay(time: string): string[] {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return sayClock(hours, minutes, 'de')
}

const ENGLISH: Readonly<Record<string, string>> = {
  today: 'heute',
  tomorrow: 'morgen',
  yesterday: 'gestern',
  on: 'am',
  between: 'zwischen',
  and: 'und',
  from: 'von',
  to: 'bis',
  ...Object.fromEntries(
    'Monday Montag Tuesday Dienstag Wednesday Mittwoch Thursday Donnerstag Friday Freitag Saturday Samstag Sunday Sonntag January Januar February Februar March März May Mai June Juni July Juli October Oktober December Dezember'
      .split(' ')
      .reduce<[string, string][]>(
        (pairs, word, index, all) =>
          index % 2 === 0 ? [...pairs, [word, fileName(all[index + 1] ?? '')]] : pairs,
        [],
      ),
  ),
}

/** Words and numbers of a written time to prompts: '12:30 Uhr' is said 'zwölf Uhr dreißig'. */
function sayTime(text: string, lang: Lang): string[] {
  const tokens = text.replaceAll(',', '').split(' ')
  return tokens.flatMap((token, index) => {
    const clock = /^(\d+):(\d+)$/.exec(token)
    if (clock) return sayClock(Number(clock[1]), Number(clock[2]), lang)
    // Said with the minutes already.
    if (token === 'Uhr' && tokens[index - 1]?.includes(':')) return []
    if (/^\d{4}$/.test(token)) return sayYear(Number(token))
    if (/^\d+\.$/.test(token)) return [`tag-${Number.parseInt(token, 10)}`]
    if (/^\d+$/.test(token)) return [hour(Number(token), lang, tokens[index + 1] === 'Uhr')]
    return [lang === 'en' ? (ENGLISH[token] ?? fileName(token)) : fileName(token)]
  })
}

function sayClock(hours: number, minutes: number, lang: Lang): string[] {
  const said = hour(hours, lang, true)
  if (minutes === 0) return [said, 'uhr']
  if (lang === 'de') return [said, 'uhr', `zahl-${minutes}`]
  return [said, ...(minutes < 10 ? ['zahl-0'] : []), `zahl-${minutes}`]
}

/** 'ein Uhr', 'zwischen eins und zwei'. */
const hour = (n: number, lang: Lang, beforeUhr: boolean): string =>
  n === 1 && lang === 'de' && beforeUhr ? 'zahl-ein' : `zahl-${n}`

const sayYear = (year: number): string[] => ['zweitausend', `zahl-${year - 2000}`]
