import { caseOf } from '../../cases/index.ts'
import { connectedChannels, queueMessage, type Reach, type Reachable, reachOf } from '../../messages/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { attemptsOf } from '../attempts/attemptStore.ts'
import { emitCallback } from '../events.ts'
import type { Callback } from '../model.ts'
import * as store from '../store.ts'
import type { Answer, Notice } from './noticeRule.ts'

/** Nobody needs it any more once the slot it speaks of is over. */
const TELLS_OF_SLOT: readonly Notice[] = ['made', 'changed', 'missed', 'asked-later']

/**
 * Has the citizen told what became of the promised call, in the transaction in which it did: by e-mail, else by SMS. The
 * same fact is told once. Where there is no way, the timeline says so, for whoever reads the case.
 * @returns by which way, or why by none
 */
export async function tellCallback(
  tx: Tx,
  ctx: Context,
  notice: Notice,
  callbackId: string,
): Promise<Answer> {
  const callback = await store.findCallback(tx, ctx.cityId, callbackId)
  if (!callback) throw new Error(`no callback ${callbackId}`)
  if (callback.practice) return 'practice'
  const {
    contactPhone: phone,
    contactEmail: email,
    contactLang,
    channel,
  } = await caseOf(tx, ctx.cityId, callback.caseId)
  const connected = connectedChannels(ctx)
  // On the web nobody showed whose number it is: first its owner learns of the call, and can cancel it.
  const owner = channel === 'web' ? reachOf({ phone, email: null }, connected) : null
  const reach = owner ?? reachOf({ phone, email }, connected)
  if (!reach) {
    // With every way connected there would still be none: the address is missing, not the connection.
    const because = reachOf({ phone, email }, ['email', 'sms']) ? 'not-connected' : 'no-address'
    const subject = { id: callbackId, caseId: callback.caseId }
    await emitCallback(tx, ctx, 'callback.not-told', subject, { notice, because })
    return because
  }
  const tries = (await attemptsOf(tx, ctx.cityId, callbackId)).length
  await queue(tx, ctx, notice, callback, { reach, lang: contactLang, tries })
  return reach.channel
}

/**
 * The number was changed: whoever had the former one is told as well. Not told twice: nobody whom both messages would reach
 * the same way.
 */
export async function tellFormer(tx: Tx, ctx: Context, callbackId: string, former: Reachable): Promise<void> {
  const callback = await store.findCallback(tx, ctx.cityId, callbackId)
  const reach = reachOf(former, connectedChannels(ctx))
  if (!callback || callback.practice || reach?.channel !== 'sms') return
  const { contactLang: lang } = await caseOf(tx, ctx.cityId, callback.caseId)
  const tries = (await attemptsOf(tx, ctx.cityId, callbackId)).length
  await queue(tx, ctx, 'changed', callback, { reach, lang, tries, former: true })
}

interface Telling {
  reach: Reach
  lang: 'de' | 'en' | 'einfach'
  /** Attempts that were begun. */
  tries: number
  former?: boolean
}

async function queue(
  tx: Tx,
  ctx: Context,
  notice: Notice,
  { id, caseId, sequence, dueUntil }: Callback,
  { reach, lang, tries, former = false }: Telling,
): Promise<void> {
  await queueMessage(tx, ctx, {
    ...reach,
    kind: `callback.${notice}`,
    subjectId: id,
    caseId,
    // The recipient stands in no key: it is told apart by what changed it.
    dedupKey: `callback.${notice} ${id} ${sequence} ${tries} ${dueUntil.getTime()}${former ? ' former' : ''}`,
    lang,
    facts: { sequence, tries },
    uselessFrom: TELLS_OF_SLOT.includes(notice) ? dueUntil : null,
  })
}
