import { minuteEnding, minuteOf, minuteOfWall, wallOfMinute } from '../../shared/dayClock.ts'
import type { DayPlan, Shift } from '../model.ts'

/** A stretch of the day in which the same number of people work; minutes of the wall clock, half-open. */
export interface StaffStep {
  readonly from: number
  readonly to: number
  /** At a counter. */
  readonly people: number
  /** At work, but all counters are occupied by others. */
  readonly withoutCounter: number
  readonly onBreak: number
}

/** So many people of a shift work on this day. */
export interface StaffedShift {
  readonly shift: Pick<Shift, 'breaks'>
  readonly people: number
}

/** How many people work when, in order and apart; stretches in which nobody is at work are not in it. */
export function staffSteps(plan: DayPlan, staffed: readonly StaffedShift[]): StaffStep[] {
  const { clock } = plan
  const changes: Changes = new Map()
  for (const { free } of plan.lanes)
    for (const { start, end } of free)
      add(changes, 'people', minuteEnding(clock, start), minuteOf(clock, end), 1)
  for (const { start, end } of plan.cut)
    add(changes, 'withoutCounter', minuteEnding(clock, start), minuteOf(clock, end), 1)
  if (plan.closedBecause === null)
    for (const { shift, people } of staffed)
      for (const { from, to } of shift.breaks)
        add(changes, 'onBreak', minuteOfWall(clock, from), minuteOfWall(clock, to), people)
  return walk(changes).map(({ from, to, ...staff }) => ({
    ...staff,
    from: wallOfMinute(clock, from),
    to: wallOfMinute(clock, to - 1) + 1,
  }))
}

type Staff = Pick<StaffStep, 'people' | 'withoutCounter' | 'onBreak'>
/** By minute of the day: how many more or fewer from there on. */
type Changes = Map<number, Staff>

const NOBODY: Staff = { people: 0, withoutCounter: 0, onBreak: 0 }

function add(changes: Changes, what: keyof Staff, from: number, to: number, count: number): void {
  if (from >= to) return
  for (const [minute, by] of [
    [from, count],
    [to, -count],
  ] as const) {
    const known = changes.get(minute) ?? NOBODY
    changes.set(minute, { ...known, [what]: known[what] + by })
  }
}

function walk(changes: Changes): StaffStep[] {
  const minutes = [...changes.keys()].toSorted((a, b) => a - b)
  const steps: StaffStep[] = []
  let now = NOBODY
  for (const [place, from] of minutes.entries()) {
    now = sum(now, changes.get(from) ?? NOBODY)
    const to = minutes[place + 1]
    if (to === undefined || isNobody(now)) continue
    const last = steps.at(-1)
    if (last?.to === from && isSame(last, now)) steps[steps.length - 1] = { ...last, to }
    else steps.push({ ...now, from, to })
  }
  return steps
}

const sum = (a: Staff, b: Staff): Staff => ({
  people: a.people + b.people,
  withoutCounter: a.withoutCounter + b.withoutCounter,
  onBreak: a.onBreak + b.onBreak,
})
const isSame = (a: Staff, b: Staff): boolean =>
  a.people === b.people && a.withoutCounter === b.withoutCounter && a.onBreak === b.onBreak
const isNobody = (staff: Staff): boolean => isSame(staff, NOBODY)
