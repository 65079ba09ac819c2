import { instantOf, minuteOf, wallOfMinute } from '../../shared/dayClock.ts'
import { freeStarts } from '../capacity/freeStarts.ts'
import { minutesOf } from '../capacity/minuteSet.ts'
import { place } from '../capacity/placeRule.ts'
import type { DayPlan, Demand, Taken } from '../model.ts'

/** An appointment that has lost its place. */
export interface Displaced {
  readonly id: string
  readonly demand: Demand
  /** When it was to be, epoch ms, and what the wall clock shows then, in minutes since midnight. */
  readonly start: number
  readonly wall: number
  /** Day number of its date, to count days apart. */
  readonly day: number
}

/** A day on which the office may take somebody. */
export interface OpenDay {
  /** Day number of its date. */
  readonly day: number
  readonly plan: DayPlan
  readonly taken: readonly Taken[]
}

export interface Rules {
  /** Epoch ms. */
  readonly now: number
  readonly gridMinutes: number
}

const HOUR_MS = 3_600_000
/** People have to hear of it and get there. */
const NOTICE_MS = 2 * HOUR_MS
/** Who is to come earlier than planned may have plans until then. */
const EARLIER_NOTICE_MS = 48 * HOUR_MS

/**
 * The nearest equivalent time for each, so that all of them together fit: who was to come first chooses first (of two
 * at one time, whose id is older). Nearest: the fewest days apart, rather later than earlier; on that day nearest in
 * the time of day. Null where no day has room.
 */
export function reoffer(
  displaced: readonly Displaced[],
  days: readonly OpenDay[],
  rules: Rules,
): ReadonlyMap<string, number | null> {
  const open = days.map((day) => new Filling(day, rules.gridMinutes))
  const offers = new Map<string, number | null>()
  for (const one of inRank(displaced)) offers.set(one.id, offerFor(one, open, rules.now))
  return offers
}

/** Who was to come first is first. */
export const inRank = <D extends Pick<Displaced, 'id' | 'start'>>(displaced: readonly D[]): D[] =>
  displaced.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))

function offerFor(one: Displaced, open: readonly Filling[], now: number): number | null {
  const byDistance = open.toSorted(
    (a, b) => Math.abs(a.day - one.day) - Math.abs(b.day - one.day) || b.day - a.day,
  )
  for (const day of byDistance) {
    const start = day.take(one, (at) => mayBeOffered(at, one.start, now))
    if (start !== null) return start
  }
  return null
}

/** Whether somebody can be asked to come then instead. */
export function mayBeOffered(at: number, original: number, now: number): boolean {
  return at !== original && at >= now + (at < original ? EARLIER_NOTICE_MS : NOTICE_MS)
}

/** A day that takes one after the other, as it would be after each. */
class Filling {
  readonly day: number
  readonly #plan: DayPlan
  readonly #gridMinutes: number
  #taken: readonly Taken[]
  /** Minutes of the day at which a demand can begin, until somebody is taken. */
  #starts = new Map<string, readonly number[]>()

  constructor({ day, plan, taken }: OpenDay, gridMinutes: number) {
    this.day = day
    this.#plan = plan
    this.#taken = taken
    this.#gridMinutes = gridMinutes
  }

  /** Takes somebody at the nearest time of day that suits. @returns when, epoch ms; null when none does */
  take({ id, demand, wall }: Displaced, suits: (at: number) => boolean): number | null {
    const { clock } = this.#plan
    const away = (minute: number): number => Math.abs(wallOfMinute(clock, minute) - wall)
    const minutes = this.#startsFor(demand).filter((minute) => suits(instantOf(clock, minute)))
    const [minute] = minutes.toSorted((a, b) => away(a) - away(b) || a - b)
    if (minute === undefined) return null
    const start = instantOf(clock, minute)
    const wish = { start, end: start + demand.minutes * 60_000, demand }
    const placed = place(this.#plan, this.#taken, wish)
    if (!placed) return null
    const moved = new Map(placed.moved.map((stand) => [stand.id, stand]))
    const others = this.#taken
      .filter((other) => other.id !== id)
      .map((one) => ({ ...one, ...moved.get(one.id) }))
    this.#taken = [...others, { ...wish, id, lane: placed.lane, units: placed.units }]
    this.#starts = new Map()
    return start
  }

  #startsFor(demand: Demand): readonly number[] {
    const key = JSON.stringify([demand.serviceIds, demand.devices, demand.minutes])
    const known = this.#starts.get(key)
    if (known) return known
    const found = minutesOf(freeStarts(this.#plan, this.#taken, demand, this.#gridMinutes))
    this.#starts.set(key, found)
    return found
  }
}

/** What the wall clock of a day shows at an instant of it, in minutes since midnight. */
export const wallAt = ({ clock }: Pick<DayPlan, 'clock'>, at: number): number =>
  wallOfMinute(clock, minuteOf(clock, at))
