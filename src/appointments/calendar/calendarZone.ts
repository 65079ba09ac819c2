import { Temporal } from 'temporal-polyfill'
import type { TimeRange } from '../../shared/timeRange.ts'

/** The rules are read so many years before and after; what repeats in all of them is a rule. */
const YEARS = 3
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** From a moment on the clocks show another offset. */
interface Onset {
  /** What the old clock shows then. */
  wall: Temporal.PlainDateTime
  /** Nanoseconds. */
  from: number
  to: number
}

/**
 * The VTIMEZONE of a zone (RFC 5545, 3.6.5), from the zone's own rules: every change of the clocks around `range`, as a
 * yearly rule where there is one, because some calendar programs read nothing else, otherwise one by one.
 */
export function zoneLines(timeZone: string, range: TimeRange): string[] {
  const onsets = onsetsAround(timeZone, range)
  const rules = yearlyRules(onsets)
  const blocks = rules
    ? rules.map(({ first, rule }) => observance(first, [`RRULE:FREQ=YEARLY;${rule}`]))
    : [before(onsets, timeZone, range), ...onsets].map((onset) => observance(onset, []))
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...blocks.flat(), 'END:VTIMEZONE']
}

function onsetsAround(timeZone: string, { start, end }: TimeRange): Onset[] {
  const last = at(timeZone, end).add({ years: YEARS })
  const onsets: Onset[] = []
  let next = at(timeZone, start).subtract({ years: YEARS }).getTimeZoneTransition('next')
  while (next && Temporal.ZonedDateTime.compare(next, last) <= 0) {
    const from = next.subtract({ nanoseconds: 1 }).offsetNanoseconds
    const to = next.offsetNanoseconds
    const wall = next.toPlainDateTime().subtract({ nanoseconds: to - from })
    onsets.push({ wall, from, to })
    next = next.getTimeZoneTransition('next')
  }
  return onsets
}

/** What holds before the first change. */
function before([first]: readonly Onset[], timeZone: string, { start }: TimeRange): Onset {
  const offset = first?.from ?? at(timeZone, start).offsetNanoseconds
  return { wall: Temporal.PlainDateTime.from('1970-01-01T00:00'), from: offset, to: offset }
}

/** Null where the clocks do not change by the same two rules in each of the years. */
function yearlyRules(onsets: readonly Onset[]): { first: Onset; rule: string }[] | null {
  const [one, two] = onsets
  if (!one || !two || one.wall.year + 2 * YEARS - 1 > (onsets.at(-1)?.wall.year ?? 0)) return null
  const names = onsets.map(nameOf)
  const alternating = onsets.every(({ wall }, place) => {
    const earlier = onsets[place - 2]
    return names[place] === names[place % 2] && (!earlier || wall.year === earlier.wall.year + 1)
  })
  return alternating ? [one, two].map((first) => ({ first, rule: ruleOf(first) })) : null
}

const nameOf = (onset: Onset): string =>
  `${onset.from} ${onset.to} ${ruleOf(onset)} ${onset.wall.toPlainTime().toString()}`

/** 'BYMONTH=3;BYDAY=-1SU': the last Sunday of March; the last one is never called the fourth. */
function ruleOf({ wall }: Onset): string {
  const nth = wall.day + 7 > wall.daysInMonth ? -1 : Math.ceil(wall.day / 7)
  return `BYMONTH=${wall.month};BYDAY=${nth}${WEEKDAYS[wall.dayOfWeek - 1]}`
}

function observance({ wall, from, to }: Onset, rule: readonly string[]): string[] {
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wallText(wall)}`,
    ...rule,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `END:${kind}`,
  ]
}

/** '+0100' */
function offsetText(nanoseconds: number): string {
  const seconds = Math.round(Math.abs(nanoseconds) / 1e9)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, '0'))
  return `${nanoseconds < 0 ? '-' : '+'}${hours}${minutes}${rest === '00' ? '' : rest}`
}

/** '20261124T080000' */
export const wallText = (wall: Temporal.PlainDateTime): string =>
  wall.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

/** '20261124T070000Z' */
export const utcText = (ms: number): string => `${wallText(at('UTC', ms).toPlainDateTime())}Z`

/**
 * What the clock of the zone shows; null where it shows the same twice, because calendar programs differ in which of the
 * two moments they take.
 */
export function wallAt(timeZone: string, ms: number): string | null {
  const wall = at(timeZone, ms).toPlainDateTime()
  const first = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const second = wall.toZonedDateTime(timeZone, { disambiguation: 'later' })
  return first.equals(second) ? wallText(wall) : null
}

const at = (timeZone: string, ms: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
