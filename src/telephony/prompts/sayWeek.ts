import { minuteOfDay, type WeekOpening } from '../../shared/serviceWeek.ts'
import { PAUSE } from './registry.ts'
import { sayTimeOfDay, sentence } from './say.ts'
import { WEEKDAYS } from './words.ts'

interface Span {
  opens: string
  closes: string
}

interface Days {
  /** ISO, in order: 1 is Monday. */
  days: number[]
  spans: readonly Span[]
}

/**
 * The hours of an ordinary week as names of prompts, in German: 'Montag bis Mittwoch von acht Uhr bis zwölf Uhr dreißig
 * und von …, Donnerstag von …'. Days with equal hours are said together, closed ones not at all.
 */
export function sayWeek(week: readonly WeekOpening[]): string[] {
  return daysOfEqualHours(week).flatMap(({ days, spans }, index) => [
    ...(index === 0 ? [] : [PAUSE]),
    ...sayDays(days),
    ...saySpans(spans),
  ])
}

function daysOfEqualHours(week: readonly WeekOpening[]): Days[] {
  const found = new Map<string, Days>()
  for (const day of WEEKDAYS.keys()) {
    const spans = spansOf(week.filter(({ weekday }) => weekday === day + 1))
    if (spans.length === 0) continue
    const key = JSON.stringify(spans)
    const same = found.get(key)
    if (same) same.days.push(day + 1)
    else found.set(key, { days: [day + 1], spans })
  }
  return [...found.values()]
}

/** In order; one that begins where another ends is the same opening to a citizen. */
function spansOf(openings: readonly WeekOpening[]): Span[] {
  const spans: Span[] = []
  const inOrder = openings.toSorted((a, b) => (minuteOfDay(a.opens) ?? 0) - (minuteOfDay(b.opens) ?? 0))
  for (const { opens, closes } of inOrder) {
    const last = spans.at(-1)
    if (last?.closes === opens) last.closes = closes
    else spans.push({ opens, closes })
  }
  return spans
}

/** 'Montag', 'Montag und Dienstag', 'Montag bis Mittwoch und Freitag' */
function sayDays(days: readonly number[]): string[] {
  const parts = runsOf(days).flatMap((run) => {
    const [first = '', ...others] = run.map((day) => WEEKDAYS[day - 1] ?? '')
    const last = others.at(-1)
    return last && others.length > 1 ? [[first, 'bis', last]] : [first, ...others].map((day) => [day])
  })
  return listed(parts)
}

/** Days that follow each other. */
function runsOf(days: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
}

function saySpans(spans: readonly Span[]): string[] {
  const [first] = spans
  if (first?.opens === '00:00' && first.closes === '24:00') return [sentence('rund-um-die-uhr')]
  return listed(
    spans.map(({ opens, closes }) => ['von', ...sayTimeOfDay(opens), 'bis', ...sayTimeOfDay(closes)]),
  )
}

/** 'a', 'a und b', 'a b und c' */
const listed = (parts: readonly (readonly string[])[]): string[] =>
  parts.flatMap((part, index) => (index > 0 && index === parts.length - 1 ? ['und', ...part] : part))
