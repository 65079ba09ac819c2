import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { emitCase } from './events.ts'
import * as store from './store.ts'

/**
 * Mail to the address of a case comes back: nothing is sent there any more, until another address is given.
 * @param address as it was written to; one that was given up meanwhile changes nothing
 */
export async function refuseEmail(tx: Tx, ctx: Context, caseId: string, address: string): Promise<void> {
  const at = ctx.clock.now()
  if (!(await store.setEmailRefused(tx, ctx.cityId, caseId, address, at))) return
  await emitCase(tx, ctx, 'case.email-refused', { id: caseId, caseId, at }, {})
}
