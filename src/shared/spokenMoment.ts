import { Temporal } from 'temporal-polyfill'
import type { Lang } from './lang.ts'
import { type Instant, toEpochMs } from './timeRange.ts'

const WEEKDAYS: Record<Lang, readonly string[]> = {
  de: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}
const MONTHS: Record<Lang, readonly string[]> = {
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
/** Days from now, from today on: an appointment that is over is named by its date. */
const NEAR: Record<Lang, readonly string[]> = { de: ['heute', 'morgen'], en: ['today', 'tomorrow'] }

/** When something begins, as people write it: 'heute um 10:15 Uhr', 'am Donnerstag, 26. November, um 10 Uhr'. The year is said when it is another one. */
export function spokenMoment(at: Instant, now: Instant, timeZone: string, lang: Lang = 'de'): string {
  const { near, weekday, day, month, year, hour, minute } = parts(at, now, timeZone, lang)
  if (lang === 'en') {
    const clock = `at ${hour}:${two(minute)}`
    return near ? `${near} ${clock}` : `on ${weekday} ${day} ${month}${year} ${clock}`
  }
  const clock = `um ${minute === 0 ? hour : `${hour}:${two(minute)}`} Uhr`
  return near ? `${near} ${clock}` : `am ${weekday}, ${day}. ${month}${year}, ${clock}`
}

/** The day alone: 'heute', 'Donnerstag, 26. November'; for "bis …" and "seit …". */
export function spokenDay(at: Instant, now: Instant, timeZone: string, lang: Lang = 'de'): string {
  const { near, weekday, day, month, year } = parts(at, now, timeZone, lang)
  if (near) return near
  return lang === 'en' ? `${weekday} ${day} ${month}${year}` : `${weekday}, ${day}. ${month}${year}`
}

/** The same to say aloud: 'heute um 10 Uhr 15', 'am Donnerstag, dem 26. November, um 10 Uhr 15'. */
export function aloudMoment(at: Instant, now: Instant, timeZone: string): string {
  const { near, weekday, day, month, year, hour, minute } = parts(at, now, timeZone, 'de')
  const clock = `um ${hour} Uhr${minute === 0 ? '' : ` ${minute}`}`
  return near ? `${near} ${clock}` : `am ${weekday}, dem ${day}. ${month}${year}, ${clock}`
}

/** The day for a list: 'heute', 'morgen', 'Do, 26.11.'; and the clock: '10:15'. */
export function shortMoment(at: Instant, now: Instant, timeZone: string): { day: string; clock: string } {
  const { near, weekday, day, monthNumber, year, hour, minute } = parts(at, now, timeZone, 'de')
  return {
    day: near ?? `${weekday.slice(0, 2)}, ${day}.${monthNumber}.${year.trim()}`,
    clock: `${hour}:${two(minute)}`,
  }
}

const two = (n: number): string => String(n).padStart(2, '0')

function parts(at: Instant, now: Instant, timeZone: string, lang: Lang) {
  const then = local(at, timeZone)
  const today = local(now, timeZone).toPlainDate()
  const days = today.until(then.toPlainDate(), { largestUnit: 'day' }).days
  return {
    near: NEAR[lang][days] ?? null,
    weekday: WEEKDAYS[lang][then.dayOfWeek - 1] ?? '',
    month: MONTHS[lang][then.month - 1] ?? '',
    monthNumber: then.month,
    day: then.day,
    year: then.year === today.year ? '' : ` ${then.year}`,
    hour: then.hour,
    minute: then.minute,
  }
}

const local = (at: Instant, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(toEpochMs(at)).toZonedDateTimeISO(timeZone)
