import type { PlanView } from '../../../src/appointments/release/contract.ts'
import { useNow } from '../../platform/now.ts'
import { useMe } from '../../platform/session.ts'
import { dayOf } from '../../platform/times.ts'
import { StatusWord } from '../../ui/index.ts'
import { STATES } from './words.ts'

const MINUTE_MS = 60_000

/** Where a version is in its life; one whose last day is over does nothing any more. */
export function PlanState({ plan }: { plan: PlanView }) {
  const today = dayOf(useNow(MINUTE_MS), useMe().city.timeZone)
  if (plan.state === 'active' && plan.until !== null && plan.until < today)
    return <StatusWord tone="off">abgelaufen</StatusWord>
  if (plan.state === 'active' && plan.endAsked) return <StatusWord tone="warn">gilt, soll enden</StatusWord>
  const { word, tone } = STATES[plan.state]
  return <StatusWord tone={tone}>{word}</StatusWord>
}
