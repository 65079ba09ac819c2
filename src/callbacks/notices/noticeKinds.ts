import type { Letter, Message, MessageKind } from '../../messages/index.ts'
import { asSystem, inTransaction, type Platform } from '../../platform/context.ts'
import { attemptsOf } from '../attempts/attemptStore.ts'
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
  }))

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
