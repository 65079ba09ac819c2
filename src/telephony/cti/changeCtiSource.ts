import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { notFound } from '../../platform/problems.ts'
import { nameTaken, requireSensibleSigning } from './checkSource.ts'
import type { ChangeCtiSource, CtiSourceView } from './contract.ts'
import { emitCti } from './events.ts'
import { presentSource } from './presentSource.ts'
import * as store from './store.ts'

/** @throws Problem 404 when the city has no such telephone system */
export async function changeCtiSource(
  ctx: StaffContext,
  id: string,
  input: ChangeCtiSource,
): Promise<CtiSourceView> {
  requireRole(ctx, 'admin')
  requireSensibleSigning(input)
  const changed = await inTransaction(ctx, async (tx) => {
    const row = await store.updateSource(tx, ctx.cityId, id, {
      name: input.name,
      kind: input.kind,
      public_key: input.publicKey,
      signature_required: input.signatureRequired,
      active: input.active,
    })
    if (!row) throw notFound('Diese Telefonanlage')
    await emitCti(tx, ctx, 'cti-source.changed', { id }, { what: 'changed' })
    return row
  }).catch(nameTaken)
  return presentSource(changed)
}
