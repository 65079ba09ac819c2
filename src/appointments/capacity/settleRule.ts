import { ADRIFT, boardOf } from './board.ts'
import { holdsUnit } from './deviceRoom.ts'
import type { DayPlan, Stand, Taken } from '../model.ts'
import { place } from './placeRule.ts'

export interface Settled {
  /** Everything that gets another stand. */
  readonly moved: readonly (Stand & { readonly id: string })[]
  /** Appointments the day has no room for any more: the conflict list. */
  readonly lost: readonly string[]
}

/** Ids of appointments that do not fit their lane or device unit any more, because the plan became another one. */
export function adriftOn(plan: DayPlan, taken: readonly Taken[]): string[] {
  const { pool } = boardOf(plan, taken)
  return taken
    .filter(
      ({ demand, units }, index) =>
        pool[index] === ADRIFT ||
        demand.devices.some((kind) => !holdsUnit(units[kind], plan.devices[kind] ?? 0)),
    )
    .map(({ id }) => id)
}

/**
 * Finds new stands after shifts, devices or closures were changed over existing appointments: each that does not fit
 * any more, by its start, is placed anew at its own time. Run it in the transaction that changes the plan, and again
 * when something was cancelled: who stands on the conflict list comes before new wishes.
 */
export function settle(plan: DayPlan, taken: readonly Taken[]): Settled {
  const now = new Map(taken.map((one) => [one.id, one]))
  const lost: string[] = []
  const adrift = adriftOn(plan, taken)
    .map((id) => now.get(id)!)
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  for (const one of adrift) {
    const others = [...now.values()].filter(({ id }) => id !== one.id)
    const found = place(plan, others, one)
    if (!found) {
      lost.push(one.id)
      continue
    }
    for (const { id, lane, units } of [{ id: one.id, ...found }, ...found.moved])
      now.set(id, { ...now.get(id)!, lane, units })
  }
  const moved = taken
    .filter((one) => now.get(one.id) !== one)
    .map(({ id }) => ({ id, lane: now.get(id)!.lane, units: now.get(id)!.units }))
  return { moved, lost }
}
