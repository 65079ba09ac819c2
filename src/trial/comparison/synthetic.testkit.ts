import type { Compared, DayCount } from './day.ts'
import type { Random } from './random.ts'

/** A trial whose truth is known, because it was made. */
export interface Synthetic {
  baselineDays: number
  trialDays: number
  /** Calls on a usual day. */
  callsADay: number
  /** The share of a usual day before the trial. */
  share: number
  /** What the trial changes in that share. */
  effect: number
  /** How much of what a day had is still there on the next, 0 to below 1. */
  memory: number
  /** How far good and bad days lie apart, as a share (standard deviation). */
  spread: number
  /** What a day as busy again as usual does to the share. */
  loadEffect: number
  /** By how much the share changes over all days without any trial. */
  trend: number
}

/** Monday and Thursday are the busy days of a citizens' office. */
const BUSY = [1.25, 0.95, 0.8, 1.15, 0.85]
const WORSE = [-0.06, 0, 0.03, -0.04, 0.02]

export function syntheticTrial(of: Synthetic, random: Random): Compared {
  let mood = normal(random) * of.spread
  const all = of.baselineDays + of.trialDays
  const days = Array.from({ length: all }, (_, index): DayCount => {
    mood = of.memory * mood + Math.sqrt(1 - of.memory ** 2) * of.spread * normal(random)
    const weekday = index % 5
    const load = Math.max(20, Math.round(of.callsADay * BUSY[weekday]! * Math.exp(0.15 * normal(random))))
    const share =
      of.share +
      WORSE[weekday]! +
      of.loadEffect * Math.log(load / (of.callsADay * BUSY[weekday]!)) +
      of.trend * (index / all) +
      (index < of.baselineDays ? 0 : of.effect) +
      mood
    const date = new Date(Date.UTC(2026, 5, 1) + (Math.floor(index / 5) * 7 + weekday) * 86_400_000)
    return {
      day: date.toISOString().slice(0, 10),
      weekday: weekday + 1,
      kept: binomial(load, Math.min(Math.max(share, 0), 1), random),
      of: load,
      load,
    }
  })
  return { baseline: days.slice(0, of.baselineDays), trial: days.slice(of.baselineDays) }
}

/** Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function binomial(n: number, share: number, random: Random): number {
  let hits = 0
  for (let one = 0; one < n; one += 1) if (random() < share) hits += 1
  return hits
}
