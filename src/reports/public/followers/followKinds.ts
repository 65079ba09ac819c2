import { cityOf } from '../../../city/index.ts'
import type { Letter, Message, MessageKind } from '../../../messages/index.ts'
import { asSystem, type Platform } from '../../../platform/context.ts'
import type { PageLanguage } from '../../../platform/ui/language.ts'
import { signed } from '../../follow/link.ts'
import { stateTexts } from '../../stateTexts.ts'
import { publicOf } from '../publicReport.ts'
import { deleteFollower, findFollower } from './followerStore.ts'

interface FollowLetter {
  asked: {
    subject: (number: string) => string
    text: (about: string) => string
    link: string
    ignore: string
  }
  news: {
    subject: (number: string) => string
    text: (about: string, state: string) => string
    link: string
    stop: string
  }
  greeting: string
}

const de: FollowLetter = {
  greeting: 'Guten Tag,',
  asked: {
    subject: (number) => `Möchten Sie der Meldung ${number} folgen?`,
    text: (about) => `jemand hat diese Adresse angegeben, um von dieser Meldung zu hören: ${about}.`,
    link: 'Wenn Sie das waren, bestätigen Sie es hier:',
    ignore: 'Wenn nicht, tun Sie nichts: Dann löschen wir diese Adresse nach zwei Tagen.',
  },
  news: {
    subject: (number) => `Neues zur Meldung ${number}`,
    text: (about, state) =>
      `zu einer Meldung, der Sie folgen, gibt es Neues: ${about}. Der Stand ist jetzt: ${state}.`,
    link: 'Die Meldung:',
    stop: 'Nicht mehr folgen (wir löschen diese Adresse):',
  },
}

const en: FollowLetter = {
  greeting: 'Hello,',
  asked: {
    subject: (number) => `Would you like to follow report ${number}?`,
    text: (about) => `somebody gave this address to hear about this report: ${about}.`,
    link: 'If it was you, please confirm it here:',
    ignore: 'If not, do nothing: we delete this address after two days.',
  },
  news: {
    subject: (number) => `News on report ${number}`,
    text: (about, state) =>
      `there is news on a report that you follow: ${about}. Its state is now: ${state}.`,
    link: 'The report:',
    stop: 'Stop following (we delete this address):',
  },
}

const letters: Readonly<Record<PageLanguage, FollowLetter>> = { de, en, einfach: de }

/** Who writes to those who follow a public report: no word that somebody wrote, and nothing of one that is hidden. */
export const followKinds = (site: string): readonly MessageKind[] =>
  (['asked', 'news'] as const).map((notice): MessageKind => ({
    name: `report.follow-${notice}`,
    write: (platform, message) => write(platform, message, notice, site),
    bounced: async (tx, _platform, { cityId, subjectId }) => {
      await deleteFollower(tx, cityId, subjectId)
    },
  }))

async function write(
  platform: Platform,
  { cityId, subjectId, lang }: Message,
  notice: 'asked' | 'news',
  site: string,
): Promise<Letter | null> {
  const follower = await findFollower(platform.db, cityId, subjectId)
  if (!follower || (follower.confirmedAt !== null) !== (notice === 'news')) return null
  const report = await publicOf(asSystem(platform, cityId), follower.caseId)
  if (!report) return null
  const { title } = await cityOf(platform.db, cityId)
  const query = lang === 'de' ? '' : `?lang=${lang}`
  const own = new URL(
    `/meldungen/folgen/${await signed(platform, cityId, subjectId, 'report follower')}${query}`,
    site,
  ).href
  const page = new URL(`/meldungen/${report.number}${query}`, site).href
  const about = `${report.category}, ${report.number}`
  const { greeting, asked, news } = letters[lang]
  const parts =
    notice === 'asked'
      ? [asked.text(about), `${asked.link}\n${own}`, asked.ignore]
      : [
          news.text(about, stateTexts[lang][report.state].name),
          `${news.link}\n${page}`,
          `${news.stop}\n${own}`,
        ]
  return {
    from: title,
    subject: letters[lang][notice].subject(report.number),
    text: `${[greeting, ...parts, title].join('\n\n')}\n`,
    calendar: null,
  }
}
