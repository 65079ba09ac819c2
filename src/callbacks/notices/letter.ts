import type { PageLanguage } from '../../platform/ui/language.ts'
import type { LetterFacts } from './letterFacts.ts'
import { letterTexts } from './letterTexts.ts'
import type { Notice } from './noticeRule.ts'

/** Where the reader goes on. */
export interface Doors {
  /** Opens the callback once; null where there is nothing to change any more. */
  link: string | null
  /** The page that asks for the number of the case. */
  status: string
  /** Where one begins anew. */
  site: string
}

/** The plain text of an e-mail, in lines that mail programs wrap themselves. */
export function letterText(notice: Notice, facts: LetterFacts, doors: Doors, lang: PageLanguage): string {
  const texts = letterTexts[lang]
  const paragraphs = [
    texts.greeting,
    texts.news[notice](facts),
    ...(notice === 'made' || notice === 'changed' ? [about(facts, lang)] : []),
    ...ways(notice, facts, doors, lang),
    `${facts.city}\n${texts.closing}`,
  ]
  return `${paragraphs.join('\n\n')}\n`
}

function about({ when, line, number }: LetterFacts, lang: PageLanguage): string {
  const texts = letterTexts[lang]
  return [`${texts.when}: ${when}`, `${texts.line}: ${line}`, `${texts.number}: ${number}`].join('\n')
}

function ways(
  notice: Notice,
  facts: LetterFacts,
  { link, status, site }: Doors,
  lang: PageLanguage,
): string[] {
  const texts = letterTexts[lang]
  if (notice === 'not-reached') return [texts.again(facts, site)]
  if (!link) return [texts.anew(facts, site)]
  return [`${texts.change}\n${link}\n${texts.linkOnce}`, texts.byNumber(status)]
}

/** The same in the few signs of an SMS. */
export function smsText(
  notice: Notice,
  facts: LetterFacts,
  { link, site }: Doors,
  lang: PageLanguage,
): string {
  const texts = letterTexts[lang]
  const news = texts.sms[notice](facts)
  return link ? `${news} ${texts.smsLink} ${link}` : `${news} ${site}`
}
