import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { nameTaken, requireSensibleSigning } from './checkSource.ts'
import type { CreateCtiSource, CtiSourceView } from './contract.ts'
import { emitCti } from './events.ts'
import { presentSource } from './presentSource.ts'
import * as store from './store.ts'
import { hashCtiToken, newCtiToken } from './token.ts'

/** Adds a telephone system. @returns its token, which is shown this once */
export async function createCtiSource(
  ctx: StaffContext,
  input: CreateCtiSource,
): Promise<{ source: CtiSourceView; token: string }> {
  requireRole(ctx, 'admin')
  requireSensibleSigning(input)
  const token = newCtiToken()
  const source = await inTransaction(ctx, async (tx) => {
    const row = await store.insertSource(tx, {
      city_id: ctx.cityId,
      id: newId(),
      kind: input.kind,
      name: input.name,
      token_hash: hashCtiToken(token),
      public_key: input.publicKey,
      signature_required: input.signatureRequired,
      created_at: ctx.clock.now(),
    })
    await emitCti(tx, ctx, 'cti-source.changed', { id: row.id }, { what: 'created' })
    return row
  }).catch(nameTaken)
  return { source: presentSource(source), token }
}
