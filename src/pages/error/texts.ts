import type { PageLanguage } from '../../platform/ui/language.ts'

interface ErrorTexts {
  headings: Record<'missing' | 'refused' | 'away' | 'often' | 'wrong' | 'fault', string>
  /** Instead of the German sentence that the program gives. */
  sentences: Record<'missing' | 'refused' | 'away' | 'often' | 'wrong' | 'fault', string> | null
  home: string
}

export const errorTexts: Record<PageLanguage, ErrorTexts> = {
  de: {
    headings: {
      missing: 'Diese Seite gibt es nicht',
      refused: 'Das ist hier nicht erlaubt',
      away: 'Gerade geht es nicht',
      often: 'Bitte warten Sie einen Moment',
      wrong: 'Das konnten wir nicht lesen',
      fault: 'Da ist etwas schiefgegangen',
    },
    sentences: null,
    home: 'Zur Startseite',
  },
  en: {
    headings: {
      missing: 'This page does not exist',
      refused: 'This is not allowed here',
      away: 'This is not working right now',
      often: 'Please wait a moment',
      wrong: 'We could not read this',
      fault: 'Something went wrong',
    },
    sentences: {
      missing: 'Please check the address, or begin at the start page.',
      refused: 'This account or this page has no right to do that.',
      away: 'Please try again in a moment. Nothing was saved.',
      often: 'There were too many tries. Please try again later or call us.',
      wrong: 'Please go back and check what you entered.',
      fault: 'The fault is ours and has been recorded. Please try again.',
    },
    home: 'To the start page',
  },
  einfach: {
    headings: {
      missing: 'Diese Seite gibt es nicht',
      refused: 'Das geht hier nicht',
      away: 'Das geht gerade nicht',
      often: 'Bitte warten Sie',
      wrong: 'Wir konnten das nicht lesen',
      fault: 'Das hat nicht geklappt',
    },
    sentences: {
      missing: 'Gehen Sie bitte zur ersten Seite.',
      refused: 'Sie dürfen das hier nicht.',
      away: 'Versuchen Sie es bitte später noch einmal.',
      often: 'Sie haben es zu oft versucht. Warten Sie bitte. Oder rufen Sie uns an.',
      wrong: 'Gehen Sie bitte zurück. Prüfen Sie Ihre Angaben.',
      fault: 'Der Fehler liegt bei uns. Versuchen Sie es bitte noch einmal.',
    },
    home: 'Zur ersten Seite',
  },
}

/** What kind of failure a status is for people. */
export function failureOf(status: number): keyof ErrorTexts['headings'] {
  if (status === 404) return 'missing'
  if (status === 401 || status === 403) return 'refused'
  if (status === 429) return 'often'
  if (status === 503) return 'away'
  return status < 500 ? 'wrong' : 'fault'
}
