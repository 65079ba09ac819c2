// What an administrator sets against misuse: which numbers are dialled, and how many empty calls get through.
import type { z } from 'zod'
import { recordDeed } from '../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { invalid, notFound } from '../platform/problems.ts'
import { dialled, withCountryCode } from '../shared/dialled.ts'
import type { CallLimits, dialPermissionInput, MisuseView } from './contract.ts'
import { emit } from './events.ts'
import { tellingTheField } from './fieldOfConstraint.ts'
import * as store from './misuseStore.ts'

export async function readMisuse(ctx: StaffContext): Promise<MisuseView> {
  requireRole(ctx, 'admin')
  const { db, cityId } = ctx
  const permissions = await store.listPermissions(db, cityId)
  return {
    permissions: permissions.map((one) => ({ ...one, at: one.at.toISOString() })),
    limits: await store.callLimitsOf(db, cityId),
  }
}

/** Numbers that begin so may be dialled from now on. @throws Problem 422 */
export async function allowDialling(
  ctx: StaffContext,
  { prefix: typed, reason }: z.output<typeof dialPermissionInput>,
): Promise<MisuseView> {
  requireRole(ctx, 'admin')
  const prefix = prefixOf(typed)
  await tellingTheField(() =>
    inTransaction(ctx, async (tx) => {
      const who = { account_id: ctx.actor.accountId, created_at: ctx.clock.now() }
      await store.insertPermission(tx, { city_id: ctx.cityId, prefix, reason, ...who })
      await emit(tx, ctx, 'dial-permission.added', { id: ctx.cityId }, { prefix })
      await recordDeed(tx, ctx, 'dial-permission.added', { kind: 'dial-permission', id: prefix }, reason)
    }),
  )
  return readMisuse(ctx)
}

/** @param prefix in E.164 @throws Problem 404 */
export async function forbidDialling(ctx: StaffContext, prefix: string): Promise<MisuseView> {
  requireRole(ctx, 'admin')
  await inTransaction(ctx, async (tx) => {
    if (!(await store.deletePermission(tx, ctx.cityId, prefix))) throw notFound('Diese Erlaubnis')
    await emit(tx, ctx, 'dial-permission.removed', { id: ctx.cityId }, { prefix })
    await recordDeed(tx, ctx, 'dial-permission.removed', { kind: 'dial-permission', id: prefix }, null)
  })
  return readMisuse(ctx)
}

export async function changeCallLimits(ctx: StaffContext, limits: CallLimits): Promise<MisuseView> {
  requireRole(ctx, 'admin')
  await inTransaction(ctx, async (tx) => {
    await store.saveCallLimits(tx, ctx.cityId, limits)
    await emit(tx, ctx, 'call-limits.changed', { id: ctx.cityId }, {})
    await recordDeed(tx, ctx, 'call-limits.changed', { kind: 'city', id: ctx.cityId }, null)
  })
  return readMisuse(ctx)
}

/** '0043' is '+43'; all of Germany or of the world at once is no permission but no rule. */
function prefixOf(typed: string): string {
  const digits = dialled(typed)
  const prefix = digits === null ? null : withCountryCode(digits)
  if (prefix === null || !/^\+[1-9]\d{1,11}$/.test(prefix))
    throw invalid({ prefix: 'Bitte mit Landesvorwahl oder Null beginnen, zum Beispiel 0043 oder 0180.' })
  if (/^\+49\d?$/.test(prefix))
    throw invalid({ prefix: 'Das wären fast alle Nummern. Bitte genauer angeben, zum Beispiel 0180.' })
  return prefix
}
