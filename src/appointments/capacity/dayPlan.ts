import type { TimeRange } from '../../shared/timeRange.ts'
import { dayClockOf, instantOf, minuteOfWall, type DayClock } from '../../shared/dayClock.ts'
import type { Cut, DayPlan, Lane, Shift, ShiftException } from '../model.ts'
import { peopleOn } from './shiftRule.ts'

export interface PlannedOffice {
  readonly id: string
  readonly timeZone: string
  /** How many people can serve at once. */
  readonly counters: number
  readonly devices: Readonly<Record<string, number>>
}

export interface DayInput {
  readonly office: PlannedOffice
  /** 'YYYY-MM-DD' in the office's zone. */
  readonly date: string
  /** The office's shifts in the order in which they get counters. */
  readonly shifts: readonly Shift[]
  readonly exceptions: readonly ShiftException[]
  /** The public holiday of the Land or the closure that closes the whole day, or null. */
  readonly closedBecause: string | null
}

/** Minutes of the day, half-open. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * The capacity of one day: every person of every shift that works is a lane. At no moment do more lanes work than
 * there are counters: whoever comes later in the order of shifts loses the time in which none is free (`cut`).
 */
export function planDay({ office, date, shifts, exceptions, closedBecause }: DayInput): DayPlan {
  const clock = dayClockOf(office.timeZone, date)
  const lanes: Lane[] = []
  const cut: Cut[] = []
  const seats = new Seats(clock.minutes, office.counters)
  for (const shift of closedBecause === null ? shifts : []) {
    const people = peopleOn(shift, date, exceptions)
    const stretches = people > 0 ? stretchesOf(shift, clock) : []
    const whole = rangesOf(stretches, clock)
    const allSit = seats.takeAll(stretches, people)
    for (let n = 1; n <= people && whole.length > 0; n += 1) {
      const id = `${shift.id}#${n}`
      // The same array for all who lose nothing, so that equal lanes are recognised without comparing.
      if (allSit) {
        lanes.push({ id, skills: shift.skills, free: whole })
        continue
      }
      const { kept, lost } = seats.take(stretches)
      if (kept.length > 0) lanes.push({ id, skills: shift.skills, free: rangesOf(kept, clock) })
      for (const range of rangesOf(lost, clock)) cut.push({ lane: id, ...range })
    }
  }
  const { id: officeId, timeZone, devices } = office
  return { officeId, date, timeZone, clock, lanes, devices, closedBecause, cut, release: null }
}

/** Working time without breaks. */
function stretchesOf({ opens, closes, breaks }: Shift, clock: DayClock): Stretch[] {
  const stretches: Stretch[] = []
  const end = minuteOfWall(clock, closes)
  let from = minuteOfWall(clock, opens)
  for (const pause of breaks.toSorted((a, b) => a.from - b.from)) {
    const to = Math.min(minuteOfWall(clock, pause.from), end)
    if (from < to) stretches.push({ from, to })
    from = Math.max(from, minuteOfWall(clock, pause.to))
  }
  if (from < end) stretches.push({ from, to: end })
  return stretches
}

function rangesOf(stretches: readonly Stretch[], clock: DayClock): TimeRange[] {
  return stretches.map(({ from, to }) => ({ start: instantOf(clock, from), end: instantOf(clock, to) }))
}

/** Counters are alike and may be changed between two appointments, so counting them by the minute is enough. */
class Seats {
  readonly #occupied: Uint16Array
  readonly #counters: number

  constructor(minutes: number, counters: number) {
    this.#occupied = new Uint16Array(minutes)
    this.#counters = counters
  }

  /** Occupies counters for so many people; false, and nothing occupied, when there are not enough all the time. */
  takeAll(stretches: readonly Stretch[], people: number): boolean {
    let most = 0
    for (const { from, to } of stretches)
      for (let minute = from; minute < to; minute += 1) most = Math.max(most, this.#occupied[minute]!)
    if (most + people > this.#counters) return false
    for (const { from, to } of stretches)
      for (let minute = from; minute < to; minute += 1) this.#occupied[minute]! += people
    return true
  }

  /** Occupies a counter for these stretches where one is left. */
  take(stretches: readonly Stretch[]): { kept: Stretch[]; lost: Stretch[] } {
    const kept: Stretch[] = []
    const lost: Stretch[] = []
    for (const { from, to } of stretches) {
      for (let begun = from; begun < to;) {
        const seated = this.#isFree(begun)
        let end = begun
        for (; end < to && this.#isFree(end) === seated; end += 1) if (seated) this.#sit(end)
        ;(seated ? kept : lost).push({ from: begun, to: end })
        begun = end
      }
    }
    return { kept, lost }
  }

  #isFree(minute: number): boolean {
    return (this.#occupied[minute] ?? 0) < this.#counters
  }

  #sit(minute: number): void {
    this.#occupied[minute] = (this.#occupied[minute] ?? 0) + 1
  }
}
