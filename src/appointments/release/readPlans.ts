import { requireRole, type StaffContext } from '../../platform/context.ts'
import { servicesOf } from '../../catalogue/index.ts'
import { listOffices, listServiceSettings } from '../settings/settingsStore.ts'
import type { PlansView, PlanView } from './contract.ts'
import { ruleShape } from './planRule.ts'
import { listPlans } from './planStore.ts'
import { PLANNERS } from './planVerb.ts'

/** Every plan in its newest version, and the version that counts where that is another. @throws Problem 403 */
export async function readPlans(ctx: StaffContext): Promise<PlansView> {
  requireRole(ctx, ...PLANNERS)
  const rows = await listPlans(ctx.db, ctx.cityId)
  const offices = await listOffices(ctx.db, ctx.cityId)
  const settings = await listServiceSettings(ctx.db, ctx.cityId)
  const bookable = new Set(settings.filter((one) => one.bookable).map(({ id }) => id))
  const services = (await servicesOf(ctx, ctx.cityId)).filter(({ id }) => bookable.has(id))
  return {
    plans: rows.map(toView),
    offices: offices.map(named),
    services: services.map(named).toSorted((a, b) => a.name.localeCompare(b.name, 'de')),
  }
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name })

type Row = Awaited<ReturnType<typeof listPlans>>[number]

const toView = (row: Row): PlanView => ({
  id: row.id,
  version: row.version,
  officeId: row.office_id,
  name: row.name,
  from: row.first_date,
  until: row.last_date,
  rule: ruleShape.parse(row.rule),
  state: row.state,
  author: { id: row.author_id, name: row.author_name, at: row.created_at.toISOString() },
  submittedAt: row.submitted_at?.toISOString() ?? null,
  approved: personOf(row.approved_by, row.approver_name, row.approved_at),
  endAsked: personOf(row.end_asked_by, row.asker_name, row.end_asked_at),
  endedAt: row.ended_at?.toISOString() ?? null,
  replacedBy: row.replaced_by,
})

const personOf = (id: string | null, name: string | null, at: Date | null): PlanView['approved'] =>
  id === null || name === null || at === null ? null : { id, name, at: at.toISOString() }
