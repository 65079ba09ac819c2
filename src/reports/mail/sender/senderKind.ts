import { cityOf } from '../../../city/index.ts'
import type { MessageKind } from '../../../messages/index.ts'
import { asSystem } from '../../../platform/context.ts'
import type { PageLanguage } from '../../../platform/ui/language.ts'
import { signed } from '../../follow/link.ts'
import { CONFIRM_SENDER } from './askSender.ts'
import { findAskedSender } from './confirmSender.ts'

interface SenderLetter {
  greeting: string
  subject: (number: string) => string
  text: (number: string, sender: string) => string
  link: string
  ignore: string
}

const de: SenderLetter = {
  greeting: 'Guten Tag,',
  subject: (number) => `Kam diese Antwort zu ${number} von Ihnen?`,
  text: (number, sender) =>
    `zu Ihrer Meldung ${number} kam eine Antwort von einer anderen Adresse (${sender}). Sie steht noch nicht in Ihrer Meldung.`,
  link: 'Wenn Sie das waren, bestätigen Sie es hier:',
  ignore: 'Wenn nicht, tun Sie nichts: Dann sieht es sich jemand bei uns an.',
}

const en: SenderLetter = {
  greeting: 'Hello,',
  subject: (number) => `Was this answer to ${number} yours?`,
  text: (number, sender) =>
    `an answer to your report ${number} came from another address (${sender}). It is not part of your report yet.`,
  link: 'If it was you, please confirm it here:',
  ignore: 'If not, do nothing: somebody here looks at it.',
}

const letters: Readonly<Record<PageLanguage, SenderLetter>> = { de, en, einfach: de }

/** Asks a known address about an answer from another one; says nothing of what was written. */
export const senderKind = (site: string): MessageKind => ({
  name: CONFIRM_SENDER,
  async write(platform, { cityId, subjectId, lang }) {
    const end = await signed(platform, cityId, subjectId, 'report sender')
    const asked = await findAskedSender(asSystem(platform, cityId), end)
    if (!asked) return null
    const { title } = await cityOf(platform.db, cityId)
    const link = new URL(`/meldung/absender/${end}${lang === 'de' ? '' : `?lang=${lang}`}`, site).href
    const { greeting, subject, text, link: here, ignore } = letters[lang]
    const paragraphs = [greeting, text(asked.number, asked.sender), `${here}\n${link}`, ignore, title]
    return {
      from: title,
      subject: subject(asked.number),
      text: `${paragraphs.join('\n\n')}\n`,
      calendar: null,
    }
  },
})
