import type { PageLanguage } from '../../platform/ui/language.ts'

interface HomeTexts {
  title: string
  call: string
  callback: string
  callbackLead: string
  callbackWindow: (window: string) => string
  callbackButton: string
  booking: string
  bookingNext: string
  bookingFor: string
  bookingNone: string
  bookingButton: string
  bookingOwn: string
  report: string
  reportLead: string
  reportButton: string
  reportOwn: string
  ownCase: string
  ownCaseLabel: string
  ownCaseHint: (example: string) => string
  ownCaseButton: string
}

export const homeTexts: Record<PageLanguage, HomeTexts> = {
  de: {
    title: 'Start',
    call: 'Anrufen',
    callback: 'Rückruf',
    callbackLead:
      'Was wir nicht sofort klären können, klären wir in einem Rückruf zu einer Zeit, die Ihnen passt.',
    callbackWindow: (window) => `Nächstes freies Zeitfenster: ${window}`,
    callbackButton: 'Rückruf vereinbaren',
    booking: 'Termin',
    bookingNext: 'Nächster freier Termin:',
    bookingFor: 'für:',
    bookingNone: 'Im Moment ist kein Termin frei. Wird einer abgesagt, steht er sofort hier.',
    bookingButton: 'Termin buchen',
    bookingOwn: 'Meinen Termin ansehen, verschieben oder absagen',
    report: 'Melden',
    reportLead: 'Beschwerden und Hinweise an das Bürgertelefon. Jede Meldung bekommt eine Antwort.',
    reportButton: 'Etwas melden',
    reportOwn: 'Nachsehen, was aus einer Meldung wurde',
    ownCase: 'Mein Anliegen',
    ownCaseLabel: 'Nummer Ihres Anliegens',
    ownCaseHint: (example) =>
      `Sie haben sie am Telefon oder auf diesen Seiten bekommen. Sie sieht so aus: ${example}`,
    ownCaseButton: 'Nachsehen',
  },
  en: {
    title: 'Start',
    call: 'Call us',
    callback: 'We call you back',
    callbackLead: 'What we cannot settle at once, we settle by calling you back at a time that suits you.',
    callbackWindow: (window) => `Next free time: ${window}`,
    callbackButton: 'Arrange a call',
    booking: 'Appointment',
    bookingNext: 'Next free appointment:',
    bookingFor: 'for:',
    bookingNone: 'No appointment is free at the moment. When one is cancelled it is shown here at once.',
    bookingButton: 'Book an appointment',
    bookingOwn: 'See, move or cancel my appointment',
    report: 'Report',
    reportLead: 'Complaints and hints. Every report gets an answer.',
    reportButton: 'Report something',
    reportOwn: 'See what became of a report',
    ownCase: 'My request',
    ownCaseLabel: 'Number of your request',
    ownCaseHint: (example) =>
      `You were given it on the phone or on these pages. It looks like this: ${example}`,
    ownCaseButton: 'Look it up',
  },
  einfach: {
    title: 'Start',
    call: 'Anrufen',
    callback: 'Wir rufen Sie an',
    callbackLead: 'Manchmal haben wir nicht sofort eine Antwort. Dann rufen wir Sie später an.',
    callbackWindow: (window) => `Dann haben wir wieder Zeit: ${window}`,
    callbackButton: 'Wir sollen Sie anrufen',
    booking: 'Termin',
    bookingNext: 'Der erste freie Termin:',
    bookingFor: 'für:',
    bookingNone: 'Im Moment ist kein Termin frei. Sehen Sie später noch einmal nach.',
    bookingButton: 'Termin buchen',
    bookingOwn: 'Meinen Termin ansehen, ändern oder absagen',
    report: 'Ein Problem melden',
    reportLead: 'Ist etwas kaputt? Oder ärgern Sie sich? Sagen Sie es uns. Wir antworten immer.',
    reportButton: 'Etwas melden',
    reportOwn: 'Was wurde aus meiner Meldung?',
    ownCase: 'Meine Sache',
    ownCaseLabel: 'Ihre Nummer',
    ownCaseHint: (example) => `Die Nummer haben Sie von uns bekommen. Sie sieht so aus: ${example}`,
    ownCaseButton: 'Nachsehen',
  },
}
