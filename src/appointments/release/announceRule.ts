import { dateAt } from '../dates.ts'
import type { PoolTime, QuotaShare, ReleasePlan, RollingStep } from './plan.ts'
import { nextTime } from './poolRule.ts'
import { momentOf } from './releaseRule.ts'

/** What people may be told about the releases of an office; dates 'YYYY-MM-DD', instants epoch ms. */
export interface Announced {
  /** Still to come, the soonest first. */
  batches: readonly { opens: number; from: string; until: string }[]
  /** From which day on and until which; the earliest step first. */
  rolling: readonly { from: string; until: string | null; steps: readonly RollingStep[] }[]
  /** When what was given back is given out. */
  pool: { times: readonly PoolTime[]; next: number } | null
  /** What is kept for those who call or come; of the others nobody outside needs to know. */
  kept: readonly QuotaShare[]
}

/** What is to come of the plans that count. */
export function announced(plans: readonly ReleasePlan[], now: number, timeZone: string): Announced {
  const today = dateAt(now, timeZone)
  const batches: Announced['batches'][number][] = []
  const rolling: Announced['rolling'][number][] = []
  const kept: QuotaShare[] = []
  let pool: Announced['pool'] = null
  for (const { from, until, rule } of plans) {
    if (until !== null && until < today) continue
    if (rule.kind === 'batch') {
      const opens = momentOf(timeZone, rule.opens.date, rule.opens.at)
      if (opens > now && until !== null) batches.push({ opens, from, until })
    }
    if (rule.kind === 'rolling') rolling.push({ from, until, steps: inOrder(rule.steps) })
    if (rule.kind === 'quota')
      kept.push(...rule.shares.filter(({ quota }) => quota === 'phone' || quota === 'counter'))
    if (rule.kind === 'pool') {
      const next = nextTime(rule.times, now, timeZone)
      if (next !== null) pool ??= { times: rule.times, next }
    }
  }
  return { batches: batches.toSorted((a, b) => a.opens - b.opens), rolling, pool, kept }
}

const inOrder = (steps: readonly RollingStep[]): RollingStep[] =>
  steps.toSorted((a, b) => b.daysBefore - a.daysBefore || a.at - b.at)
