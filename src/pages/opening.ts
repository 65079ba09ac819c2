import { Temporal } from 'temporal-polyfill'
import type { LineDecision } from '../city/index.ts'
import type { PageLanguage } from '../platform/ui/language.ts'
import type { ServiceHours } from '../shared/serviceHours.ts'
import type { TimeRange } from '../shared/timeRange.ts'
import { dayTexts, openingTexts } from './opening.texts.ts'

export interface OpeningState {
  open: boolean
  /** 'Jetzt offen, heute bis 16 Uhr', 'Geschlossen, wieder am Montag ab 8 Uhr' */
  text: string
}

/** Whether somebody answers now and until when, or from when on again. */
export function openingState(hours: ServiceHours, now: Date, lang: PageLanguage): OpeningState {
  const texts = openingTexts[lang]
  const today = hours.dateOf(now)
  if (!hours.isOpen(now)) {
    const next = hours.nextOpening(now)
    if (!next) return { open: false, text: texts.closed }
    return {
      open: false,
      text: texts.closedUntil(dayOf(hours.dateOf(next.start), today, lang), clock(next.start, hours, lang)),
    }
  }
  const closes = hours.closesAt(now)
  if (closes === null || hours.dateOf(closes - 1) !== today) return { open: true, text: texts.open }
  return { open: true, text: texts.openUntil(clock(closes, hours, lang)) }
}

/** A lead's word about one line. */
export interface DecidedText {
  open: boolean
  /** 'Heute bis 18 Uhr geschlossen' */
  text: string
  /** In German, as it was written. */
  reason: string
}

export function decidedText(
  { state, endsAt, reason }: LineDecision,
  hours: ServiceHours,
  lang: PageLanguage,
): DecidedText {
  const texts = openingTexts[lang].decided
  const open = state === 'open'
  const until = endsAt === null ? null : clock(endsAt.getTime(), hours, lang)
  // Midnight ends the day; nobody says "until 0".
  const spoken = until === '0' ? '24' : until === '0:00' ? '24:00' : until
  return { open, text: open ? texts.open(spoken) : texts.closed(spoken), reason }
}

export interface OpeningDay {
  date: string
  /** 'Montag, 23. November' */
  day: string
  openings: readonly string[]
  /** Holiday or closure, in German as the city wrote it. */
  closedBecause: string | null
}

/** The next days with their real openings, so that a closure is seen where it falls. */
export function nextDays(hours: ServiceHours, now: Date, count: number, lang: PageLanguage): OpeningDay[] {
  const first = Temporal.PlainDate.from(hours.dateOf(now))
  return Array.from({ length: count }, (_, ahead) => {
    const date = first.add({ days: ahead }).toString()
    return {
      date,
      day: longDate(date, lang),
      openings: hours.openingsOn(date).map((opening) => fromTo(opening, hours, lang)),
      closedBecause: hours.closedBecause(date),
    }
  })
}

/** The day of an instant: 'Montag, 23. November'. */
export function longDateOf(at: Date, timeZone: string, lang: PageLanguage): string {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  return longDate(day.toPlainDate().toString(), lang)
}

function fromTo({ start, end }: TimeRange, hours: ServiceHours, lang: PageLanguage): string {
  return openingTexts[lang].fromTo(clock(start, hours, lang), clock(end, hours, lang))
}

function dayOf(date: string, today: string, lang: PageLanguage): string {
  const days = Temporal.PlainDate.from(today).until(date).days
  const { near, weekdays, onDay } = dayTexts[lang]
  const word = near[days]
  if (word) return word
  if (days >= 7) return onDay(longDate(date, lang))
  return onDay(weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? '')
}

export function longDate(date: string, lang: PageLanguage): string {
  const { weekdays, months, long } = dayTexts[lang]
  const { day, month, dayOfWeek } = Temporal.PlainDate.from(date)
  return long(weekdays[dayOfWeek - 1] ?? '', day, months[month - 1] ?? '')
}

function clock(ms: number, hours: ServiceHours, lang: PageLanguage): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(hours.timeZone)
  const minutes = `${hour}:${String(minute).padStart(2, '0')}`
  return lang === 'en' || minute !== 0 ? minutes : `${hour}`
}
