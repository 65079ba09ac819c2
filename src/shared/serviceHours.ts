import { Temporal } from 'temporal-polyfill'
import { minuteOfDay, weekProblems, type WeekOpening } from './serviceWeek.ts'
import { contains, durationMs, toEpochMs, type Instant, type TimeRange } from './timeRange.ts'

export type ServiceHoursRules = {
  /** IANA name, 'Europe/Berlin'. */
  readonly timeZone: string
  readonly week: readonly WeekOpening[]
  /** Why this date ('YYYY-MM-DD') is closed the whole day, or null. Asked once per date, so it must be pure. */
  readonly closed: (date: string) => string | null
}

type Day = {
  readonly date: string
  readonly midnight: number
  readonly openings: readonly TimeRange[]
  readonly openMs: number
  readonly closedBecause: string | null
}

/** Searches give up, and answer null, after this many days in a row without an opening. */
export const SEARCH_DAYS = 400

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/**
 * The clock promises are counted in: it runs while the city is open and stands still otherwise.
 * Immutable; when hours or closures change, make a new one. Days are worked out once and kept.
 * Every instant it answers is epoch milliseconds.
 */
export class ServiceHours {
  readonly timeZone: string
  readonly #rules: ServiceHoursRules
  readonly #days = new Map<number, Day>()

  /** RangeError for an impossible week or an unknown time zone; `weekProblems` gives the sentences for people. */
  constructor(rules: ServiceHoursRules) {
    const problem = weekProblems(rules.week)[0]
    if (problem) throw new RangeError(`week[${problem.index}].${problem.field}: ${problem.message}`)
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(rules.timeZone)
    this.timeZone = rules.timeZone
    this.#rules = rules
  }

  /** An ordinary week, without holidays and closures. */
  get week(): readonly WeekOpening[] {
    return this.#rules.week
  }

  /** The local date 'YYYY-MM-DD' of an instant. */
  dateOf(at: Instant): string {
    return this.#dayAt(toEpochMs(at)).date
  }

  /** Why the date ('YYYY-MM-DD') is closed although its weekday may be open, or null. */
  closedBecause(date: string): string | null {
    return this.#day(dayNumber(date)).closedBecause
  }

  /** The openings of a date ('YYYY-MM-DD'), in order; empty when it is closed. */
  openingsOn(date: string): readonly TimeRange[] {
    return this.#day(dayNumber(date)).openings
  }

  isOpen(at: Instant): boolean {
    const ms = toEpochMs(at)
    return this.#dayAt(ms).openings.some((opening) => contains(opening, ms))
  }

  /** The first opening that begins at `at` or later; null when nothing opens within SEARCH_DAYS. */
  nextOpening(at: Instant): TimeRange | null {
    const ms = toEpochMs(at)
    for (const opening of this.#openingsEndingAfter(ms)) if (opening.start >= ms) return opening
    return null
  }

  /** When the opening around `at` ends; null when closed at `at`, or when it never closes within SEARCH_DAYS. */
  closesAt(at: Instant): number | null {
    const ms = toEpochMs(at)
    let closes = ms
    for (const opening of this.#openingsEndingAfter(ms)) {
      if (opening.start > closes) return closes === ms ? null : closes
      if (opening.end - ms > SEARCH_DAYS * DAY_MS) return null
      closes = opening.end
    }
    return closes === ms ? null : closes
  }

  /**
   * The earliest instant, not before `at`, by which `serviceMinutes` (0 or more) of service time have
   * passed. It lies in an opening or is the moment one closes: 30 minutes from 12:00 are 12:30 when the
   * city closes at 12:30. Null when the openings run out (SEARCH_DAYS).
   */
  add(at: Instant, serviceMinutes: number): number | null {
    if (!(serviceMinutes >= 0 && serviceMinutes < Infinity))
      throw new RangeError('serviceMinutes must be 0 or more')
    const from = toEpochMs(at)
    let left = Math.round(serviceMinutes * MINUTE_MS)
    // One millisecond earlier, so that the opening that closes at this very moment still counts.
    for (const opening of this.#openingsEndingAfter(from - 1)) {
      const start = Math.max(opening.start, from)
      if (left <= opening.end - start) return start + left
      left -= opening.end - start
    }
    return null
  }

  /** Service milliseconds from `a` to `b`; negative when `b` is before `a`. */
  between(a: Instant, b: Instant): number {
    const [from, to] = [toEpochMs(a), toEpochMs(b)]
    if (to < from) return 0 - this.between(to, from)
    const last = this.#dayNumberAt(to)
    let sum = 0
    for (let n = this.#dayNumberAt(from); n <= last; n += 1) {
      const day = this.#day(n)
      const whole = from <= day.midnight && n < last
      sum += whole ? day.openMs : day.openings.reduce((ms, opening) => ms + sharedMs(opening, from, to), 0)
    }
    return sum
  }

  /**
   * Service time in pieces that begin and end on full clock hours, or with the opening: 8-9, …, 12-12:30,
   * 13:30-14, 14-15. Only whole pieces: none that began before `from`, none that ends after `until`.
   * Fewer than `count` when the openings run out (SEARCH_DAYS). `minutes` divides an hour.
   */
  windows(from: Instant, limit: { count: number } | { until: Instant }, minutes = 60): TimeRange[] {
    if (!(minutes >= 1 && Number.isInteger(60 / minutes))) throw new RangeError('minutes must divide an hour')
    const start = toEpochMs(from)
    const until = 'until' in limit ? toEpochMs(limit.until) : Infinity
    const count = 'count' in limit ? limit.count : Infinity
    const found: TimeRange[] = []
    for (const opening of this.#openingsEndingAfter(start)) {
      if (found.length >= count || opening.start >= until) break
      const pieces = cut(opening, this.#dayAt(opening.start).midnight, minutes * MINUTE_MS)
      found.push(...pieces.filter((piece) => piece.start >= start && piece.end <= until))
    }
    return found.slice(0, count)
  }

  /** Openings in order, from the first that ends after `ms`; ends after SEARCH_DAYS closed days in a row. */
  *#openingsEndingAfter(ms: number): Generator<TimeRange, void> {
    let closedDays = 0
    for (let n = this.#dayNumberAt(ms); closedDays <= SEARCH_DAYS; n += 1) {
      const openings = this.#day(n).openings.filter((opening) => opening.end > ms)
      closedDays = openings.length === 0 ? closedDays + 1 : 0
      yield* openings
    }
  }

  #dayAt(ms: number): Day {
    return this.#day(this.#dayNumberAt(ms))
  }

  /** Days since 1970-01-01 of the local date; guessed in UTC, then corrected by the zone's own midnights. */
  #dayNumberAt(ms: number): number {
    let n = Math.floor(ms / DAY_MS)
    while (ms < this.#day(n).midnight) n -= 1
    while (ms >= this.#day(n + 1).midnight) n += 1
    return n
  }

  #day(n: number): Day {
    const known = this.#days.get(n)
    if (known) return known
    const date = new Date(n * DAY_MS).toISOString().slice(0, 10)
    const closedBecause = this.#rules.closed(date)
    const openings = closedBecause === null ? this.#openingsOfWeekday(date, isoWeekday(n)) : []
    const openMs = openings.reduce((sum, opening) => sum + durationMs(opening), 0)
    const day = { date, midnight: this.#epochMs(date, 0), openings, openMs, closedBecause }
    this.#days.set(n, day)
    return day
  }

  #openingsOfWeekday(date: string, weekday: number): TimeRange[] {
    const ofDay = this.#rules.week.filter((opening) => opening.weekday === weekday)
    const openings: TimeRange[] = []
    for (const { opens, closes } of ofDay.toSorted((a, b) => (a.opens < b.opens ? -1 : 1))) {
      // An hour that the clocks skip can push one opening into the next: it is not counted twice.
      const start = Math.max(this.#epochMs(date, minuteOfDay(opens) ?? 0), openings.at(-1)?.end ?? -Infinity)
      const end = this.#epochMs(date, minuteOfDay(closes) ?? 0)
      if (start < end) openings.push({ start, end })
    }
    return openings
  }

  /** Wall clock to instant; a time that does not exist moves forward, one that exists twice is the first. */
  #epochMs(date: string, minute: number): number {
    const plain = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minute })
    return plain.toZonedDateTime(this.timeZone, { disambiguation: 'compatible' }).epochMilliseconds
  }
}

function dayNumber(date: string): number {
  const ms = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`not a date of the form YYYY-MM-DD: ${date}`)
  }
  return ms / DAY_MS
}

/** 1970-01-01 was a Thursday. */
function isoWeekday(n: number): number {
  return ((((n + 3) % 7) + 7) % 7) + 1
}

function sharedMs(opening: TimeRange, from: number, to: number): number {
  return Math.max(0, Math.min(opening.end, to) - Math.max(opening.start, from))
}

/** Cut on a grid that starts at local midnight: clock changes move by whole hours, so full hours stay on it. */
function cut(opening: TimeRange, midnight: number, step: number): TimeRange[] {
  const pieces: TimeRange[] = []
  for (let start = opening.start; start < opening.end;) {
    const next = midnight + (Math.floor((start - midnight) / step) + 1) * step
    const end = Math.min(next, opening.end)
    pieces.push({ start, end })
    start = end
  }
  return pieces
}
