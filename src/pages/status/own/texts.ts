import type { PageLanguage } from '../../../platform/ui/language.ts'

/** Words of the pages on which citizens change their callback. */
interface OwnTexts {
  actions: string
  time: string
  number: string
  withdraw: string
  leave: string
  back: string
  done: { time: string; number: string }
  calling: string
  over: string
  gone: string
  linkTitle: string
  linkLead: string
  linkOpen: string
  linkOver: string
  timeTitle: string
  timeLead: string
  timeNone: string
  timeTaken: string
  numberTitle: string
  numberNow: (digits: string) => string
  numberLabel: string
  numberHint: string
  numberNext: string
  numberCheck: string
  numberYes: string
  numberNo: string
  withdrawTitle: string
  withdrawLead: string
  settled: string
  cancel: string
  keep: string
}

const de: OwnTexts = {
  actions: 'Rückruf ändern',
  time: 'Andere Zeit wählen',
  number: 'Andere Telefonnummer',
  withdraw: 'Ich brauche keinen Rückruf mehr',
  leave: 'Fertig, auf diesem Gerät schließen',
  back: 'Zurück zum Anliegen',
  done: {
    time: 'Die neue Zeit gilt. Die alte gilt nicht mehr.',
    number: 'Wir rufen Sie unter der neuen Nummer an.',
  },
  calling:
    'Wir rufen Sie gerade an. Bitte gehen Sie ans Telefon. Ändern können Sie erst wieder etwas, wenn der Anruf vorbei ist.',
  over: 'Dieser Rückruf ist inzwischen abgeschlossen.',
  gone: 'Zu Ihrer Sicherheit ist die Seite geschlossen. Bitte öffnen Sie Ihr Anliegen noch einmal.',
  linkTitle: 'Ihr Rückruf',
  linkLead:
    'Mit diesem Knopf öffnen Sie Ihren Rückruf: nachsehen, eine andere Zeit oder Telefonnummer wählen, absagen. Der Link geht einmal.',
  linkOpen: 'Rückruf öffnen',
  linkOver:
    'Dieser Link geht nicht mehr: Jeder öffnet den Rückruf nur einmal. Mit der Nummer Ihres Anliegens geht es immer.',
  timeTitle: 'Wann sollen wir anrufen?',
  timeLead: 'Die alte Zeit gilt, bis Sie hier eine andere wählen.',
  timeNone: 'Zurzeit ist keine andere Zeit frei. Ihre Zeit bleibt, wie sie ist.',
  timeTaken: 'Diese Zeit ist gerade vergeben worden. Ihre alte Zeit gilt noch. Bitte wählen Sie eine andere.',
  numberTitle: 'Andere Telefonnummer',
  numberNow: (digits) => `Zurzeit rufen wir die Nummer an, die auf ${digits} endet.`,
  numberLabel: 'Neue Telefonnummer',
  numberHint: 'Mit Vorwahl, zum Beispiel 0171 39200 12.',
  numberNext: 'Weiter',
  numberCheck: 'Ist diese Nummer richtig?',
  numberYes: 'Ja, diese Nummer anrufen',
  numberNo: 'Nein, ändern',
  withdrawTitle: 'Kein Rückruf mehr?',
  withdrawLead: 'Wir rufen Sie dann nicht mehr an, und Ihr Anliegen ist abgeschlossen.',
  settled: 'Es hat sich erledigt',
  cancel: 'Rückruf absagen',
  keep: 'Nein, rufen Sie mich an',
}

const en: OwnTexts = {
  actions: 'Change the callback',
  time: 'Choose another time',
  number: 'Another telephone number',
  withdraw: 'I do not need a callback any more',
  leave: 'Done, close on this device',
  back: 'Back to the request',
  done: {
    time: 'The new time counts. The old one is no longer valid.',
    number: 'We will call you on the new number.',
  },
  calling:
    'We are calling you right now. Please answer the telephone. You can change something again when the call is over.',
  over: 'This callback has been closed meanwhile.',
  gone: 'The page was closed for your safety. Please open your request again.',
  linkTitle: 'Your callback',
  linkLead:
    'This button opens your callback: see it, choose another time or telephone number, cancel it. The link works once.',
  linkOpen: 'Open the callback',
  linkOver:
    'This link no longer works: each opens the callback only once. The number of your request always works.',
  timeTitle: 'When shall we call?',
  timeLead: 'The old time counts until you choose another one here.',
  timeNone: 'No other time is free at the moment. Your time stays as it is.',
  timeTaken: 'This time has just been taken. Your old time still counts. Please choose another one.',
  numberTitle: 'Another telephone number',
  numberNow: (digits) => `At the moment we call the number that ends with ${digits}.`,
  numberLabel: 'New telephone number',
  numberHint: 'With the area code, for example 0171 39200 12.',
  numberNext: 'Continue',
  numberCheck: 'Is this number right?',
  numberYes: 'Yes, call this number',
  numberNo: 'No, change it',
  withdrawTitle: 'No callback any more?',
  withdrawLead: 'Then we will not call you any more, and your request is closed.',
  settled: 'It is settled',
  cancel: 'Cancel the callback',
  keep: 'No, do call me',
}

const einfach: OwnTexts = {
  actions: 'Den Anruf ändern',
  time: 'Eine andere Zeit',
  number: 'Eine andere Telefon-Nummer',
  withdraw: 'Ich brauche keinen Anruf mehr',
  leave: 'Fertig',
  back: 'Zurück',
  done: { time: 'Wir rufen zu der neuen Zeit an.', number: 'Wir rufen die neue Nummer an.' },
  calling: 'Wir rufen Sie gerade an. Bitte gehen Sie ans Telefon.',
  over: 'Der Anruf ist schon erledigt.',
  gone: 'Die Seite war zu lange offen. Bitte öffnen Sie Ihre Sache noch einmal.',
  linkTitle: 'Unser Anruf bei Ihnen',
  linkLead: 'Hier können Sie den Anruf ansehen. Sie können ihn ändern oder absagen. Der Link geht ein Mal.',
  linkOpen: 'Öffnen',
  linkOver: 'Der Link geht nur ein Mal. Mit Ihrer Nummer geht es immer.',
  timeTitle: 'Wann sollen wir anrufen?',
  timeLead: 'Wählen Sie eine neue Zeit.',
  timeNone: 'Es ist keine andere Zeit frei. Wir rufen zu der alten Zeit an.',
  timeTaken: 'Diese Zeit ist gerade weg. Die alte Zeit gilt noch. Bitte wählen Sie eine andere Zeit.',
  numberTitle: 'Eine andere Telefon-Nummer',
  numberNow: (digits) => `Wir rufen jetzt die Nummer an mit ${digits} am Ende.`,
  numberLabel: 'Neue Telefon-Nummer',
  numberHint: 'Zum Beispiel 0171 39200 12.',
  numberNext: 'Weiter',
  numberCheck: 'Stimmt diese Nummer?',
  numberYes: 'Ja',
  numberNo: 'Nein, ändern',
  withdrawTitle: 'Sollen wir nicht mehr anrufen?',
  withdrawLead: 'Dann rufen wir Sie nicht mehr an.',
  settled: 'Meine Frage ist geklärt',
  cancel: 'Bitte nicht anrufen',
  keep: 'Doch, bitte anrufen',
}

export const ownTexts: Record<PageLanguage, OwnTexts> = { de, en, einfach }
