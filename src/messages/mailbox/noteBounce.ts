import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { emitMessage } from '../events.ts'
import type { MessageKind } from '../message.ts'
import type { OwnId } from '../ownId.ts'
import * as messages from '../store.ts'
import { tellOtherwise } from '../tellOtherwise.ts'
import type { Bounce } from './read/bounce.ts'

/**
 * A mail server's later word on a message of ours. For good: it counts as failed, whoever it was for is told by another way, and
 * their room learns that the address takes nothing. For now (4.x, a full mailbox): nothing, the mail server tries on.
 * @returns the case that the message was about
 */
export async function noteBounce(
  tx: Tx,
  ctx: Context,
  kinds: ReadonlyMap<string, MessageKind>,
  bounce: Bounce,
  ownIds: readonly OwnId[],
): Promise<string | null> {
  const own = ownIds.find(({ of }) => of === 'message')
  const message = own && (await messages.lockSent(tx, ctx.cityId, own.id))
  if (!message) return null
  const { caseId, subjectId, id, kind: name, channel } = message
  if (!bounce.permanent) return caseId
  await messages.setBounced(tx, message)
  const data = { messageId: id, kind: name, channel, because: 'bounced' } as const
  await emitMessage(tx, ctx, 'message.failed', { id: subjectId, caseId }, data)
  const kind = kinds.get(name)
  await kind?.bounced?.(tx, ctx, message)
  await tellOtherwise(tx, ctx, kind, message)
  return caseId
}
