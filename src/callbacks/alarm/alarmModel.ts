/**
 * Why a lead is told of an open promise, or what was done about it.
 * `half`, `four-fifths`: so much of the window is over and nobody has called; `too-much`: the staff on duty do not get to
 * it in time; `nobody`: what is left of its window lies in hours in which nobody is on duty; `late-told`: the citizen was
 * told that it cannot be kept; `asked-later`: the citizen was asked for a later window.
 */
export type Stage = 'half' | 'four-fifths' | 'too-much' | 'nobody' | 'late-told' | 'asked-later'

/** What the clock alone brings. */
export type ClockStage = Extract<Stage, 'half' | 'four-fifths'>

/** What can end again: the roster changes, a colleague helps. */
export type Condition = Extract<Stage, 'too-much' | 'nobody'>

/** An open promise as the rules of this folder see it. */
export interface OpenPromise {
  id: string
  caseId: string
  windowStart: Date
  windowEnd: Date
  promisedAt: Date
  /** Planned time of a clerk, in ms. */
  workMs: number
}
