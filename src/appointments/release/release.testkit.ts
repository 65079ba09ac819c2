import type { StaffContext } from '../../platform/context.ts'
import { OFFICE } from '../booking.testkit.ts'
import { approvePlan } from './approvePlan.ts'
import type { PlanInput } from './contract.ts'
import { savePlan } from './savePlan.ts'
import { submitPlan } from './submitPlan.ts'

export const planOf = (rule: PlanInput['rule'], values: Partial<PlanInput> = {}): PlanInput => ({
  officeId: OFFICE,
  name: 'Freischaltung',
  from: '2026-11-01',
  until: null,
  rule,
  ...values,
})

/** A plan that counts: one person wrote it and another approved it. */
export async function givenPlan(
  [author, approver]: readonly [StaffContext, StaffContext],
  rule: PlanInput['rule'],
  values: Partial<PlanInput> = {},
  known: string | null = null,
): Promise<{ id: string; version: number }> {
  const { id, version } = await savePlan(author, known, planOf(rule, values))
  await submitPlan(author, id, version)
  await approvePlan(approver, id, version)
  return { id, version }
}
