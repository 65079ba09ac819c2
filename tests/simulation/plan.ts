import type { ServiceHours } from '../../src/shared/serviceHours.ts'
import { lognormal, type Random, seeded, weighted } from './random.ts'

const MINUTE = 60_000

/** How big the month is and what is special in it. Times are the city's, 'HH:MM'. */
export interface MonthSize {
  seed: number
  /** The first day, 'YYYY-MM-DD'. */
  first: string
  serviceDays: number
  calls: number
  /** Days with double load. */
  busy: { from: string; until: string }
  /** Whole days that are closed on the day itself. */
  closures: readonly { date: string; at: string; reason: string }[]
  /** So many people work as in the whole office. */
  officeSize: number
}

/** The month of the benchmark: Good Friday, Easter Monday and a clock change lie in it. */
export const WHOLE_MONTH: MonthSize = {
  seed: 42,
  first: '2027-03-01',
  serviceDays: 22,
  calls: 9000,
  busy: { from: '2027-03-15', until: '2027-03-19' },
  closures: [
    { date: '2027-03-10', at: '07:10', reason: 'Sturm' },
    { date: '2027-03-23', at: '13:40', reason: 'Wasserschaden' },
  ],
  officeSize: 1,
}

// What is known of callers (Hathaway, Emadi and Deshpande): 37 % take an offered callback, 7 % of those are not reached.
const TAKES_CALLBACK = 0.37
export const REACHED = 0.93
/** Outside the window that was agreed nobody waits by the telephone. An assumption. */
export const REACHED_OTHERWISE = 0.6
/** Call and after-work: mean of the usual eight minutes; spread between a hotline's 1.2 and the 1.96 of a bank's log. */
const LENGTH = { mean: 8 * MINUTE, cv: 1.5, longest: 90 * MINUTE }
/** Days differ more than chance says. */
const BUSYNESS_CV = 0.15
const SLOT = 15 * MINUTE

/** Of a day, by hour, and of a week, Monday first: a town hall's telephone is busiest on Monday morning. */
const BY_HOUR: Readonly<Record<number, number>> = {
  8: 1.5,
  9: 1.6,
  10: 1.4,
  11: 1.1,
  12: 0.8,
  13: 0.8,
  14: 1,
  15: 0.7,
  16: 0.5,
  17: 0.4,
}
const BY_WEEKDAY = [1.35, 1.05, 0.9, 1, 0.85]

/** One who calls the city; everything about the person is drawn before, so that every run meets the same. */
export interface Caller {
  at: number
  wantsCallback: boolean
  /** Call and after-work, once reached. */
  lengthMs: number
  /** 0 to 1: which of the offered windows is chosen. */
  choice: number
  /** For each attempt whether the person is there: reached below the probability. */
  reach: readonly number[]
}

/** The dates on which the city is open, by what is known before. */
export function serviceDates(hours: ServiceHours, first: string, count: number): string[] {
  const dates: string[] = []
  for (let at = Date.parse(`${first}T12:00:00Z`); dates.length < count; at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10)
    if (hours.openingsOn(date).length > 0) dates.push(date)
  }
  return dates
}

/** Who calls in the month, by time. */
export function callersOf(size: MonthSize, hours: ServiceHours): Caller[] {
  const random = seeded(size.seed)
  const slots = serviceDates(hours, size.first, size.serviceDays).flatMap((date) => {
    const busyness = lognormal(random, isBusy(size, date) ? 2 : 1, BUSYNESS_CV)
    return hours.openingsOn(date).flatMap((opening) => slotsOf(opening, date, busyness))
  })
  return Array.from({ length: size.calls }, () => callerIn(random, weighted(random, slots))).toSorted(
    (a, b) => a.at - b.at,
  )
}

const isBusy = ({ busy }: MonthSize, date: string): boolean => busy.from <= date && date <= busy.until

function slotsOf(opening: { start: number; end: number }, date: string, busyness: number) {
  const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7
  const slots: { weight: number; value: number }[] = []
  for (let start = opening.start; start < opening.end; start += SLOT) {
    const weight = (BY_HOUR[localHour(start)] ?? 0.5) * (BY_WEEKDAY[weekday] ?? 0.5) * busyness
    slots.push({ weight, value: start })
  }
  return slots
}

const hourFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: 'Europe/Berlin' })
const localHour = (at: number): number => Number(hourFormat.format(at))

function callerIn(random: Random, slot: number): Caller {
  return {
    at: slot + random() * SLOT,
    wantsCallback: random() < TAKES_CALLBACK,
    lengthMs: Math.min(LENGTH.longest, lognormal(random, LENGTH.mean, LENGTH.cv)),
    choice: random(),
    reach: Array.from({ length: 12 }, random),
  }
}
