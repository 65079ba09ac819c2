import { z } from 'zod'

const count = z.int().min(0)
/** Null where nobody counted it: before a trial there was no promise, and a tally sheet knows no seconds. */
const counted = count.nullable()
/** Absent in what was kept of trials before anybody counted it. */
const countedSince = counted.optional()

/** What one day says of everything that a trial can have a target for; of the own telephone, or of another one before. */
export const dayTally = z.object({
  /** 'YYYY-MM-DD' in the city. */
  day: z.iso.date(),
  offered: count,
  answered: counted,
  answered15: counted,
  answered20: counted,
  answered30: counted,
  abandoned: counted,
  /** The own promise of an answer within 15 s: docs/figures.md. */
  promiseKept: counted,
  promiseDecided: counted,
  /** Of answered calls whose wait is known. */
  waitMs: counted,
  callbacksKept: counted,
  callbacksDecided: counted,
  opened: counted,
  settledInCall: counted,
  /** Answered calls whose wait is known, and callers who gave up after so many seconds: the second formula of the field. */
  decided20: countedSince,
  decided30: countedSince,
  /** The same waits with those in earlier calls whose place was regained. */
  wholeWaitMs: countedSince,
  /** Neither is one of the calls offered. */
  blocked: countedSince,
  closed: countedSince,
  lostAtClosing: countedSince,
  repeated: countedSince,
  /** Of the cases opened that day. */
  answered24: countedSince,
  decided24: countedSince,
})
export type DayTally = z.infer<typeof dayTally>

/** A day of which nobody counted anything but who called. */
export const uncounted = (day: string, offered: number): DayTally => ({
  day,
  offered,
  answered: null,
  answered15: null,
  answered20: null,
  answered30: null,
  abandoned: null,
  promiseKept: null,
  promiseDecided: null,
  waitMs: null,
  callbacksKept: null,
  callbacksDecided: null,
  opened: null,
  settledInCall: null,
  decided20: null,
  decided30: null,
  wholeWaitMs: null,
  blocked: null,
  closed: null,
  lostAtClosing: null,
  repeated: null,
  answered24: null,
  decided24: null,
})

export const TRIAL_FIGURES = [
  'answered15',
  'answered20',
  'answered30',
  'promise15',
  'level20',
  'level30',
  'abandoned',
  'lostAtClosing',
  'repeated',
  'callbacks',
  'firstContact',
  'answered24',
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
  answered15: { better: 'at-least', of: (day) => shareOf(day.answered15, day.offered) },
  answered20: { better: 'at-least', of: (day) => shareOf(day.answered20, day.offered) },
  answered30: { better: 'at-least', of: (day) => shareOf(day.answered30, day.offered) },
  promise15: { better: 'at-least', of: (day) => shareOf(day.promiseKept, day.promiseDecided) },
  level20: { better: 'at-least', of: (day) => shareOf(day.answered20, day.decided20) },
  level30: { better: 'at-least', of: (day) => shareOf(day.answered30, day.decided30) },
  abandoned: { better: 'at-most', of: (day) => shareOf(day.abandoned, day.offered) },
  lostAtClosing: { better: 'at-most', of: (day) => shareOf(day.lostAtClosing, day.offered) },
  repeated: { better: 'at-most', of: (day) => shareOf(day.repeated, day.offered) },
  callbacks: { better: 'at-least', of: (day) => shareOf(day.callbacksKept, day.callbacksDecided) },
  firstContact: { better: 'at-least', of: (day) => shareOf(day.settledInCall, day.opened) },
  answered24: { better: 'at-least', of: (day) => shareOf(day.answered24, day.decided24) },
}

type Count = number | null | undefined

const shareOf = (kept: Count, of: Count) => (kept == null || of == null ? null : { kept, of })
