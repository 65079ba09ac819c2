/** What one day says of everything that a trial can have a target for; of the own telephone, or of another one before. */
export interface DayTally {
  /** 'YYYY-MM-DD' in the city. */
  day: string
  offered: number
  answered: number
  answered15: number
  answered20: number
  answered30: number
  abandoned: number
  /** The own promise of an answer within 15 s: docs/figures.md. */
  promiseKept: number
  promiseDecided: number
  /** Of answered calls whose wait is known. */
  waitMs: number
  /** Null where nobody counted: before the trial there was no promise. */
  callbacksKept: number | null
  callbacksDecided: number | null
  opened: number | null
  settledInCall: number | null
}

export const TRIAL_FIGURES = [
  'answered15',
  'answered20',
  'answered30',
  'promise15',
  'abandoned',
  'callbacks',
  'firstContact',
] as const
export type TrialFigure = (typeof TRIAL_FIGURES)[number]

export interface FigureRule {
  /** 'at-most' where less is better. */
  better: 'at-least' | 'at-most'
  /** Numerator and denominator of a day; null where it was not counted. */
  of(day: DayTally): { kept: number; of: number } | null
}

/** The figures that a target can be set for: numerator, denominator, which way is better. docs/figures.md has them in words. */
export const FIGURE_RULES: Readonly<Record<TrialFigure, FigureRule>> = {
  answered15: { better: 'at-least', of: (day) => ({ kept: day.answered15, of: day.offered }) },
  answered20: { better: 'at-least', of: (day) => ({ kept: day.answered20, of: day.offered }) },
  answered30: { better: 'at-least', of: (day) => ({ kept: day.answered30, of: day.offered }) },
  promise15: { better: 'at-least', of: (day) => ({ kept: day.promiseKept, of: day.promiseDecided }) },
  abandoned: { better: 'at-most', of: (day) => ({ kept: day.abandoned, of: day.offered }) },
  callbacks: { better: 'at-least', of: (day) => shareOf(day.callbacksKept, day.callbacksDecided) },
  firstContact: { better: 'at-least', of: (day) => shareOf(day.settledInCall, day.opened) },
}

const shareOf = (kept: number | null, of: number | null) =>
  kept === null || of === null ? null : { kept, of }
