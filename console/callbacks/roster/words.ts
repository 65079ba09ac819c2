import type { AbsenceView, EntryView, GapView } from '../../../src/callbacks/roster/contract.ts'
import { weekdayName } from '../../../src/shared/serviceWeek.ts'

/** '24.12.2026' */
export function shortDate(date: string): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)}.${Number(month)}.${year}`
}

/** 'Mo, 23.11.' */
export function dayInWords(date: string): string {
  const day = new Date(`${date}T12:00:00Z`)
  const weekday = weekdayName(((day.getUTCDay() + 6) % 7) + 1)
  return `${weekday.slice(0, 2)}, ${day.getUTCDate()}.${day.getUTCMonth() + 1}.`
}

/** 'Montag', 'Montag, jede zweite Woche', 'nur am 24.12.2026' */
export function whenInWords({ kind, weekday, everyWeeks, from }: EntryView): string {
  if (kind === 'day') return `nur am ${shortDate(from)}`
  return everyWeeks === 1 ? weekdayName(weekday) : `${weekdayName(weekday)}, jede zweite Woche`
}

/** '08:00–16:00 Uhr, Pause 12:00–12:30 Uhr' */
export function hoursInWords({ opens, closes, breakOpens, breakCloses }: EntryView): string {
  const pause = breakOpens !== null && breakCloses !== null ? `, Pause ${breakOpens}–${breakCloses} Uhr` : ''
  return `${opens}–${closes} Uhr${pause}`
}

/** 'ab 1.12.2026', 'vom 1. bis …'; nothing for a single day, which says it already. */
export function validInWords({ kind, from, until }: EntryView): string {
  if (kind === 'day') return ''
  return until === null ? `ab ${shortDate(from)}` : `${shortDate(from)} bis ${shortDate(until)}`
}

/** 'am 24.12.2026', '1.12.2026 bis 5.12.2026', 'ab 1.12.2026 bis auf Weiteres' */
export function absenceInWords({ from, until }: Omit<AbsenceView, 'id'>): string {
  if (until === null) return `ab ${shortDate(from)} bis auf Weiteres`
  return from === until ? `am ${shortDate(from)}` : `${shortDate(from)} bis ${shortDate(until)}`
}

/** 'heute 14–15 Uhr (1 Rückruf)' */
export const gapInWords = ({ when, promises }: GapView): string =>
  `${when} (${promises === 1 ? '1 Rückruf' : `${promises} Rückrufe`})`

/** What was done, and a word of warning where it leaves promises without anybody; the page names them. */
export const toldWithGaps = (told: string, gaps: readonly GapView[]): string =>
  gaps.length === 0 ? told : `${told} Für zugesagte Rückrufe ist jetzt zeitweise niemand da.`
