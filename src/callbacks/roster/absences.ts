import { recordDeed } from '../../platform/audit/audit.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { notAllowed, notFound, tellingTheField } from '../../platform/problems.ts'
import type { AbsenceInput, RosterChanged } from './contract.ts'
import { changed, PLANNERS } from './hands.ts'
import * as store from './rosterStore.ts'

/**
 * Somebody is away on whole days. Everybody may say so of themselves, who plans of all.
 * @throws Problem 403, 422 for nobody of this city or days that are entered
 */
export async function addAbsence(
  ctx: StaffContext,
  { accountId, from, until }: AbsenceInput,
): Promise<RosterChanged> {
  requireRole(ctx, ...CITY_STAFF)
  requireOwn(ctx, accountId)
  const row = { city_id: ctx.cityId, id: newId(), account_id: accountId, from_date: from, until_date: until }
  return tellingTheField(SENTENCES, () =>
    inTransaction(ctx, async (tx) => {
      await store.insertAbsence(tx, row)
      await recordDeed(tx, ctx, 'roster.absence-entered', { kind: 'account', id: accountId }, null)
      return changed(tx, ctx, await store.rostersOf(tx, ctx.cityId, accountId))
    }),
  )
}

/** @throws Problem 404, 403 for another's */
export async function removeAbsence(ctx: StaffContext, id: string): Promise<RosterChanged> {
  requireRole(ctx, ...CITY_STAFF)
  return inTransaction(ctx, async (tx) => {
    const accountId = await store.lockAbsence(tx, ctx.cityId, id)
    if (!accountId) throw notFound('Diese Abwesenheit')
    requireOwn(ctx, accountId)
    await store.deleteAbsence(tx, ctx.cityId, id)
    await recordDeed(tx, ctx, 'roster.absence-removed', { kind: 'account', id: accountId }, null)
    return changed(tx, ctx, await store.rostersOf(tx, ctx.cityId, accountId))
  })
}

const SENTENCES = {
  roster_absence_overlap: ['from', 'In dieser Zeit steht schon eine Abwesenheit.'],
  roster_absence_city_id_account_id_fkey: ['accountId', 'Bitte jemanden aus dieser Stadt wählen.'],
} as const

function requireOwn({ actor }: StaffContext, accountId: string): void {
  if (accountId !== actor.accountId && !PLANNERS.some((role) => role === actor.role)) throw notAllowed()
}
