import type { Lang } from './lang.ts'

/** A day as people write it: '13. Oktober 2026', '13 October 2026'. @param date 'YYYY-MM-DD' */
export const spokenDate = (date: string, lang: Lang = 'de'): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'de-DE', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
