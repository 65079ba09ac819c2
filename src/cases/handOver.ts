import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { conflict } from '../platform/problems.ts'
import { emitCase } from './events.ts'
import * as store from './store.ts'

/** Gives an open case to another team in the caller's transaction. @throws Problem 409 when it is not open */
export async function handOver(tx: Tx, ctx: Context, caseId: string, toTeamId: string): Promise<void> {
  const moved = await store.moveOpenCase(tx, ctx.cityId, caseId, toTeamId)
  if (!moved) throw conflict('case-closed', 'Dieses Anliegen ist schon abgeschlossen.')
  await emitCase(tx, ctx, 'case.handed-over', { id: caseId, caseId }, { ...moved, toTeamId })
}
