import type { TimeRange } from '../shared/timeRange.ts'
import type { DayClock } from '../shared/dayClock.ts'
import type { Quota } from './release/plan.ts'
import type { DayRelease } from './release/releaseRule.ts'

export type AppointmentState =
  | 'held'
  | 'booked'
  | 'arrived'
  | 'called'
  | 'served'
  | 'no-show'
  | 'cancelled'
  | 'expired'
  | 'moved'
/** `counter`: booked by staff for somebody who stands there; `api`: by another program. */
export type Channel = 'web' | 'phone' | 'counter' | 'api'

/** What a state may become; a state without followers is final. */
export const TRANSITIONS: Readonly<Record<AppointmentState, readonly AppointmentState[]>> = {
  held: ['booked', 'cancelled', 'expired'],
  // Served without being called here: a small office calls by name.
  booked: ['arrived', 'called', 'served', 'no-show', 'cancelled', 'moved'],
  // Back to booked: the wrong row was clicked. So from all that follow.
  arrived: ['booked', 'called', 'served', 'no-show', 'cancelled', 'moved'],
  // Called and not there at once: back to the waiting ones, or not there at all.
  called: ['booked', 'arrived', 'served', 'no-show'],
  served: ['booked', 'arrived', 'called'],
  // Came after all; the time may be somebody else's by then, so it is placed anew.
  'no-show': ['booked', 'arrived'],
  cancelled: [],
  expired: [],
  moved: [],
}

/** In these states an appointment stands on a lane; in all others its time is free for somebody else. */
export const TAKES_CAPACITY: readonly AppointmentState[] = ['held', 'booked', 'arrived', 'called', 'served']

export function mayBecome(from: AppointmentState, to: AppointmentState): boolean {
  return TRANSITIONS[from].includes(to)
}

export function takesCapacity(state: AppointmentState): boolean {
  return TAKES_CAPACITY.includes(state)
}

/** Stands on no lane on purpose: somebody who is there and for whom the plan has no room. */
export const laneBesidePlan = (id: string): string => `+${id}`

/** Minutes of the wall clock since local midnight, half-open; 0 <= from < to <= 1440. */
export type WallMinutes = { readonly from: number; readonly to: number }

/** When a shift works. Dates 'YYYY-MM-DD', both ends included; weekdays ISO, 1 is Monday. */
export type ShiftPattern =
  | {
      readonly kind: 'weekly'
      readonly weekdays: readonly number[]
      /** 1 to 8, counted from the ISO week of `from`. */
      readonly everyWeeks: number
      readonly from: string
      readonly until: string | null
    }
  | { readonly kind: 'day'; readonly date: string }

/** Staff who work the same hours and may do the same services. */
export interface Shift {
  readonly id: string
  readonly officeId: string
  readonly label: string
  /** 1 to 50. */
  readonly people: number
  /** Ids of the services these people may do; null: all. */
  readonly skills: readonly string[] | null
  readonly pattern: ShiftPattern
  /** Minutes of the wall clock since local midnight. */
  readonly opens: number
  readonly closes: number
  readonly breaks: readonly WallMinutes[]
}

/** On this date so many people of the shift work, whatever its pattern says; null or 0: none. */
export interface ShiftException {
  readonly shiftId: string
  readonly date: string
  readonly people: number | null
}

/** One member of staff of one shift on one day: anonymous, no named person and no named counter. */
export interface Lane {
  /** '<shiftId>#<n>', n from 1: the same on every day and after every change of other shifts. */
  readonly id: string
  readonly skills: readonly string[] | null
  /** Working time without breaks and without time for which there is no counter; in order, apart. */
  readonly free: readonly TimeRange[]
}

/** Working time a lane lost because all counters were occupied by shifts before it. */
export interface Cut extends TimeRange {
  readonly lane: string
}

/** The capacity of one office on one day. */
export interface DayPlan {
  readonly officeId: string
  /** 'YYYY-MM-DD' in `timeZone`. */
  readonly date: string
  readonly timeZone: string
  readonly clock: DayClock
  readonly lanes: readonly Lane[]
  /** How many units of each scarce device the office has; they are numbered from 1. */
  readonly devices: Readonly<Record<string, number>>
  /** Why the office is closed all day (a holiday, a closure), or null. */
  readonly closedBecause: string | null
  readonly cut: readonly Cut[]
  /** When its capacity becomes bookable, and for whom; null: no release plan decides about the day. */
  readonly release: DayRelease | null
}

/** What an appointment needs while it lasts: one lane that may do all of it, one unit of each device. */
export interface Demand {
  /** Distinct. */
  readonly serviceIds: readonly string[]
  /** Kinds, distinct. */
  readonly devices: readonly string[]
  /** 1 or more. */
  readonly minutes: number
}

/** A time with a demand; `end` is `demand.minutes` after `start`, in epoch milliseconds. */
export interface Wish extends TimeRange {
  readonly demand: Demand
}

/** An appointment that takes capacity, and the witness that it fits: its lane and its device units. */
export interface Taken extends Wish {
  readonly id: string
  readonly lane: string
  readonly units: Readonly<Record<string, number>>
  /** Whose quota its minutes count for; null where it is kept back. */
  readonly quota?: Quota | null
  /** Given back and kept from everybody until then (epoch ms); absent for an appointment. */
  readonly keptUntil?: number
}

/** Where an appointment stands. */
export interface Stand {
  readonly lane: string
  readonly units: Readonly<Record<string, number>>
}

/** A stand for a wish, and what has to move first so that it is free. */
export interface Placement extends Stand {
  readonly moved: readonly (Stand & { readonly id: string })[]
}
