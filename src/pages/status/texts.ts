import type { PageLanguage } from '../../platform/ui/language.ts'

interface StatusTexts {
  title: string
  lead: string
  number: string
  numberHint: (example: string) => string
  digits: string
  digitsHint: string
  button: string
  resultTitle: string
  practice: string
  since: (day: string) => string
  next: string
  contact: string
  /** Where no call is owed: the way to one. */
  callback: string
  callbackLink: string
  again: string
  tooOften: string
  reports: string
}

export const statusTexts: Record<PageLanguage, StatusTexts> = {
  de: {
    title: 'Mein Anliegen',
    lead: 'Sehen Sie nach, wie es mit Ihrem Anliegen steht.',
    number: 'Nummer Ihres Anliegens',
    numberHint: (example) =>
      `Sie haben sie am Telefon oder auf diesen Seiten bekommen. Sie sieht so aus: ${example}`,
    digits: 'Letzte vier Ziffern Ihrer Telefonnummer',
    digitsHint:
      'Von der Nummer, unter der wir Sie zurückrufen sollen. So sieht niemand anderes Ihr Anliegen.',
    button: 'Nachsehen',
    resultTitle: 'Ihr Anliegen',
    practice: 'Das ist ein Übungsanliegen. Es gehört zu keiner wirklichen Person.',
    since: (day) => `Aufgenommen am ${day}.`,
    next: 'So geht es weiter',
    contact: 'So erreichen Sie uns',
    callback: 'Haben Sie noch eine Frage? Wir rufen Sie an:',
    callbackLink: 'Rückruf vereinbaren',
    again: 'Ein anderes Anliegen nachsehen',
    tooOften: 'Bitte warten Sie einen Moment',
    reports: 'Haben Sie etwas gemeldet? Meldung ansehen',
  },
  en: {
    title: 'My request',
    lead: 'See what has become of your request.',
    number: 'Number of your request',
    numberHint: (example) =>
      `You were given it on the phone or on these pages. It looks like this: ${example}`,
    digits: 'Last four digits of your telephone number',
    digitsHint: 'Of the number we are to call back. That way nobody else sees your request.',
    button: 'Look it up',
    resultTitle: 'Your request',
    practice: 'This is a practice request. It belongs to no real person.',
    since: (day) => `Taken down on ${day}.`,
    next: 'What happens next',
    contact: 'How to reach us',
    callback: 'Do you have another question? We will call you:',
    callbackLink: 'Arrange a call back',
    again: 'Look up another request',
    tooOften: 'Please wait a moment',
    reports: 'Did you report something? See the report',
  },
  einfach: {
    title: 'Meine Sache',
    lead: 'Hier können Sie nachsehen: Wie geht es weiter?',
    number: 'Ihre Nummer',
    numberHint: (example) => `Die Nummer haben Sie von uns bekommen. Sie sieht so aus: ${example}`,
    digits: 'Die letzten vier Ziffern von Ihrer Telefon-Nummer',
    digitsHint: 'Das ist die Nummer, die wir anrufen sollen. So kann niemand anderes Ihre Sache sehen.',
    button: 'Nachsehen',
    resultTitle: 'Ihre Sache',
    practice: 'Das ist nur eine Übung. Es geht um keinen echten Menschen.',
    since: (day) => `Wir haben das aufgeschrieben am ${day}.`,
    next: 'So geht es weiter',
    contact: 'So erreichen Sie uns',
    callback: 'Haben Sie noch eine Frage? Wir rufen Sie an:',
    callbackLink: 'Wir sollen Sie anrufen',
    again: 'Etwas anderes nachsehen',
    tooOften: 'Bitte warten Sie',
    reports: 'Haben Sie ein Problem gemeldet? Hier nachsehen',
  },
}
