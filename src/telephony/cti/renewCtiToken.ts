import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { notFound } from '../../platform/problems.ts'
import type { CtiSourceView } from './contract.ts'
import { emitCti } from './events.ts'
import { presentSource } from './presentSource.ts'
import * as store from './store.ts'
import { hashCtiToken, newCtiToken } from './token.ts'

/** Gives a telephone system a new token; the old one is refused from this moment. */
export async function renewCtiToken(
  ctx: StaffContext,
  id: string,
): Promise<{ source: CtiSourceView; token: string }> {
  requireRole(ctx, 'admin')
  const token = newCtiToken()
  const source = await inTransaction(ctx, async (tx) => {
    const row = await store.updateSource(tx, ctx.cityId, id, { token_hash: hashCtiToken(token) })
    if (!row) throw notFound('Diese Telefonanlage')
    await emitCti(tx, ctx, 'cti-source.changed', { id }, { what: 'token-renewed' })
    return row
  })
  return { source: presentSource(source), token }
}
