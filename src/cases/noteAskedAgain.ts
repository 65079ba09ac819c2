import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { emitCase } from './events.ts'
import type { Channel } from './model.ts'
import { keepNote } from './writeNote.ts'

/** As long as a note may be. */
const LONGEST = 2000

/**
 * Somebody asked for a callback about a case that is open: what they said joins it, in the caller's transaction. Whether it
 * is the same person is known only where somebody spoke with them.
 */
export async function noteAskedAgain(
  tx: Tx,
  ctx: Context,
  caseId: string,
  { channel, text }: { channel: Channel; text: string },
): Promise<void> {
  const at = ctx.clock.now()
  const noteId = await keepNote(tx, ctx, caseId, { at, text: text.slice(0, LONGEST) })
  await emitCase(tx, ctx, 'case.asked-again', { id: caseId, caseId, at }, { noteId, channel })
}
