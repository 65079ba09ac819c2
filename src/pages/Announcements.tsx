import type { AnnouncementNotice } from '../city/index.ts'
import { Icon } from '../platform/ui/Icon.tsx'
import { HTML_LANG, type PageLanguage } from '../platform/ui/language.ts'
import { sharedTexts } from './texts.ts'

/** What the city says today before anything else; where it was not written in the page's language, in German. */
export function Announcements({
  announcements,
  lang,
}: {
  announcements: readonly AnnouncementNotice[]
  lang: PageLanguage
}) {
  const { more } = sharedTexts[lang]
  return (
    <>
      {announcements.map((announcement) => {
        const { text, written } = announcementIn(announcement, lang)
        const { link } = announcement
        return (
          <p class="announcement">
            <Icon name="info" />
            <span>
              <span {...(written === lang ? {} : { lang: HTML_LANG[written] })}>{text}</span>
              {link && (
                <>
                  {' '}
                  <a href={link} aria-label={`${more}: ${text}`}>
                    {more}
                  </a>
                </>
              )}
            </span>
          </p>
        )
      })}
    </>
  )
}

/** The text for readers of a language, and the language it is in. */
export function announcementIn(
  { text, textEn, textEinfach }: AnnouncementNotice,
  lang: PageLanguage,
): { text: string; written: PageLanguage } {
  const own = { de: text, en: textEn, einfach: textEinfach }[lang]
  return own === null ? { text, written: 'de' } : { text: own, written: lang }
}
