import type { StaffContext } from '../../platform/context.ts'
import { changedMeanwhile, planning, tell, versionsOf } from './planVerb.ts'
import { updatePlan } from './planStore.ts'

/** Lays the own draft before a second person. @throws Problem 409, 404, 403 */
export function submitPlan(ctx: StaffContext, id: string, version: number): Promise<void> {
  return planning(ctx, async (tx) => {
    const { seen } = await versionsOf(tx, ctx, id, version)
    if (seen.authorId !== ctx.actor.accountId || seen.state !== 'draft') throw changedMeanwhile()
    await updatePlan(tx, ctx.cityId, seen, { state: 'submitted', submitted_at: ctx.clock.now() })
    await tell(tx, ctx, 'release-plan.submitted', seen)
  })
}

/** Gives a submitted version back to its author, who may change it: by the author or whoever does not approve it. @throws Problem 409, 404, 403 */
export function returnPlan(ctx: StaffContext, id: string, version: number): Promise<void> {
  return planning(ctx, async (tx) => {
    const { seen } = await versionsOf(tx, ctx, id, version)
    if (seen.state !== 'submitted') throw changedMeanwhile()
    await updatePlan(tx, ctx.cityId, seen, { state: 'draft', submitted_at: null })
    await tell(tx, ctx, 'release-plan.returned', seen)
  })
}

/** Gives a version up that was never approved. @throws Problem 409, 404, 403 */
export function withdrawPlan(ctx: StaffContext, id: string, version: number): Promise<void> {
  return planning(ctx, async (tx) => {
    const { seen } = await versionsOf(tx, ctx, id, version)
    if (seen.state !== 'draft' && seen.state !== 'submitted') throw changedMeanwhile()
    await updatePlan(tx, ctx.cityId, seen, { state: 'withdrawn' })
    await tell(tx, ctx, 'release-plan.withdrawn', seen)
  })
}
