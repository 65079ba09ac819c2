import { createHash } from 'node:crypto'
import { asSystem, type Context, inTransaction, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { signingKey } from '../../platform/http/signingKey.ts'
import { newId } from '../../platform/ids.ts'
import type { MessageKind } from '../message.ts'
import { type OwnId, readOwnId } from '../ownId.ts'
import { blockedBecause } from './blockedRule.ts'
import { noteBounce } from './noteBounce.ts'
import { type ReadMail, readMail } from './read/readMail.ts'
import * as store from './store.ts'

/** A mail that was read, with what its references say of us. */
export interface IncomingMail {
  id: string
  receivedAt: Date
  read: ReadMail
  /** Whom our ids in it name, newest first. */
  ownIds: readonly OwnId[]
  /** It names an id that looks like ours and is not. */
  forgedIds: boolean
  /** Its own id is one of ours. */
  ours: boolean
}

/** What became of it; `waits`: a person decides, and why. */
export type Taken =
  | { became: 'report' | 'reply' | 'note' | 'automatic' | 'ours'; caseId: string | null }
  | { waits: string; caseId: string | null }

export interface Hands {
  kinds: ReadonlyMap<string, MessageKind>
  /** Decides, and does it in the same transaction. */
  take(tx: Tx, ctx: Context, mail: IncomingMail): Promise<Taken>
}

/** So often a mail is tried whose handling fails; then a person looks at it. */
const MOST_TRIES = 3
const LONGEST_WORDS = 500_000
const LONGEST_LINE = 998

/** Handles what has come in until nothing is left. Harmless in any number of processes. @returns how many were handled */
export async function handleMails(
  platform: Platform,
  hands: Hands,
  isStopping: () => boolean = () => false,
): Promise<number> {
  let handled = 0
  while (!isStopping() && (await handleNext(platform, hands))) handled += 1
  return handled
}

async function handleNext(platform: Platform, hands: Hands): Promise<boolean> {
  let under: Selected | undefined
  try {
    return await inTransaction(platform, async (tx) => {
      under = await store.lockNextNew(tx)
      if (!under) return false
      await handle(tx, platform, hands, under)
      return true
    })
  } catch (error) {
    if (!under) throw error
    const { city_id: cityId, id } = under
    platform.log.error({ err: error, mail: id }, 'a mail could not be handled')
    await store.countFailure(platform.db, cityId, id, MOST_TRIES)
    return true
  }
}

type Selected = NonNullable<Awaited<ReturnType<typeof store.lockNextNew>>>

async function handle(tx: Tx, platform: Platform, hands: Hands, row: Selected): Promise<void> {
  const { city_id: cityId, id, raw } = row
  if (!raw) throw new Error(`mail ${id} has nothing to read`)
  const read = await readMail(raw)
  const at = platform.clock.now()
  if ('unreadable' in read) {
    await store.updateMail(tx, cityId, id, { state: 'waiting', waits_because: 'unreadable' })
    return
  }
  const known = {
    content_hash: contentHash(read),
    message_id: read.messageId,
    sender: read.from?.address ?? null,
    sender_name: read.from?.name || null,
    subject: read.subject.slice(0, LONGEST_LINE),
    words: read.text.slice(0, LONGEST_WORDS),
  }
  if (await store.hasCome(tx, cityId, known.content_hash)) {
    const { content_hash: _, ...rest } = known
    await store.updateMail(tx, cityId, id, { ...rest, state: 'done', became: 'again', handled_at: at })
    return
  }
  await keepFiles(tx, cityId, id, read, at)
  const mail = { id, receivedAt: row.received_at, read, ...(await ownIdsOf(platform, cityId, read)) }
  const taken = await decide(tx, platform, hands, cityId, mail)
  const end =
    'became' in taken
      ? ({ state: 'done', became: taken.became, handled_at: at } as const)
      : ({ state: 'waiting', waits_because: taken.waits } as const)
  await store.updateMail(tx, cityId, id, { ...known, ...end, case_id: taken.caseId })
}

async function decide(
  tx: Tx,
  platform: Platform,
  { kinds, take }: Hands,
  cityId: string,
  mail: IncomingMail,
): Promise<Taken | { became: 'bounce'; caseId: string | null }> {
  const ctx = asSystem(platform, cityId)
  if (mail.read.bounce)
    return { became: 'bounce', caseId: await noteBounce(tx, ctx, kinds, mail.read.bounce, mail.ownIds) }
  return take(tx, { ...ctx, db: tx }, mail)
}

/**
 * What only its sender can have written: the way it took (Received and such) is another each time it is delivered.
 * Attachments count by their content.
 */
function contentHash({ messageId, sentAt, from, subject, text, attachments }: ReadMail): Buffer {
  // A mail server writes a date where there is none, another one each time; an id says enough.
  const parts = [messageId ?? sentAt?.toISOString() ?? null, from?.address ?? null, subject, text]
  const hash = createHash('sha256').update(JSON.stringify(parts))
  for (const { bytes } of attachments) hash.update(createHash('sha256').update(bytes).digest())
  return hash.digest()
}

/** Our ids in what it answers, and in the tagged address it was sent to. */
async function ownIdsOf(
  platform: Platform,
  cityId: string,
  { messageId, references, to, bounce }: ReadMail,
): Promise<Pick<IncomingMail, 'ownIds' | 'forgedIds' | 'ours'>> {
  const key = await signingKey(platform)
  const named = [...(bounce?.ourMessageIds ?? []), ...references].map(localPart)
  const tags = to.map((address) => /\+([^+@]*)@/.exec(address)?.[1] ?? '')
  const found = [...named, ...tags].map((local) => readOwnId(key, cityId, local))
  return {
    ownIds: found.filter(isOwn),
    forgedIds: found.includes('forged'),
    ours: isOwn(readOwnId(key, cityId, localPart(messageId ?? ''))),
  }
}

const isOwn = (own: OwnId | 'forged' | null): own is OwnId => own !== null && own !== 'forged'
const localPart = (id: string): string => /^<?([^@>]*)/.exec(id)?.[1] ?? ''

async function keepFiles(tx: Tx, cityId: string, mailId: string, read: ReadMail, at: Date): Promise<void> {
  await store.insertFiles(
    tx,
    read.attachments.map(({ name, contentType, bytes }, position) => ({
      city_id: cityId,
      id: newId(at.getTime()),
      mail_id: mailId,
      position,
      name,
      media_type: contentType,
      bytes: Buffer.from(bytes),
      blocked: blockedBecause(bytes),
    })),
  )
}
