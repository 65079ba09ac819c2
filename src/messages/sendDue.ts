import { asSystem, inTransaction, type Platform } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { connectedChannels, waysOf } from './channels.ts'
import { emitMessage } from './events.ts'
import type { Message, MessageKind } from './message.ts'
import type { Delivery } from './model.ts'
import { afterTry } from './retryRule.ts'
import * as store from './store.ts'
import { tellOtherwise } from './tellOtherwise.ts'

/** So many are under way at once; a mail server of a city takes no more connections from one sender. */
const AT_ONCE = 4
/** Longer than any try lasts: who still has not noted the end then is gone. */
export const LEASE_MS = 180_000

export type MessageKinds = ReadonlyMap<string, MessageKind>

/**
 * Sends what is due until nothing is, or until `isStopping`. Harmless in any number of processes. A process that dies
 * between the other side's "accepted" and the note of it leaves its message to be sent once more: with the same
 * Message-ID, by which mailboxes show it once; everywhere else nothing is lost and nothing sent twice.
 * @returns how many were taken
 */
export async function sendDue(
  platform: Platform,
  kinds: MessageKinds,
  isStopping: () => boolean = () => false,
): Promise<number> {
  let taken = 0
  while (!isStopping()) {
    const now = platform.clock.now()
    const lease = new Date(now.getTime() + LEASE_MS)
    const due = await store.takeDue(platform.db, connectedChannels(platform), AT_ONCE, now, lease)
    if (due.length === 0) return taken
    taken += due.length
    await Promise.all(due.map((message) => sendOne(platform, kinds, message)))
  }
  return taken
}

async function sendOne(platform: Platform, kinds: MessageKinds, message: Message): Promise<void> {
  const kind = kinds.get(message.kind)
  const outcome = await attempt(platform, kind, message)
  await inTransaction(platform, async (tx) => {
    if (outcome === 'nothing-to-say') return drop(tx, platform, message)
    await note(tx, platform, kind, message, outcome)
  })
}

async function attempt(
  platform: Platform,
  kind: MessageKind | undefined,
  message: Message,
): Promise<Delivery | 'nothing-to-say'> {
  if (message.uselessFrom && message.uselessFrom <= platform.clock.now()) return 'nothing-to-say'
  const way = waysOf(platform)[message.channel]
  try {
    if (!kind) throw new Error(`nobody writes messages of the kind ${message.kind}`)
    if (!way) throw new Error(`${message.channel} is not connected any more`)
    const letter = await kind.write(platform, message)
    return letter ? await way.send(message, letter) : 'nothing-to-say'
  } catch (error) {
    platform.log.error(
      { err: error, message: message.id, kind: message.kind },
      'message could not be written',
    )
    return { ok: false, forGood: false, code: null }
  }
}

async function drop(tx: Tx, platform: Platform, message: Message): Promise<void> {
  const now = platform.clock.now()
  if (!(await store.endTry(tx, message, { state: 'dropped', ended_at: now }))) return
  await emitMessage(
    tx,
    asSystem(platform, message.cityId),
    'message.dropped',
    subjectOf(message),
    dataOf(message),
  )
}

async function note(
  tx: Tx,
  platform: Platform,
  kind: MessageKind | undefined,
  message: Message,
  delivery: Delivery,
): Promise<void> {
  const now = platform.clock.now()
  const next = afterTry(message, delivery, now, Math.random())
  const code = delivery.ok ? {} : { answer_code: delivery.code }
  const ctx = asSystem(platform, message.cityId)
  if (next.state === 'queued') {
    await store.endTry(tx, message, { state: 'queued', next_try_at: next.nextTryAt, ...code })
    return
  }
  if (next.state === 'failed') {
    const row = { state: 'failed', failed_because: next.because, ended_at: now, ...code } as const
    if (!(await store.endTry(tx, message, row))) return
    const data = { ...dataOf(message), because: next.because }
    await emitMessage(tx, ctx, 'message.failed', subjectOf(message), data)
    return tellOtherwise(tx, platform, kind, message)
  }
  if (!(await store.endTry(tx, message, { state: 'sent', ended_at: now }))) return
  const data = { ...dataOf(message), attempts: message.attempts }
  await emitMessage(tx, ctx, 'message.sent', subjectOf(message), data)
  await kind?.sent?.(tx, platform, message)
}

const subjectOf = ({ subjectId, caseId }: Message) => ({ id: subjectId, caseId })
const dataOf = ({ id, kind, channel }: Message) => ({ messageId: id, kind, channel })
