import type { StaffContext } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'
import { emitCase } from './events.ts'
import * as store from './store.ts'

/** Adds a note to a case in the caller's transaction. The text stands in the note only, never in the event. */
export async function writeNote(tx: Tx, ctx: StaffContext, caseId: string, text: string): Promise<void> {
  const id = newId()
  const at = ctx.clock.now()
  await store.insertNote(tx, {
    city_id: ctx.cityId,
    id,
    case_id: caseId,
    at,
    account_id: ctx.actor.accountId,
    text,
  })
  await emitCase(tx, ctx, 'case.noted', { id: caseId, caseId, at }, { noteId: id })
}
