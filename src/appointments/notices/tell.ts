import {
  connectedChannels,
  queueMessage,
  type Reachable,
  reachOf,
  mayHaveBeenSent,
} from '../../messages/index.ts'
import type { Context, Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { Appointment } from '../appointment.ts'
import type { Notice } from './noticeRule.ts'

/** A closure that was entered by mistake can be taken back before anybody is told. */
const ATTENTION_WAITS_MS = 10 * 60_000

/** By which way somebody is told of an appointment, with its key; null when by none. */
export const toldBy = (platform: Pick<Platform, 'live'>, contact: Reachable): 'email' | 'sms' | null =>
  reachOf(contact, connectedChannels(platform))?.channel ?? null

const factOf = (notice: Notice, { id, sequence }: Appointment): string => `${notice} ${id} ${sequence}`

/** Whether its owner may have read that it cannot take place. */
export const wasUnsettled = (tx: Tx, ctx: Context, about: Appointment): Promise<boolean> =>
  mayHaveBeenSent(tx, ctx, factOf('attention', about))

/**
 * Has the owner told what became of the appointment, in the transaction in which it did.
 * @param dedupKey names the fact
 */
export async function tell(
  tx: Tx,
  ctx: Context,
  notice: Notice,
  about: Appointment,
  dedupKey = factOf(notice, about),
): Promise<void> {
  const reach = about.contact && reachOf(about.contact, connectedChannels(ctx))
  if (!reach) return
  const now = ctx.clock.now().getTime()
  await queueMessage(tx, ctx, {
    ...reach,
    kind: `appointment.${notice}`,
    subjectId: about.id,
    caseId: about.caseId,
    dedupKey,
    lang: about.lang,
    facts: { sequence: about.sequence },
    uselessFrom: new Date(about.start),
    ...(notice === 'attention' ? { notBefore: new Date(now + ATTENTION_WAITS_MS) } : {}),
  })
}
