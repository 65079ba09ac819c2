import { stretchOf } from './clock.ts'
import type { ShiftView } from './queries.ts'

export const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']

/** 'Mo–Do', 'Mo, Mi, Fr', 'Di' */
export function weekdaysInWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].toSorted((a, b) => a - b)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  const isRun = days.length > 2 && last - first === days.length - 1
  return isRun ? `${short(first)}–${short(last)}` : days.map(short).join(', ')
}

/** 'Mo–Do, alle 2 Wochen, ab 1.12.2026', 'nur am 24.12.2026' */
export function patternInWords(pattern: ShiftView['pattern']): string {
  if (pattern.kind === 'day') return `nur am ${shortDate(pattern.date)}`
  const { weekdays, everyWeeks, from, until } = pattern
  return [
    weekdaysInWords(weekdays),
    everyWeeks === 1 ? 'jede Woche' : `alle ${everyWeeks} Wochen`,
    `ab ${shortDate(from)}`,
    ...(until === null ? [] : [`bis ${shortDate(until)}`]),
  ].join(', ')
}

/** '08:00–16:00 Uhr, Pause 12:00–12:30 Uhr' */
export function hoursInWords({
  opens,
  closes,
  breaks,
}: Pick<ShiftView, 'opens' | 'closes' | 'breaks'>): string {
  return [stretchOf({ from: opens, to: closes }), ...breaks.map((pause) => `Pause ${stretchOf(pause)}`)].join(
    ', ',
  )
}

/** '24.12.2026' */
export function shortDate(date: string): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)}.${Number(month)}.${year}`
}

const short = (weekday: number): string => (WEEKDAYS[weekday - 1] ?? '').slice(0, 2)
