import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { conflict } from '../platform/problems.ts'
import { emitCase } from './events.ts'
import * as store from './store.ts'

const ended = () => conflict('case-closed', 'Dieses Anliegen ist schon abgeschlossen.')

/** From now on an open case cannot end without an answer (the database holds it). @throws Problem 409 when it is not open */
export async function oweAnswer(tx: Tx, ctx: Context, caseId: string): Promise<{ practice: boolean }> {
  const owing = await store.setOwing(
    tx,
    ctx.cityId,
    caseId,
    { state: 'open', owes: false },
    { state: 'open', owes: true },
  )
  if (!owing) throw ended()
  return owing
}

/** The answer is given: the case ends. @throws Problem 409 when it owes none */
export async function giveAnswer(tx: Tx, ctx: Context, caseId: string): Promise<void> {
  const at = ctx.clock.now()
  const closed = await store.setOwing(
    tx,
    ctx.cityId,
    caseId,
    { state: 'open', owes: true },
    { state: 'settled', owes: false, at },
  )
  if (!closed) throw ended()
  const { practice } = closed
  await emitCase(tx, ctx, 'case.closed', { id: caseId, caseId, at }, { outcome: 'settled', practice })
}

/** The answer did not settle it: the case is open again and owes another. @throws Problem 409 when it is open */
export async function reopenCase(tx: Tx, ctx: Context, caseId: string): Promise<void> {
  const open = await store.setOwing(
    tx,
    ctx.cityId,
    caseId,
    { state: 'settled', owes: false },
    { state: 'open', owes: true },
  )
  if (!open) throw conflict('case-open', 'Dieses Anliegen ist noch offen.')
  await emitCase(tx, ctx, 'case.reopened', { id: caseId, caseId }, { practice: open.practice })
}
