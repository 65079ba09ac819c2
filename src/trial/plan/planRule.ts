import { datesBetween } from '../../shared/dayClock.ts'
import type { TrialPlan } from './contract.ts'

/** Longer is no trial. */
const MOST_DAYS = 400

/** What does not fit together in a plan, by field; empty where all does. */
export function planFaults({ period, baseline, decidesOn, specialDays }: TrialPlan): Record<string, string> {
  const faults: Record<string, string> = {}
  if (period.to < period.from) faults['period.to'] = 'Das Ende liegt vor dem Anfang.'
  else if (datesBetween(period.from, period.to).length > MOST_DAYS)
    faults['period.to'] = `Bitte höchstens ${MOST_DAYS} Tage.`
  if (baseline.to < baseline.from) faults['baseline.to'] = 'Das Ende liegt vor dem Anfang.'
  else if (datesBetween(baseline.from, baseline.to).length > MOST_DAYS)
    faults['baseline.to'] = `Bitte höchstens ${MOST_DAYS} Tage.`
  else if (baseline.to >= period.from)
    faults['baseline.to'] = 'Der Vergleichszeitraum muss vor dem Testbetrieb enden.'
  if (decidesOn <= period.to) faults['decidesOn'] = 'Entschieden wird nach dem Ende des Testbetriebs.'
  const twice = specialDays.find(({ day }, at) =>
    specialDays.some((one, other) => other < at && one.day === day),
  )
  if (twice) faults['specialDays'] = `Der ${twice.day} steht zweimal da.`
  return faults
}
