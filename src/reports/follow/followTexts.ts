import type { PageLanguage } from '../../platform/ui/language.ts'

/** What a reporter reads who cannot open a report. */
export const followTexts: Readonly<Record<PageLanguage, { unknown: string; noWords: string }>> = {
  de: {
    unknown: 'Mit diesen Angaben finden wir keine Meldung. Bitte prüfen Sie Nummer und Wörter.',
    noWords: 'Bitte geben Sie die drei Wörter ein, die Sie mit der Nummer bekommen haben.',
  },
  en: {
    unknown: 'We find no report with this. Please check the number and the words.',
    noWords: 'Please enter the three words that you got with the number.',
  },
  einfach: {
    unknown: 'Wir finden keine Meldung. Bitte prüfen Sie die Nummer und die Wörter.',
    noWords: 'Bitte schreiben Sie die 3 Wörter. Sie haben die Wörter zusammen mit der Nummer bekommen.',
  },
}
