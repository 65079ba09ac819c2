import { Temporal } from 'temporal-polyfill'
import type { PageLanguage } from '../../platform/ui/language.ts'
import { longDate, longDateOf } from '../opening.ts'
import { dayTexts } from '../opening.texts.ts'

/** '10:15', as the clock in the city shows it. */
export function clockOf(at: number | Date, timeZone: string): string {
  const ms = typeof at === 'number' ? at : at.getTime()
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
  return `${hour}:${String(minute).padStart(2, '0')}`
}

/** 'Donnerstag, 26. November, 10:15 Uhr' */
export function spokenMoment(at: number | Date, timeZone: string, lang: PageLanguage): string {
  const day = longDateOf(new Date(at), timeZone, lang)
  return `${day}, ${spokenClock(clockOf(at, timeZone), lang)}`
}

/** '10:15 Uhr' of '10:15' or '08:30'. */
export function spokenClock(time: string, lang: PageLanguage): string {
  const clock = time.replace(/^0/, '')
  return lang === 'en' ? clock : `${clock}\u00a0Uhr`
}

/** 'Do, 26. November, 10:15 Uhr', for a line of a list. */
export function shortMoment(date: string, time: string, lang: PageLanguage): string {
  const { weekdays } = dayTexts[lang]
  const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? ''
  const short = weekday.slice(0, lang === 'en' ? 3 : 2)
  return `${longDate(date, lang).replace(weekday, short)}, ${spokenClock(time, lang)}`
}

/** The instant (epoch ms) of a time as its button names it, '2026-11-26T10:15'; null for anything else. */
export function instantOfWall(text: string, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(timeZone)
      .epochMilliseconds
  } catch (error) {
    // There is no 30 February.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The name of a time's button. */
export function wallOf(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}
