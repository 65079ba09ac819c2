import { inTransaction, type Platform } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { Listed, Session } from './openSession.ts'
import * as store from './store.ts'

/** What a mail may weigh. A larger one stays in the mailbox, and staff are told of it. */
export const MOST_BYTES = 20 * 1024 * 1024
/** So much is asked of the server and written down at once. */
const CHUNK = { mails: 20, bytes: MOST_BYTES }

export interface OpenMailbox {
  cityId: string
  /** 'buergertelefon@mail.stadt.example/INBOX' */
  name: string
}

/**
 * Takes in what has come since the last time, oldest first. A mail is marked as seen only after it is written down, so
 * that whatever ends in between is taken in again and known: each mail is written down once, in any number of processes.
 * Mail that people had read before this mailbox was connected is theirs and stays as it is.
 * @returns how many were new
 */
export async function takeIn(platform: Platform, mailbox: OpenMailbox, session: Session): Promise<number> {
  const { cityId, name } = mailbox
  const place = await store.placeOf(platform.db, { cityId, name }, session.uidValidity, platform.clock.now())
  const listed = await session.list(place.nextUid)
  const ours = listed.filter(({ seen, receivedAt }) => !seen || receivedAt >= place.since)
  let taken = 0
  for (const chunk of chunksOf(ours)) {
    taken += await takeChunk(platform, mailbox, session, chunk)
    await session.markSeen(chunk.map(({ uid }) => uid))
  }
  const last = listed.at(-1)
  if (last) await store.setNextUid(platform.db, mailbox, session.uidValidity, last.uid + 1)
  return taken
}

async function takeChunk(
  platform: Platform,
  mailbox: OpenMailbox,
  session: Session,
  chunk: readonly Listed[],
): Promise<number> {
  const fits = chunk.filter(({ size }) => size <= MOST_BYTES)
  const tooLarge = chunk.filter(({ size }) => size > MOST_BYTES)
  const whole = await session.fetch(uidsOf(fits), 'all')
  const heads = await session.fetch(uidsOf(tooLarge), 'head')
  return inTransaction(platform, async (tx) => {
    let taken = 0
    for (const listed of chunk) {
      const raw = whole.get(listed.uid) ?? heads.get(listed.uid)
      // Somebody has removed it from the mailbox meanwhile.
      if (!raw) continue
      const isNew = await store.insertMail(tx, {
        city_id: mailbox.cityId,
        id: newId(platform.clock.now().getTime()),
        mailbox: mailbox.name,
        uid_validity: session.uidValidity,
        uid: listed.uid,
        received_at: listed.receivedAt,
        raw,
        size: listed.size,
        ...(heads.has(listed.uid) ? { state: 'waiting', waits_because: 'too-large' } : {}),
      })
      if (isNew) taken += 1
    }
    const last = chunk.at(-1)
    if (last) await store.setNextUid(tx, mailbox, session.uidValidity, last.uid + 1)
    return taken
  })
}

const uidsOf = (listed: readonly Listed[]): number[] => listed.map(({ uid }) => uid)

/** In their order, each small enough for one command and one transaction; a mail larger than that alone. */
function* chunksOf(listed: readonly Listed[]): Generator<Listed[]> {
  let chunk: Listed[] = []
  let bytes = 0
  for (const one of listed) {
    if (chunk.length > 0 && (chunk.length === CHUNK.mails || bytes + one.size > CHUNK.bytes)) {
      yield chunk
      chunk = []
      bytes = 0
    }
    chunk.push(one)
    bytes += one.size
  }
  if (chunk.length > 0) yield chunk
}
