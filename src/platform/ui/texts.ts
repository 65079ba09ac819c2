import type { PageLanguage } from './language.ts'

interface FrameTexts {
  skip: string
  area: string
  /** Said after the name in the header. */
  toStart: string
  languages: string
  noticeLabel: string
  footerLabel: string
  privacy: string
  errorsHeading: string
  errorPrefix: string
}

/** The names of the languages in themselves, for the switch. */
export const LANGUAGE_NAMES: Record<PageLanguage, { short: string; full: string; lang: string }> = {
  de: { short: 'DE', full: 'Deutsch', lang: 'de' },
  en: { short: 'EN', full: 'English', lang: 'en' },
  einfach: { short: 'Einfach', full: 'Einfaches Deutsch', lang: 'de' },
}

export const frameTexts: Record<PageLanguage, FrameTexts> = {
  de: {
    skip: 'Zum Inhalt springen',
    area: 'Bürgerservice',
    toStart: ': zur Startseite',
    languages: 'Sprache',
    noticeLabel: 'Hinweis',
    footerLabel: 'Über diese Seiten',
    privacy: 'Datenschutz',
    errorsHeading: 'Bitte prüfen Sie Ihre Eingaben',
    errorPrefix: 'Fehler: ',
  },
  en: {
    skip: 'Skip to content',
    area: 'Citizen service',
    toStart: ': to the start page',
    languages: 'Language',
    noticeLabel: 'Notice',
    footerLabel: 'About these pages',
    privacy: 'Privacy',
    errorsHeading: 'Please check what you entered',
    errorPrefix: 'Error: ',
  },
  einfach: {
    skip: 'Zum Inhalt springen',
    area: 'Bürger-Service',
    toStart: ': zur ersten Seite',
    languages: 'Sprache',
    noticeLabel: 'Wichtig',
    footerLabel: 'Über diese Seiten',
    privacy: 'Ihre Daten',
    errorsHeading: 'Etwas stimmt noch nicht',
    errorPrefix: 'Fehler: ',
  },
}
