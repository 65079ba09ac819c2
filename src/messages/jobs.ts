import type { Platform } from '../platform/context.ts'
import { repeat } from '../platform/jobs/repeat.ts'
import { forgetRecipients } from './forgetRecipients.ts'
import type { MessageKind } from './message.ts'
import { sendDue } from './sendDue.ts'

const SEND_EVERY_MS = 1_000
const FORGET_EVERY_MS = 3_600_000

/**
 * Sends messages as they come, and removes addresses that are no longer needed. The queue is asked each second, which costs
 * one look into an index that holds only what waits.
 * @returns how to stop it; what is under way ends first
 */
export function startSending(platform: Platform, kinds: readonly MessageKind[]): () => Promise<void> {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  let stopping = false
  const stopSending = repeat(platform, SEND_EVERY_MS, 'sending of messages', () =>
    sendDue(platform, byName, () => stopping),
  )
  const stopForgetting = repeat(platform, FORGET_EVERY_MS, 'removal of recipients', () =>
    forgetRecipients(platform),
  )
  return async () => {
    stopping = true
    await stopSending()
    await stopForgetting()
  }
}
