import { caseOf, refuseEmail } from '../../cases/index.ts'
import type { Letter, Message, MessageKind, Reachable } from '../../messages/index.ts'
import { asSystem, inTransaction, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { attemptsOf } from '../attempts/attemptStore.ts'
import { emitCallback } from '../events.ts'
import * as store from '../store.ts'
import { newLink } from './keys.ts'
import { type Doors, letterText, smsText } from './letter.ts'
import { letterFacts } from './letterFacts.ts'
import { letterTexts } from './letterTexts.ts'
import { isStillTrue, type Notice, NOTICES } from './noticeRule.ts'

/** Who writes the texts about callbacks. @param site what the city's pages begin with */
export const callbackKinds = (site: string): readonly MessageKind[] =>
  NOTICES.map((notice): MessageKind => ({
    name: `callback.${notice}`,
    write: (platform, message) => write(platform, message, notice, site),
    otherwise,
    bounced: async (tx, platform, { cityId, caseId, recipient }) => {
      if (caseId !== null) await refuseEmail(tx, asSystem(platform, cityId), caseId, recipient)
    },
    untold: (tx, platform, message) => untold(tx, platform, message, notice),
  }))

/** Who is to be called, where the message was for them: a number that was given up gets nothing by another way. */
async function otherwise(tx: Tx, _platform: Platform, message: Message): Promise<Reachable | null> {
  const { cityId, subjectId, channel, recipient } = message
  const callback = await store.findCallback(tx, cityId, subjectId)
  if (!callback) return null
  const { contactEmail: email, contactPhone: phone } = await caseOf(tx, cityId, callback.caseId)
  return recipient === (channel === 'email' ? email : phone) ? { email, phone } : null
}

async function untold(
  tx: Tx,
  platform: Platform,
  { cityId, subjectId, caseId }: Message,
  notice: Notice,
): Promise<void> {
  const data = { notice, because: 'failed' } as const
  await emitCallback(tx, asSystem(platform, cityId), 'callback.not-told', { id: subjectId, caseId }, data)
}

async function write(
  platform: Platform,
  message: Message,
  notice: Notice,
  site: string,
): Promise<Letter | null> {
  const { cityId, subjectId: id, lang, facts, channel } = message
  const { db, clock } = platform
  const callback = await store.findCallback(db, cityId, id)
  if (!callback) return null
  const tries = (await attemptsOf(db, cityId, id)).length
  const then = { sequence: Number(facts['sequence']), tries: Number(facts['tries']) }
  if (!isStillTrue(notice, then, { ...callback, tries }, clock.now())) return null
  const ctx = asSystem(platform, cityId)
  const told = await letterFacts(ctx, callback, lang)
  const doors = await doorsOf(platform, message, callback.state !== 'done', site)
  if (channel === 'sms')
    return { from: told.city, subject: '', text: smsText(notice, told, doors, lang), calendar: null }
  return {
    from: told.city,
    subject: letterTexts[lang].subject[notice](told),
    text: letterText(notice, told, doors, lang),
    calendar: null,
  }
}

/** The link is made now: a message that is tried again has another, and that of the first try is good as well. */
async function doorsOf(
  platform: Platform,
  { cityId, subjectId: id, lang }: Message,
  isOpen: boolean,
  site: string,
): Promise<Doors> {
  const address = (path: string): string => new URL(lang === 'de' ? path : `${path}?lang=${lang}`, site).href
  const ctx = asSystem(platform, cityId)
  const link = isOpen
    ? address(`/anliegen/k/${await inTransaction(platform, (tx) => newLink(tx, ctx, id))}`)
    : null
  return { link, status: address('/anliegen'), site: address('/') }
}
