import type { DayTally } from '../plan/figures.ts'
import type { TrialInputs } from './inputs.ts'
import type { TrialResult } from './contract.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** What the trial cost, whole cents; the provider's minutes are those of conversations, added up and rounded once. */
export function costOf({ plan, work }: Pick<TrialInputs, 'plan' | 'work'>): TrialResult['cost'] {
  const { per, cents } = plan.price
  const units = { call: work.answered, minute: work.talkMs / MINUTE_MS, flat: 1 }[per]
  const providerCents = Math.round(units * cents)
  const staffCents = Math.round((work.clerkMs / HOUR_MS) * plan.staffCentsPerHour)
  return {
    providerCents,
    staffCents,
    settled: work.settled,
    perSettledCents: work.settled === 0 ? null : Math.round((providerCents + staffCents) / work.settled),
  }
}

/** Mean waits of answered calls in both periods, and what that saved those whom the trial answered. */
export function waitsOf({ baseline, trial }: Pick<TrialInputs, 'baseline' | 'trial'>): TrialResult['waits'] {
  const [before, after] = [waited(baseline.days, 'waitMs'), waited(trial.days, 'waitMs')]
  return {
    beforeMs: before.meanMs,
    trialMs: after.meanMs,
    savedMs:
      before.meanMs === null || after.meanMs === null
        ? null
        : (before.meanMs - after.meanMs) * after.answered,
    wholeTrialMs: waited(trial.days, 'wholeWaitMs').meanMs,
  }
}

/** Of the days on which somebody measured. */
function waited(
  days: readonly DayTally[],
  which: 'waitMs' | 'wholeWaitMs',
): { answered: number; meanMs: number | null } {
  let [answered, ms] = [0, 0]
  for (const day of days)
    if (day[which] != null && day.answered !== null) {
      answered += day.answered
      ms += day[which]
    }
  return { answered, meanMs: answered === 0 ? null : Math.round(ms / answered) }
}
