import type { PageLanguage } from '../../platform/ui/language.ts'

interface BusyTexts {
  titles: Record<'all' | 'network', string>
  again: (seconds: number) => string
  reasons: Record<'all' | 'network', string>
  button: string
}

export const busyTexts: Record<PageLanguage, BusyTexts> = {
  de: {
    titles: { all: 'Gerade sind sehr viele Menschen hier', network: 'Bitte warten Sie einen Moment' },
    again: (seconds) =>
      `Bitte versuchen Sie es in ${seconds === 1 ? 'einer Sekunde' : `${seconds} Sekunden`} noch einmal.`,
    reasons: {
      all: 'Wer schon eine Zeit ausgesucht hat, kommt zuerst dran. Ihre Angaben gehen nicht verloren.',
      network:
        'Von Ihrem Internet-Anschluss kommen gerade sehr viele Anfragen. Das können auch andere Menschen am selben Anschluss sein. Ihre Angaben gehen nicht verloren.',
    },
    button: 'Noch einmal versuchen',
  },
  en: {
    titles: { all: 'Very many people are here right now', network: 'Please wait a moment' },
    again: (seconds) => `Please try again in ${seconds === 1 ? 'one second' : `${seconds} seconds`}.`,
    reasons: {
      all: 'Those who have already chosen a time come first. Nothing you entered is lost.',
      network:
        'Very many requests are coming from your internet connection. They may be from other people who share it. Nothing you entered is lost.',
    },
    button: 'Try again',
  },
  einfach: {
    titles: { all: 'Gerade sind sehr viele Menschen hier', network: 'Bitte warten Sie kurz' },
    again: (seconds) =>
      `Warten Sie bitte ${seconds === 1 ? 'eine Sekunde' : `${seconds} Sekunden`}. Dann versuchen Sie es noch einmal.`,
    reasons: {
      all: 'Es geht gleich weiter. Was Sie geschrieben haben, bleibt.',
      network: 'Aus Ihrem Internet kommen gerade sehr viele Fragen. Was Sie geschrieben haben, bleibt.',
    },
    button: 'Noch einmal versuchen',
  },
}
