import { instantOf, minuteOfWall } from '../shared/dayClock.ts'
import { planDay } from './capacity/dayPlan.ts'
import type { DayPlan, Demand, Placement, Shift, Taken, Wish } from './model.ts'
import { place } from './capacity/placeRule.ts'

/** A Monday without a clock change. */
export const MONDAY = '2027-03-15'

/** Eight to twelve, every day of one week. */
export function shift(values: Partial<Shift> = {}): Shift {
  return {
    id: 'early',
    officeId: 'office',
    label: 'Frühdienst',
    people: 1,
    skills: null,
    pattern: {
      kind: 'weekly',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      everyWeeks: 1,
      from: '2027-01-01',
      until: null,
    },
    opens: 480,
    closes: 720,
    breaks: [],
    ...values,
  }
}

export function dayOf(
  shifts: readonly Shift[],
  {
    date = MONDAY,
    counters = 50,
    devices = {},
    timeZone = 'Europe/Berlin',
  }: {
    date?: string
    counters?: number
    devices?: Readonly<Record<string, number>>
    timeZone?: string
  } = {},
): DayPlan {
  const office = { id: 'office', timeZone, counters, devices }
  return planDay({ office, date, shifts, exceptions: [], closedBecause: null })
}

export function demand(
  minutes: number,
  serviceIds: readonly string[] = [],
  devices: readonly string[] = [],
): Demand {
  return { serviceIds, devices, minutes }
}

/** From a wall clock minute on. */
export function wish(plan: DayPlan, wall: number, what: Demand): Wish {
  const start = instantOf(plan.clock, minuteOfWall(plan.clock, wall))
  return { start, end: start + what.minutes * 60_000, demand: what }
}

/** The appointments after one more was placed. */
export function booked(taken: readonly Taken[], id: string, asked: Wish, found: Placement): Taken[] {
  const moved = new Map(found.moved.map((one) => [one.id, one]))
  return [
    ...taken.map((one) => ({ ...one, ...moved.get(one.id) })),
    { ...asked, id, lane: found.lane, units: found.units },
  ]
}

/** Books one after another; how many were refused. */
export function bookAll(plan: DayPlan, wishes: readonly Wish[]): { taken: Taken[]; refused: number } {
  let taken: Taken[] = []
  let refused = 0
  for (const [index, asked] of wishes.entries()) {
    const found = place(plan, taken, asked)
    if (found) taken = booked(taken, `a${index}`, asked, found)
    else refused += 1
  }
  return { taken, refused }
}

/** Everything that is wrong with a day: overlaps on a lane or unit, missing skills, time that is not worked. */
export function wrongs(plan: DayPlan, taken: readonly Taken[]): string[] {
  return [...taken.flatMap((one) => standWrongs(plan, one)), ...overlaps(taken)]
}

/** What the database would refuse. */
export function overlaps(taken: readonly Taken[]): string[] {
  return taken.flatMap((one, index) =>
    taken.slice(index + 1).flatMap((other) => {
      if (one.start >= other.end || other.start >= one.end) return []
      const kinds = Object.keys(one.units).filter((kind) => one.units[kind] === other.units[kind])
      return [...(one.lane === other.lane ? [one.lane] : []), ...kinds].map(
        (what) => `${one.id} and ${other.id} overlap on ${what}`,
      )
    }),
  )
}

function standWrongs(plan: DayPlan, { id, start, end, demand: what, lane: laneId, units }: Taken): string[] {
  const found: string[] = []
  const lane = plan.lanes.find((one) => one.id === laneId)
  if (!lane?.free.some((range) => range.start <= start && end <= range.end)) found.push(`${id}: nobody works`)
  if (lane && lane.skills !== null && !what.serviceIds.every((service) => lane.skills?.includes(service)))
    found.push(`${id}: lane without the skill`)
  for (const kind of what.devices)
    if (!((units[kind] ?? 0) >= 1 && (units[kind] ?? 0) <= (plan.devices[kind] ?? 0)))
      found.push(`${id}: no ${kind}`)
  return found
}
