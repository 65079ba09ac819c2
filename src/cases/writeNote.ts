import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'
import { emitCase } from './events.ts'
import * as store from './store.ts'

/** Adds a note to a case in the caller's transaction. The text stands in the note only, never in the event. */
export async function writeNote(tx: Tx, ctx: Context, caseId: string, text: string): Promise<void> {
  const at = ctx.clock.now()
  const noteId = await keepNote(tx, ctx, caseId, { at, text })
  await emitCase(tx, ctx, 'case.noted', { id: caseId, caseId, at }, { noteId })
}

/** The text alone; whoever calls it emits the event that names it. @returns the note's id */
export async function keepNote(
  tx: Tx,
  ctx: Context,
  caseId: string,
  { at, text }: { at: Date; text: string },
): Promise<string> {
  const id = newId(at.getTime())
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  await store.insertNote(tx, { city_id: ctx.cityId, id, case_id: caseId, at, account_id: accountId, text })
  return id
}
