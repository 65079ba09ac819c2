import { Temporal } from 'temporal-polyfill'
import type { Lang } from './lang.ts'
import { toEpochMs, type Instant, type TimeRange } from './timeRange.ts'

const WEEKDAYS: Record<Lang, readonly string[]> = {
  de: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}
const MONTHS: Record<Lang, readonly string[]> = {
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const NEAR: Record<Lang, ReadonlyMap<number, string>> = {
  de: new Map([
    [-1, 'gestern'],
    [0, 'heute'],
    [1, 'morgen'],
  ]),
  en: new Map([
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
  ]),
}

type Spoken = { date: Temporal.PlainDate; day: string; clock: string; full: boolean }

/**
 * A promised window as one says it at `now`: 'heute zwischen 14 und 15 Uhr', 'am Montag, 30. November,
 * zwischen 12 Uhr und 12:30 Uhr'. The year is said when it is another one.
 */
export function spokenWindow(window: TimeRange, now: Instant, timeZone: string, lang: Lang = 'de'): string {
  const { start, end } = sides(window, now, timeZone, lang)
  if (!start.date.equals(end.date)) {
    if (lang === 'en') return `from ${start.day}, ${start.clock}, to ${end.day}, ${end.clock}`
    return `von ${start.day}, ${start.clock} Uhr, bis ${end.day}, ${end.clock} Uhr`
  }
  if (lang === 'en') return `${onDay(start.day, lang)} between ${start.clock} and ${end.clock}`
  const from = start.full && end.full ? start.clock : `${start.clock} Uhr`
  return `${onDay(start.day, lang)} zwischen ${from} und ${end.clock} Uhr`
}

/** The same for lists and keys: 'heute 14–15 Uhr', 'Mo, 30.11., 12–12:30 Uhr'. */
export function shortWindow(window: TimeRange, now: Instant, timeZone: string, lang: Lang = 'de'): string {
  const { start, end } = sides(window, now, timeZone, lang)
  const hours = `${start.clock}–${end.clock}${lang === 'de' ? ' Uhr' : ''}`
  const near = NEAR[lang].get(daysFrom(now, start.date, timeZone))
  if (near !== undefined) return `${near} ${hours}`
  const { dayOfWeek, day, month } = start.date
  const weekday = WEEKDAYS[lang][dayOfWeek - 1] ?? ''
  if (lang === 'en') return `${weekday.slice(0, 3)} ${day} ${MONTHS.en[month - 1]?.slice(0, 3)}, ${hours}`
  return `${weekday.slice(0, 2)}, ${day}.${month}., ${hours}`
}

/** From when on: 'heute ab 8 Uhr', 'am Montag, 30. November, ab 8:30 Uhr', 'today from 8:00'. */
export function spokenFrom(at: Instant, now: Instant, timeZone: string, lang: Lang = 'de'): string {
  const { day, clock } = sides({ start: toEpochMs(at), end: toEpochMs(at) }, now, timeZone, lang).start
  return lang === 'de' ? `${onDay(day, lang)} ab ${clock} Uhr` : `${onDay(day, lang)} from ${clock}`
}

/** How long ago in one round unit: 'gerade eben' (under a minute), 'vor 6 Minuten', 'in 2 Stunden'. */
export function spokenAgo(at: Instant, now: Instant, lang: Lang = 'de'): string {
  const ms = toEpochMs(now) - toEpochMs(at)
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  if (minutes < 1) return lang === 'de' ? 'gerade eben' : 'just now'
  const amount = roundUnit(minutes, lang)
  if (lang === 'de') return ms > 0 ? `vor ${amount}` : `in ${amount}`
  return ms > 0 ? `${amount} ago` : `in ${amount}`
}

/** A running time as a clock shows it, in every language: '0:42', '2:10', '1:02:10'. Less than nothing is '0:00'. */
export function spokenDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

function sides(
  window: TimeRange,
  now: Instant,
  timeZone: string,
  lang: Lang,
): { start: Spoken; end: Spoken } {
  const start = spoken(local(window.start, timeZone), now, lang)
  const end = local(window.end, timeZone)
  // A window until midnight ends at 24 o'clock of its own day.
  const midnight = window.end > window.start && end.hour === 0 && end.minute === 0
  if (!midnight) return { start, end: spoken(end, now, lang) }
  const dayBefore = spoken(end.subtract({ days: 1 }), now, lang)
  return { start, end: { ...dayBefore, clock: lang === 'de' ? '24' : '24:00' } }
}

function spoken(at: Temporal.ZonedDateTime, now: Instant, lang: Lang): Spoken {
  const date = at.toPlainDate()
  const full = at.minute === 0
  const minutes = `${at.hour}:${String(at.minute).padStart(2, '0')}`
  return {
    date,
    day: dayName(date, now, at.timeZoneId, lang),
    clock: full && lang === 'de' ? `${at.hour}` : minutes,
    full,
  }
}

function dayName(date: Temporal.PlainDate, now: Instant, timeZone: string, lang: Lang): string {
  const near = NEAR[lang].get(daysFrom(now, date, timeZone))
  if (near !== undefined) return near
  const weekday = WEEKDAYS[lang][date.dayOfWeek - 1]
  const month = MONTHS[lang][date.month - 1]
  const year = date.year === local(toEpochMs(now), timeZone).year ? '' : ` ${date.year}`
  return lang === 'de' ? `${weekday}, ${date.day}. ${month}${year}` : `${weekday} ${date.day} ${month}${year}`
}

function onDay(day: string, lang: Lang): string {
  if ([...NEAR[lang].values()].includes(day)) return day
  return lang === 'de' ? `am ${day},` : `on ${day}`
}

function daysFrom(now: Instant, date: Temporal.PlainDate, timeZone: string): number {
  return local(toEpochMs(now), timeZone).toPlainDate().until(date, { largestUnit: 'day' }).days
}

function local(ms: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
}

function roundUnit(minutes: number, lang: Lang): string {
  if (minutes < 60)
    return counted(minutes, { de: ['einer Minute', 'Minuten'], en: ['a minute', 'minutes'] }[lang])
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return counted(hours, { de: ['einer Stunde', 'Stunden'], en: ['an hour', 'hours'] }[lang])
  return counted(Math.floor(hours / 24), { de: ['einem Tag', 'Tagen'], en: ['a day', 'days'] }[lang])
}

function counted(count: number, [one, many]: readonly string[]): string {
  return count === 1 ? `${one}` : `${count} ${many}`
}
