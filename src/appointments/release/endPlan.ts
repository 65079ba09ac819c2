import type { StaffContext } from '../../platform/context.ts'
import { changedMeanwhile, planning, releasesChanged, secondPerson, tell, versionsOf } from './planVerb.ts'
import { updatePlan } from './planStore.ts'

/** Asks for the end of a plan: without it its days are open at once, so a second person decides. @throws Problem 409, 404, 403 */
export function askEnd(ctx: StaffContext, id: string, version: number): Promise<void> {
  return planning(ctx, async (tx) => {
    const { seen } = await versionsOf(tx, ctx, id, version)
    if (seen.state !== 'active' || seen.endAskedBy !== null) throw changedMeanwhile()
    const asked = { end_asked_by: ctx.actor.accountId, end_asked_at: ctx.clock.now() }
    await updatePlan(tx, ctx.cityId, seen, asked)
    await tell(tx, ctx, 'release-plan.end-asked', seen)
  })
}

/** The plan counts on. @throws Problem 409, 404, 403 */
export function refuseEnd(ctx: StaffContext, id: string, version: number): Promise<void> {
  return planning(ctx, async (tx) => {
    const { seen } = await versionsOf(tx, ctx, id, version)
    if (seen.state !== 'active' || seen.endAskedBy === null) throw changedMeanwhile()
    await updatePlan(tx, ctx.cityId, seen, { end_asked_by: null, end_asked_at: null })
    await tell(tx, ctx, 'release-plan.end-refused', seen)
  })
}

/** Ends a plan, by somebody who did not ask for it. @throws Problem 409 `second-person`, 409, 404, 403 */
export function endPlan(ctx: StaffContext, id: string, version: number): Promise<void> {
  return planning(ctx, async (tx) => {
    const { seen } = await versionsOf(tx, ctx, id, version)
    if (seen.state !== 'active' || seen.endAskedBy === null) throw changedMeanwhile()
    if (seen.endAskedBy === ctx.actor.accountId) throw secondPerson()
    const ended = { ended_by: ctx.actor.accountId, ended_at: ctx.clock.now() }
    await updatePlan(tx, ctx.cityId, seen, { state: 'ended', ...ended })
    await releasesChanged(tx, ctx)
    await tell(tx, ctx, 'release-plan.ended', seen)
  })
}
