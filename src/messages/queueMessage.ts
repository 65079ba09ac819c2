import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'
import type { PageLanguage } from '../platform/ui/language.ts'
import { connectedChannels } from './channels.ts'
import type { MessageChannel } from './model.ts'
import * as store from './store.ts'

export interface NewMessage {
  kind: string
  subjectId: string
  caseId: string | null
  /** Names the fact that is told: the same twice is told once. */
  dedupKey: string
  channel: MessageChannel
  recipient: string
  lang: PageLanguage
  /** Counts and closed words only. */
  facts?: Readonly<Record<string, string | number>>
  /** Not before; without it at once. */
  notBefore?: Date
  uselessFrom?: Date | null
}

/**
 * Writes a message in the transaction of the fact that it tells.
 * @returns false when nothing will be sent: it was told already, or its channel is not connected
 */
export async function queueMessage(tx: Tx, ctx: Context, message: NewMessage): Promise<boolean> {
  if (!connectedChannels(ctx).includes(message.channel)) return false
  const now = ctx.clock.now()
  return store.insertMessage(tx, {
    city_id: ctx.cityId,
    id: newId(now.getTime()),
    kind: message.kind,
    channel: message.channel,
    subject_id: message.subjectId,
    case_id: message.caseId,
    dedup_key: message.dedupKey,
    recipient: message.recipient,
    lang: message.lang,
    facts: JSON.stringify(message.facts ?? {}),
    next_try_at: message.notBefore ?? now,
    useless_from: message.uselessFrom ?? null,
    created_at: now,
  })
}
