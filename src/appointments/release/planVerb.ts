import { requireRole, type Role, type StaffContext } from '../../platform/context.ts'
import { recordDeed } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, type FieldSentences, notFound, Problem, tellingTheField } from '../../platform/problems.ts'
import { inBooking } from '../booking/tryAgain.ts'
import { bumpOffices, lockOffices } from '../settings/settingsStore.ts'
import { emitPlan } from './events.ts'
import { lockPlan, type StoredPlan } from './planStore.ts'

/** Who writes plans and who approves them: two different people, each with one of these roles. */
export const PLANNERS = ['admin', 'lead'] as const satisfies readonly Role[]

export type PlanEvent = Parameters<typeof emitPlan>[2]

const SENTENCES: FieldSentences = {
  release_plan_city_id_office_id_fkey: ['officeId', 'Bitte ein Büro dieser Stadt wählen.'],
  release_plan_one_per_day: [
    'from',
    'Über einen Teil dieser Tage entscheidet schon ein anderer Plan dieser Art. Bitte die Tage ändern oder jenen Plan zuerst beenden.',
  ],
}

/**
 * Runs one step in the life of a plan. Steps of one city happen one after the other: each of them may change what is
 * bookable in every office.
 * @throws Problem 403, 422; what `work` throws
 */
export function planning<T>(ctx: StaffContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  requireRole(ctx, ...PLANNERS)
  return tellingTheField(SENTENCES, () =>
    inBooking(ctx, async (tx) => {
      await lockOffices(tx, ctx.cityId)
      return work(tx)
    }),
  )
}

/** The version that somebody has before their eyes, and the one that counts. @throws Problem 404, 409 when there is a newer one */
export async function versionsOf(
  tx: Tx,
  ctx: StaffContext,
  id: string,
  version: number,
): Promise<{ seen: StoredPlan; active: StoredPlan | null }> {
  const versions = await lockPlan(tx, ctx.cityId, id)
  const seen = versions.find((one) => one.version === version)
  if (!seen) throw notFound('Diese Freischaltung')
  return { seen, active: versions.find(({ state }) => state === 'active') ?? null }
}

export const changedMeanwhile = (): Problem =>
  conflict('changed', 'Diese Freischaltung hat sich inzwischen geändert. Bitte die Seite neu laden.')

export const secondPerson = (): Problem =>
  conflict(
    'second-person',
    'Das muss eine zweite Person tun: mit einem anderen Konto der Verwaltung oder Leitung.',
  )

/** Writes down what happened to a plan, for others to ask about and for every process. */
export async function tell(tx: Tx, ctx: StaffContext, event: PlanEvent, plan: StoredPlan): Promise<void> {
  await recordDeed(tx, ctx, event, { kind: 'release-plan', id: plan.id }, null)
  const { officeId, version, rule } = plan
  await emitPlan(tx, ctx, event, { id: plan.id }, { officeId, version, plan: rule.kind })
}

/** What is bookable changed: whoever keeps the office in memory sees it by its version. */
export const releasesChanged = (tx: Tx, ctx: StaffContext): Promise<void> => bumpOffices(tx, ctx.cityId)
