import type { TimeRange } from '../../shared/timeRange.ts'
import { type Booked, capacityIn, mayBegin, promisedIn, roomIn } from './capacityRule.ts'
import type { Duty } from './dutyRule.ts'
import type { DeskState, Forecast } from './forecast.ts'
import { type DayGrid, holds } from './gridRule.ts'

/** Whether a window is offered, and if not, why. */
export type Judgement =
  | { kind: 'free'; roomMs: number }
  | { kind: 'over' }
  | { kind: 'nobody' }
  | { kind: 'full'; capacityMs: number; promisedMs: number }
  /** `by`: when the first attempt would be made, with all care; null when nobody can say. */
  | { kind: 'unsure'; by: number | null }

export interface Judged {
  window: TimeRange
  judgement: Judgement
}

/** All that decides about the windows of one day. */
export interface DayFacts {
  grid: DayGrid
  /** The duty of the day, from now on. */
  duty: readonly Duty[]
  /** What is booked on the day. */
  booked: readonly Booked[]
  /** Duty from now to the end of the day, and all open work. */
  state: DeskState
  forecast: Forecast
  theta: number
  /** The planned work of the callback in question. */
  workMs: number
}

export function judge(window: TimeRange, facts: DayFacts): Judgement {
  const { grid, duty, booked, state, forecast, theta, workMs } = facts
  if (!mayBegin(window, state.now)) return { kind: 'over' }
  const capacityMs = capacityIn(window, duty)
  if (capacityMs === 0) return { kind: 'nobody' }
  const roomMs = roomIn(window, grid.wide, duty, booked)
  if (roomMs < workMs) return { kind: 'full', capacityMs, promisedMs: promisedIn(window, booked) }
  const by = forecast(state, window, theta)
  return by === null || by > window.end ? { kind: 'unsure', by } : { kind: 'free', roomMs }
}

/**
 * The windows of a day that are offered, in order: every hour that can be kept, and where none of them can, two hours or
 * half a day. So under load the offer widens. None of them holds another.
 */
export function offersOf(facts: DayFacts, wide: boolean): Judged[] {
  const offered: Judged[] = []
  for (const window of [...facts.grid.hours, ...(wide ? facts.grid.wide : [])]) {
    const begun = window.start < facts.state.now && facts.grid.wide.includes(window)
    if (begun || offered.some((narrow) => holds(window, narrow.window))) continue
    const judgement = judge(window, facts)
    if (judgement.kind === 'free') offered.push({ window, judgement })
  }
  return offered.toSorted((a, b) => a.window.start - b.window.start)
}
