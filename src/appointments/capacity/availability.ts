import { boardOf, type Board } from './board.ts'
import { datesBetween, instantOf, minuteEnding, type DayClock } from '../../shared/dayClock.ts'
import { freeStartsOn } from './freeStarts.ts'
import { minuteSet, minutesOf, type MinuteSet } from './minuteSet.ts'
import type { DayPlan, Demand, Taken } from '../model.ts'
import type { Quota } from '../release/plan.ts'
import { type Budget, budget, type TakenMinutes, takenMinutes } from '../release/releaseRule.ts'

/** One office on one day as the database has it; `version` grows with every change of that day. */
export interface OfficeDay {
  readonly officeId: string
  /** 'YYYY-MM-DD'. */
  readonly date: string
  readonly version: number
  readonly plan: DayPlan
  readonly taken: readonly Taken[]
}

/** Reads days of one office, one answer for each date that was asked for. */
export type LoadDays = (officeId: string, dates: readonly string[]) => Promise<readonly OfficeDay[]>

export interface AvailabilityQuery {
  readonly officeId: string
  /** Dates 'YYYY-MM-DD', both included, at most MAX_DAYS. */
  readonly from: string
  readonly to: string
  readonly demand: Demand
  readonly gridMinutes: number
  /** For whom; what is released for others is not free. */
  readonly quota: Quota
  /** The present moment, epoch ms: what is released by then is free, without any news of it. */
  readonly now: number
}

export interface FreeDay {
  readonly date: string
  readonly version: number
  readonly closedBecause: string | null
  readonly clock: DayClock
  /** Minutes of the day at which an appointment can start; not to be changed. */
  readonly starts: MinuteSet
  /** Whether so much of the day is released for the quota; if not, `starts` is empty. */
  readonly isReleased: boolean
  /** When more of the day is released, epoch ms; null: never by the clock alone. */
  readonly more: number | null
}

interface Kept {
  readonly day: OfficeDay
  /** What counts at a moment between `from` and `until`; laid out when somebody first asks. */
  laid: Laid | null
}

/** A day at a moment: what is kept back takes its place until it is given out. */
interface Laid {
  readonly from: number
  readonly until: number
  readonly minutes: TakenMinutes
  readonly board: Board
  /** By what was asked for. */
  readonly starts: Map<string, MinuteSet>
}

/** The longest span of one question. */
export const MAX_DAYS = 366
const KEPT_DAYS = 10_000
/** Kinds of demand for which a day remembers its answer; services times persons is more than anybody asks in a day. */
const KEPT_DEMANDS = 256
/** In a rush a day has changed again when it has been read; more often than this nobody waits for a quiet moment. */
const LOAD_TRIES = 2

/**
 * What is free, from memory: for each office and day the plan, what is taken, and a bit set for each demand that was
 * asked for. Knows no database: days are loaded by the function that is handed in, `apply` and `expire` bring changes.
 * What the clock alone changes (a release, a time that was kept back) is worked out when somebody asks.
 * A day never becomes older: what arrives late with a lower version is left out.
 */
export class Availability {
  readonly #load: LoadDays
  readonly #kept = new Map<string, Kept>()
  /** Days of which a change became known: the least version that may be kept. */
  readonly #least = new Map<string, number>()
  readonly #loading = new Map<string, Promise<void>>()
  #generation = 0
  #revision = 0

  constructor(load: LoadDays) {
    this.#load = load
  }

  /** Grows whenever something that is kept changes: an answer made at the same number is as good as new, but for the clock. */
  get revision(): number {
    return this.#revision
  }

  /** The free starts of every date asked for. @throws RangeError for too many days or no dates; what the loader throws */
  async days(query: AvailabilityQuery): Promise<FreeDay[]> {
    const dates = datesBetween(query.from, query.to)
    if (dates.length > MAX_DAYS) throw new RangeError(`more than ${MAX_DAYS} days`)
    const asked = askedFor(query)
    for (let tries = 0; tries < LOAD_TRIES; tries += 1) {
      const known = this.#known(query, dates, asked)
      if (known) return known
      await this.#fetch(query.officeId, dates)
    }
    return this.#readPast(query, dates, asked)
  }

  /** What is kept of a day; null when nothing is. Only who compares the version under the day's lock may build on it. */
  known(officeId: string, date: string): OfficeDay | null {
    return this.#kept.get(keyOf(officeId, date))?.day ?? null
  }

  /** A day as it is now, with the version that a transaction gave it. */
  apply(day: OfficeDay): void {
    const key = keyOf(day.officeId, day.date)
    const known = Math.max(this.#kept.get(key)?.day.version ?? -1, this.#least.get(key) ?? -1)
    if (day.version < known) return
    this.#revision += 1
    this.#least.delete(key)
    this.#kept.delete(key)
    if (this.#kept.size >= KEPT_DAYS) this.#forgetOldest()
    this.#kept.set(key, { day, laid: null })
  }

  /** The day has this version now, with unknown content: it is read again when somebody asks. */
  expire(officeId: string, date: string, version: number): void {
    const key = keyOf(officeId, date)
    if ((this.#kept.get(key)?.day.version ?? -1) >= version) return
    this.#revision += 1
    this.#kept.delete(key)
    this.#least.set(key, Math.max(version, this.#least.get(key) ?? -1))
  }

  /** Somebody here has changed the day: it is read again when somebody asks, without waiting for the news. */
  forget(officeId: string, date: string): void {
    if (this.#kept.delete(keyOf(officeId, date))) this.#revision += 1
  }

  /** For who is about to change a day: takes in the day as it is afterwards, unless everything was forgotten meanwhile. */
  expecting(): (day: OfficeDay) => void {
    const generation = this.#generation
    return (day) => {
      if (generation === this.#generation) this.apply(day)
    }
  }

  /** Forgets everything: news may have been missed, or a shift was changed. Days being read meanwhile do not count. */
  clear(): void {
    this.#generation += 1
    this.#revision += 1
    this.#kept.clear()
    this.#loading.clear()
    this.#least.clear()
  }

  #known(query: AvailabilityQuery, dates: readonly string[], asked: string): FreeDay[] | null {
    const days: FreeDay[] = []
    for (const date of dates) {
      const kept = this.#kept.get(keyOf(query.officeId, date))
      if (!kept) return null
      days.push(freeDayOf(kept, query, asked))
    }
    return days
  }

  /** Days that changed while they were read: an answer of a moment ago, which is not kept. */
  async #readPast(query: AvailabilityQuery, dates: readonly string[], asked: string): Promise<FreeDay[]> {
    const known = new Map(dates.map((date) => [date, this.#kept.get(keyOf(query.officeId, date))]))
    const missing = dates.filter((date) => !known.get(date))
    const read = missing.length > 0 ? await this.#load(query.officeId, missing) : []
    for (const day of read) known.set(day.date, { day, laid: null })
    return [...known.values()].flatMap((kept) => (kept ? [freeDayOf(kept, query, asked)] : []))
  }

  /** Reads what is missing; what somebody else reads already is waited for. */
  async #fetch(officeId: string, dates: readonly string[]): Promise<void> {
    const missing = dates.filter((date) => !this.#kept.has(keyOf(officeId, date)))
    const waits = missing.flatMap((date) => this.#loading.get(keyOf(officeId, date)) ?? [])
    const mine = missing.filter((date) => !this.#loading.has(keyOf(officeId, date)))
    if (mine.length > 0) {
      const reading = this.#read(officeId, mine)
      for (const date of mine) this.#loading.set(keyOf(officeId, date), reading)
      waits.push(reading)
    }
    await Promise.all(waits)
  }

  async #read(officeId: string, dates: readonly string[]): Promise<void> {
    const generation = this.#generation
    try {
      const days = await this.#load(officeId, dates)
      if (generation !== this.#generation) return
      for (const day of days) this.apply(day)
    } finally {
      if (generation === this.#generation)
        for (const date of dates) this.#loading.delete(keyOf(officeId, date))
    }
  }

  #forgetOldest(): void {
    const [oldest] = this.#kept.keys()
    if (oldest !== undefined) this.#kept.delete(oldest)
  }
}

function freeDayOf(kept: Kept, query: AvailabilityQuery, asked: string): FreeDay {
  const { date, version, plan } = kept.day
  const { closedBecause, clock } = plan
  const laid = laidAt(kept, query.now)
  const released = budget(plan.release, laid.minutes, query.quota, query.now)
  const isReleased = query.demand.minutes <= released.minutes
  const starts = isReleased ? startsOf(laid, query, asked) : minuteSet(clock.minutes)
  return { date, version, closedBecause, clock, starts, isReleased, more: moreAt(released, laid) }
}

function laidAt(kept: Kept, now: number): Laid {
  const { laid: known, day } = kept
  if (known && known.from <= now && now < known.until) return known
  let [from, until] = [-Infinity, Infinity]
  const taken = day.taken.filter(({ keptUntil }) => {
    if (keptUntil === undefined) return true
    if (keptUntil <= now) from = Math.max(from, keptUntil)
    else until = Math.min(until, keptUntil)
    return keptUntil > now
  })
  const board = boardOf(day.plan, taken)
  const laid = { from, until, minutes: takenMinutes(taken), board, starts: new Map<string, MinuteSet>() }
  kept.laid = laid
  return laid
}

function moreAt({ next }: Budget, { until }: Laid): number | null {
  const soonest = Math.min(next ?? Infinity, until)
  return Number.isFinite(soonest) ? soonest : null
}

function startsOf(
  { board, starts: kept }: Laid,
  { demand, gridMinutes }: AvailabilityQuery,
  asked: string,
): MinuteSet {
  const known = kept.get(asked)
  if (known) return known
  const starts = freeStartsOn(board, demand, gridMinutes)
  const [oldest] = kept.keys()
  if (kept.size >= KEPT_DEMANDS && oldest !== undefined) kept.delete(oldest)
  kept.set(asked, starts)
  return starts
}

function askedFor({ demand, gridMinutes }: AvailabilityQuery): string {
  const { serviceIds, devices, minutes } = demand
  return JSON.stringify([minutes, gridMinutes, serviceIds.toSorted(), devices.toSorted()])
}

function keyOf(officeId: string, date: string): string {
  return `${officeId} ${date}`
}

/** The starts of a day as instants (epoch ms), those from `earliest` on. */
export function instantsOf(
  { clock, starts }: Pick<FreeDay, 'clock' | 'starts'>,
  earliest = -Infinity,
): number[] {
  const least = earliest === -Infinity ? 0 : minuteEnding(clock, earliest)
  return minutesOf(starts, least).map((minute) => instantOf(clock, minute))
}
