import { mayDo } from '../capacity/board.ts'
import type { DayPlan, Demand } from '../model.ts'
import type { Quota } from './plan.ts'
import type { DayRelease } from './releaseRule.ts'

/** A part of a day that becomes bookable at a moment (epoch ms). */
export interface Opening {
  at: number
  /** `flows-back`: it was kept for a quota until then. */
  kind: 'opens' | 'flows-back'
  /** For whom; null: for everybody. */
  quota: Quota | null
  /** Of capacity; where it flows back, at most so many, because some of it is used by then. */
  minutes: number
  /** So many appointments of the chosen service that is, about. */
  appointments: number
}

/**
 * When which part of an empty day opens and for whom, in the order of time.
 * @param most how many appointments of the chosen service the whole day has room for
 * @param earliest nothing is bookable before, whatever opens (epoch ms)
 */
export function openingsOn(release: DayRelease, most: number, earliest: number): Opening[] {
  const { capacity, reserves } = release
  const part = (percent: number) => ({
    minutes: Math.floor((capacity * percent) / 100),
    appointments: Math.floor((most * percent) / 100),
  })
  const found: Opening[] = []
  for (const { at: plannedAt, percent } of release.openings) {
    const at = Math.max(plannedAt, earliest)
    const kept = reserves.filter(({ until }) => at < until)
    const forAll = percent * (1 - kept.reduce((all, one) => all + one.percent, 0) / 100)
    if (forAll > 0) found.push({ at, kind: 'opens', quota: null, ...part(forAll) })
    for (const { quota, percent: share, until } of kept) {
      const reserved = part((percent * share) / 100)
      found.push({ at, kind: 'opens', quota, ...reserved })
      found.push({ at: until, kind: 'flows-back', quota, ...reserved })
    }
  }
  return found.toSorted((a, b) => a.at - b.at)
}

/** How many appointments of one kind an empty day has room for, one after the other from the beginning of each stretch of work. */
export function mostAppointments({ lanes, devices }: DayPlan, demand: Demand): number {
  const length = demand.minutes * 60_000
  const ends = lanes
    .filter((lane) => mayDo(lane, demand))
    .flatMap(({ free }) => free)
    .flatMap(({ start, end }) =>
      Array.from({ length: Math.floor((end - start) / length) }, (_, place) => start + (place + 1) * length),
    )
  if (demand.devices.length === 0) return ends.length
  const units = Math.min(...demand.devices.map((kind) => devices[kind] ?? 0))
  return withDevices(
    ends.toSorted((a, b) => a - b),
    length,
    units,
  )
}

/** Of appointments by their ends, as many as so many devices can serve: each on the device that was free last. */
function withDevices(ends: readonly number[], length: number, units: number): number {
  const freeFrom = Array.from({ length: units }, () => -Infinity)
  let count = 0
  for (const end of ends) {
    const able = freeFrom.filter((from) => from <= end - length)
    if (able.length === 0) continue
    freeFrom[freeFrom.indexOf(Math.max(...able))] = end
    count += 1
  }
  return count
}
