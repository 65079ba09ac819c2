import type { StaffContext } from '../../platform/context.ts'
import { changedMeanwhile, planning, releasesChanged, secondPerson, tell, versionsOf } from './planVerb.ts'
import { updatePlan } from './planStore.ts'

/**
 * Lets a version count from now on, by somebody who did not write it. The version before it ends; what is booked stays.
 * @throws Problem 409 `second-person`, 409 when it changed, 422 when another plan decides about its days, 404, 403
 */
export function approvePlan(ctx: StaffContext, id: string, version: number): Promise<void> {
  return planning(ctx, async (tx) => {
    const { seen, active } = await versionsOf(tx, ctx, id, version)
    if (seen.state !== 'submitted') throw changedMeanwhile()
    if (seen.authorId === ctx.actor.accountId) throw secondPerson()
    const now = ctx.clock.now()
    if (active)
      await updatePlan(tx, ctx.cityId, active, { state: 'ended', ended_at: now, replaced_by: seen.version })
    const approved = { approved_by: ctx.actor.accountId, approved_at: now }
    await updatePlan(tx, ctx.cityId, seen, { state: 'active', ...approved })
    await releasesChanged(tx, ctx)
    await tell(tx, ctx, 'release-plan.approved', seen)
  })
}
