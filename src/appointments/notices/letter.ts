import type { PageLanguage } from '../../platform/ui/language.ts'
import type { LetterFacts } from './letterFacts.ts'
import { letterTexts } from './letterTexts.ts'
import { type Notice, WITHOUT_CALENDAR } from './noticeRule.ts'

/** Where the reader goes on, and with which keys. */
export interface Doors {
  /** Opens the appointment once; null where there is nothing to open any more. */
  link: string | null
  /** The page that asks for number and key, and the key. */
  own: { url: string; key: string } | null
  /** The page where one books. */
  book: string
}

/** The plain text of an e-mail, in lines that mail programs wrap themselves. */
export function letterText(notice: Notice, facts: LetterFacts, doors: Doors, lang: PageLanguage): string {
  const texts = letterTexts[lang]
  const paragraphs = [
    texts.greeting,
    texts.news[notice],
    texts.next[notice],
    about(facts, lang),
    ...(notice === 'cancelled' ? [] : bring(facts, lang)),
    ...ways(notice, facts, doors, lang),
    notice === 'booked' ? texts.notYou : null,
    `${facts.city}\n${texts.closing}`,
  ]
  return `${paragraphs.filter((one) => one !== null).join('\n\n')}\n`
}

function about({ when, minutes, office, services, reference }: LetterFacts, lang: PageLanguage): string {
  const texts = letterTexts[lang]
  return [
    `${texts.when}: ${when} (${texts.minutes(minutes)})`,
    ...(office ? [`${texts.where}: ${office.name}, ${office.address}`] : []),
    ...(services.length > 0 ? [`${texts.what}: ${services.join(', ')}`] : []),
    `${texts.number}: ${reference}`,
  ].join('\n')
}

function bring({ bring: lists, services }: LetterFacts, lang: PageLanguage): string[] {
  const texts = letterTexts[lang]
  if (lists.length === 0) return [texts.nothing]
  return lists.map(({ service, documents }) => {
    const heading = services.length > 1 ? texts.bringFor(service) : texts.bring
    return [heading, ...documents.map((item) => `- ${item}`)].join('\n')
  })
}

function ways(
  notice: Notice,
  { reference }: LetterFacts,
  { link, own, book }: Doors,
  lang: PageLanguage,
): string[] {
  const texts = letterTexts[lang]
  if (!link || !own) return [`${texts.anew}\n${book}`]
  return [
    notice === 'reminder' ? `${texts.answer}\n${link}` : `${texts.manage}\n${link}\n${texts.linkOnce}`,
    `${texts.byKey(own.url)}\n${texts.number}: ${reference}\n${texts.key}: ${inGroups(own.key)}`,
    texts.secret,
    ...(WITHOUT_CALENDAR.includes(notice) ? [] : [texts.calendar]),
  ]
}

/** The same in the few signs of an SMS; what to bring stands behind its link. */
export function smsText(
  notice: Notice,
  facts: LetterFacts,
  { link, own }: Doors,
  lang: PageLanguage,
): string {
  const texts = letterTexts[lang]
  const { city, reference: number, shortWhen: when, office } = facts
  const news = texts.sms[notice]({ city, number, when, office: office?.name ?? city })
  if (!link || !own) return news
  if (notice === 'reminder') return `${news} ${link}`
  return `${news} ${texts.smsLink} ${link} ${texts.smsKey} ${own.key}`
}

/** Four signs each, which an eye can follow; the page takes them with the gaps. */
const inGroups = (key: string): string => key.replaceAll(/(.{4})(?=.)/g, '$1 ')
