import { z } from 'zod'
import { trialPlan } from '../plan/contract.ts'
import { testCall } from '../testCalls/contract.ts'
import { dayTally } from '../plan/figures.ts'

const count = z.int().min(0)
const leftOut = z.object({ day: z.iso.date(), why: z.string() })
/** One of both periods: its service days, and those that do not count. */
const period = z.object({ days: z.array(dayTally), special: z.array(dayTally), leftOut: z.array(leftOut) })

/** Everything that a result is worked out of. Whoever has it works out the same result, to the digit. */
export const trialInputs = z.object({
  plan: trialPlan,
  trialId: z.uuid(),
  baseline: period,
  trial: period,
  /** Of both periods; absent where a result was kept before anybody entered any. */
  testCalls: z.object({ baseline: z.array(testCall), trial: z.array(testCall) }).optional(),
  /** Of the whole trial, special days too: what it cost and what was settled. */
  work: z.object({
    answered: count,
    talkMs: count,
    /** From dialling to the outcome, of all calls back. */
    clerkMs: count,
    opened: count,
    settled: count,
  }),
})
export type TrialInputs = z.infer<typeof trialInputs>
export type PeriodInputs = TrialInputs['trial']
