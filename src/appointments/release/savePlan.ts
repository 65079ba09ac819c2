import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import type { PlanInput } from './contract.ts'
import { planning, tell } from './planVerb.ts'
import { insertPlan, lockPlan, type StoredPlan, updatePlan } from './planStore.ts'

/**
 * Writes a draft: a new plan (`id` null), the own draft anew, or the next version of a plan that counted or counts.
 * @throws Problem 409 when somebody else is at it, 404, 422, 403
 */
export function savePlan(
  ctx: StaffContext,
  id: string | null,
  input: PlanInput,
): Promise<{ id: string; version: number }> {
  return planning(ctx, async (tx) => {
    const known = id === null ? [] : await lockPlan(tx, ctx.cityId, id)
    if (id !== null && known.length === 0) throw notFound('Diese Freischaltung')
    const [newest] = known
    const plan =
      newest?.state === 'draft' ? await change(tx, ctx, newest, input) : await add(tx, ctx, newest, input)
    await tell(tx, ctx, 'release-plan.drafted', plan)
    return { id: plan.id, version: plan.version }
  })
}

async function change(tx: Tx, ctx: StaffContext, draft: StoredPlan, input: PlanInput): Promise<StoredPlan> {
  // Who wrote it is who may not approve it, so one version has one author.
  if (draft.authorId !== ctx.actor.accountId)
    throw conflict('draft-of-another', 'An diesem Entwurf arbeitet jemand anders.')
  await updatePlan(tx, ctx.cityId, draft, columns(input))
  return { ...draft, ...input }
}

async function add(
  tx: Tx,
  ctx: StaffContext,
  before: StoredPlan | undefined,
  input: PlanInput,
): Promise<StoredPlan> {
  if (before?.state === 'submitted')
    throw conflict('submitted', 'Diese Freischaltung liegt zur Freigabe vor. Bitte sie zuerst zurückgeben.')
  if (before && before.officeId !== input.officeId)
    throw conflict('other-office', 'Eine Freischaltung bleibt bei ihrem Büro. Bitte eine neue anlegen.')
  const now = ctx.clock.now()
  const id = before?.id ?? newId(now.getTime())
  const version = (before?.version ?? 0) + 1
  const author_id = ctx.actor.accountId
  await insertPlan(tx, {
    city_id: ctx.cityId,
    id,
    version,
    ...columns(input),
    state: 'draft',
    author_id,
    created_at: now,
  })
  return { ...input, id, version, state: 'draft', authorId: author_id, endAskedBy: null }
}

const columns = ({ officeId, name, from, until, rule }: PlanInput) => ({
  office_id: officeId,
  name,
  kind: rule.kind,
  first_date: from,
  last_date: until,
  rule: JSON.stringify(rule),
})
