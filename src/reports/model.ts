import type { Point } from '../shared/point.ts'

/** What becomes of a report, in words that are true. `forwarded`: to somebody who is not this city; it stays open. */
export const REPORT_STATES = ['received', 'in-work', 'planned', 'forwarded', 'done', 'not-done'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** With an answer. */
export const ENDED = ['done', 'not-done'] as const satisfies readonly ReportState[]

export const isEnded = (state: ReportState): boolean => (ENDED as readonly ReportState[]).includes(state)

/** A complaint or a hint: what a case is besides its reason and its contact. */
export interface Report {
  caseId: string
  categoryId: string
  state: ReportState
  place: string | null
  at: Point | null
  /** On private ground: in public only the street is told. */
  isPrivate: boolean
  /** By question; several for a list. */
  answers: Answers
  /** By when it is answered, or what was planned is done. */
  dueAt: Date
  /** The due time of which whoever reported was reminded, half a day of service time before. */
  remindedFor: Date | null
  /** 'YYYY-MM-DD' */
  plannedFor: string | null
  /** Out of the list until then; null once somebody goes on with it. */
  putAwayUntil: Date | null
  assignedTo: string | null
  timesRouted: number
  /** The one that is worked, where this one says the same. */
  mergedInto: string | null
  answer: string | null
  answeredAt: Date | null
  /** Since when everybody may see it. */
  releasedAt: Date | null
}

export type Answers = Readonly<Record<string, string | readonly string[]>>

/** What whoever reported gets to read. */
export interface ReportUpdate {
  at: Date
  state: ReportState
  text: string
  plannedFor: string | null
  /** From the person who reported. */
  byReporter: boolean
}
