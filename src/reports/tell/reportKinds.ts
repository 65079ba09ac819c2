import { caseOf, refuseEmail } from '../../cases/index.ts'
import { cityOf } from '../../city/index.ts'
import { lastMessageId, type Letter, type Message, type MessageKind } from '../../messages/index.ts'
import { asSystem, type Platform } from '../../platform/context.ts'
import { spokenDay } from '../../shared/spokenMoment.ts'
import { linkOf } from '../follow/link.ts'
import { followKinds } from '../public/followers/followKinds.ts'
import { senderKind } from '../mail/sender/senderKind.ts'
import * as store from '../store.ts'
import { findCategory } from '../categories/store.ts'
import { type LetterFacts, letterTexts } from './letterTexts.ts'
import { type Notice, NOTICES } from './tellReport.ts'

/** Who writes the texts about reports. @param site what the city's pages begin with */
export const reportKinds = (site: string): readonly MessageKind[] => [
  ...followKinds(site),
  senderKind(site),
  ...NOTICES.map((notice): MessageKind => ({
    name: `report.${notice}`,
    write: (platform, message) => write(platform, message, notice, site),
    otherwise: async (tx, _platform, { cityId, caseId }) => {
      if (caseId === null) return null
      const { contactEmail: email, contactPhone: phone } = await caseOf(tx, cityId, caseId)
      return { email, phone }
    },
    bounced: async (tx, platform, { cityId, caseId, recipient }) => {
      if (caseId !== null) await refuseEmail(tx, asSystem(platform, cityId), caseId, recipient)
    },
  })),
]

async function write(
  platform: Platform,
  message: Message,
  notice: Notice,
  site: string,
): Promise<Letter | null> {
  const { cityId, caseId, lang, channel } = message
  if (caseId === null) return null
  const facts = await factsOf(platform, { ...message, caseId }, notice)
  if (!facts) return null
  const end = await linkOf(platform, cityId, caseId)
  const link = new URL(`/meldung/k/${end}${lang === 'de' ? '' : `?lang=${lang}`}`, site).href
  const texts = letterTexts[lang]
  const from = facts.city
  if (channel === 'sms')
    return { from, subject: '', text: `${texts.sms[notice](facts)} ${link}`, calendar: null }
  const paragraphs = [
    texts.greeting,
    texts.news[notice](facts),
    ...(facts.update ? [facts.update] : []),
    `${texts.follow}\n${link}`,
    ...(notice === 'answered' ? [texts.object] : []),
    `${from}\n${texts.closing}`,
  ]
  return {
    from,
    subject: texts.subject[notice](facts),
    text: `${paragraphs.join('\n\n')}\n`,
    calendar: null,
    answers: await answered(platform, cityId, caseId, notice),
  }
}

/** The mail that a letter answers, so that mail programs show both together; a receipt is no person's work. */
async function answered(
  { db }: Platform,
  cityId: string,
  caseId: string,
  notice: Notice,
): Promise<{ messageId: string; byMachine: boolean } | null> {
  const messageId = await lastMessageId(db, cityId, caseId)
  return messageId === null ? null : { messageId, byMachine: notice === 'received' }
}

async function factsOf(
  platform: Platform,
  { cityId, caseId, subjectId, lang }: Message & { caseId: string },
  notice: Notice,
): Promise<LetterFacts | null> {
  const { db, clock } = platform
  const report = await store.findReport(db, cityId, caseId)
  if (!report) return null
  const update =
    notice === 'received' || notice === 'reminder' ? null : await store.findUpdate(db, cityId, subjectId)
  if (notice === 'reminder' && report.answeredAt) return null
  const found = await caseOf(db, cityId, caseId)
  const { title, timeZone } = await cityOf(db, cityId)
  const category = await findCategory(db, cityId, report.categoryId)
  return {
    city: title,
    number: found.number,
    category: category?.name ?? '',
    due: spokenDay(report.dueAt.getTime(), clock.now(), timeZone, lang === 'en' ? 'en' : 'de'),
    state: update?.state ?? report.state,
    update: update?.text ?? '',
  }
}
