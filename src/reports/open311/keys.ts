import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { notFound, tellingTheField } from '../../platform/problems.ts'
import { hashOf, newSecret } from '../../platform/secret.ts'
import { emitReport } from '../events.ts'
import type { KeysView, MadeKey } from './contract.ts'
import * as store from './open311Store.ts'

/** All keys of the city, also those that are switched off. */
export async function listKeys(ctx: StaffContext): Promise<KeysView> {
  requireRole(ctx, 'admin')
  const keys = await store.listKeys(ctx.db, ctx.cityId)
  return { keys: keys.map(({ createdAt, ...key }) => ({ ...key, createdAt: createdAt.toISOString() })) }
}

/** Lets a program report. @returns its key, which is shown this once @throws Problem 422 */
export async function makeKey(ctx: StaffContext, { name }: { name: string }): Promise<MadeKey> {
  requireRole(ctx, 'admin')
  const key = newSecret()
  const taken = { open311_key_name: ['name', 'Diesen Namen hat schon ein anderer Schlüssel.'] } as const
  await tellingTheField(taken, () =>
    inTransaction(ctx, async (tx) => {
      const id = newId()
      const row = { city_id: ctx.cityId, id, name, hash: hashOf(key), created_at: ctx.clock.now() }
      await store.insertKey(tx, row)
      await emitReport(tx, ctx, 'open311-key.changed', { id }, { active: true })
    }),
  )
  return { ...(await listKeys(ctx)), key }
}

/** Switches a key off, or on again. @throws Problem 404 */
export async function switchKey(
  ctx: StaffContext,
  id: string,
  { active }: { active: boolean },
): Promise<KeysView> {
  requireRole(ctx, 'admin')
  await inTransaction(ctx, async (tx) => {
    if (!(await store.setKeyActive(tx, ctx.cityId, id, active))) throw notFound('Diesen Schlüssel')
    await emitReport(tx, ctx, 'open311-key.changed', { id }, { active })
  })
  return listKeys(ctx)
}
