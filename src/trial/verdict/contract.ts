import { z } from 'zod'
import { TRIAL_FIGURES } from '../plan/figures.ts'

const share = z.number()
const interval = z.object({ value: share, low: share, high: share })

/** A share of one period with its 95 % interval; without one where the days are too few to tell how days differ. */
const estimate = z.object({
  value: share,
  low: share.nullable(),
  high: share.nullable(),
  kept: z.int(),
  of: z.int(),
  days: z.int(),
})
export type EstimateShown = z.infer<typeof estimate>

export const judgedFigure = z.object({
  figure: z.enum(TRIAL_FIGURES),
  target: share,
  verdict: z.enum(['met', 'not-met', 'not-enough-data']),
  trial: estimate.nullable(),
  before: estimate.nullable(),
  /** The same weekdays compared; `stands` together with the other targets (Holm). */
  change: interval.extend({ p: z.number(), stands: z.boolean() }).nullable(),
  /** Trend and load taken out. */
  level: interval.nullable(),
  /** The smallest change that so many days would show. */
  detectable: z.number().nullable(),
})
export type JudgedFigure = z.infer<typeof judgedFigure>

export const SENSITIVITIES = ['special-days', 'single-days', 'two-weeks'] as const

export const trialResult = z.object({
  /** Of the first target: did it get better? */
  answer: z.enum(['better', 'worse', 'not-known', 'nothing-before']),
  recommendation: z.enum(['continue', 'adapt', 'end', 'undecided']),
  figures: z.array(judgedFigure),
  /** The first target's change, worked out otherwise. */
  sensitivity: z.array(interval.extend({ by: z.enum(SENSITIVITIES) })),
  cost: z.object({
    providerCents: z.int(),
    staffCents: z.int(),
    settled: z.int(),
    perSettledCents: z.int().nullable(),
  }),
  /** Mean waits of answered calls; what the trial saved those it answered, in ms. */
  waits: z.object({
    beforeMs: z.int().nullable(),
    trialMs: z.int().nullable(),
    savedMs: z.int().nullable(),
    /** In the trial, with the waits in earlier calls whose place was regained; absent where nobody counted it then. */
    wholeTrialMs: z.int().nullable().default(null),
  }),
})
export type TrialResult = z.infer<typeof trialResult>
