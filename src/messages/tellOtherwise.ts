import { asSystem, type Platform } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { connectedChannels } from './channels.ts'
import type { Message, MessageKind } from './message.ts'
import { queueMessage } from './queueMessage.ts'
import { reachOf } from './reachRule.ts'

/**
 * What failed for good by one way is told by another, once, in the transaction that notes the failure: an address that is
 * refused is no reason to tell nothing to somebody who has a mobile number.
 */
export async function tellOtherwise(
  tx: Tx,
  platform: Platform,
  kind: MessageKind | undefined,
  message: Message,
): Promise<void> {
  const reachable = (await kind?.otherwise?.(tx, platform, message)) ?? null
  if (!kind || !reachable) return
  const ctx = asSystem(platform, message.cityId)
  const rest = connectedChannels(ctx).filter((channel) => channel !== message.channel)
  const reach = message.facts[SECOND_WAY] === undefined ? reachOf(reachable, rest) : null
  if (!reach) return kind.untold?.(tx, platform, message)
  const { kind: name, subjectId, caseId, lang, uselessFrom } = message
  await queueMessage(tx, ctx, {
    ...reach,
    kind: name,
    subjectId,
    caseId,
    dedupKey: `other way than ${message.id}`,
    lang,
    facts: { ...scalars(message.facts), [SECOND_WAY]: 1 },
    uselessFrom,
  })
}

/** Among the facts of a message whose first way failed. */
const SECOND_WAY = 'secondWay'

const scalars = (facts: Message['facts']): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  )
