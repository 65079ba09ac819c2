import type { AppointmentState } from '../../../appointments/index.ts'
import type { PageLanguage } from '../../../platform/ui/language.ts'

/** Words of "Mein Termin". */
interface OwnTexts {
  title: string
  lead: string
  number: string
  numberHint: (example: string) => string
  key: string
  keyHint: string
  show: string
  errors: { number: string; key: string; unknown: string }
  tooOften: string
  tooOftenLead: string
  yours: string
  state: Record<AppointmentState, string>
  over: string
  bring: string
  move: string
  fewer: string
  fewerLead: string
  persons: (service: string) => string
  fewerDo: string
  fewerDone: string
  fewerNot: string
  cancel: string
  leave: string
  leaveWhy: string
  moved: string
  moveTitle: string
  moveLead: (when: string) => string
  moveNone: string
  moveFailed: (when: string) => string
  cancelTitle: string
  cancelLead: (when: string) => string
  cancelYes: string
  cancelNo: string
  tooLate: string
  anew: string
  calendar: string
  calendarGone: string
  gone: string
}

const de: OwnTexts = {
  title: 'Mein Termin',
  lead: 'Sehen Sie Ihren Termin an, verschieben Sie ihn, oder sagen Sie ihn ab.',
  number: 'Terminnummer',
  numberHint: (example) => `Sie sieht so aus: ${example}`,
  key: 'Schlüssel',
  keyHint:
    'Die 26 Zeichen, die Sie beim Buchen bekommen haben, oder die 8 Ziffern, die wir Ihnen am Telefon gesagt haben. Leerzeichen, große und kleine Buchstaben sind egal.',
  show: 'Termin ansehen',
  errors: {
    number: 'Bitte geben Sie Ihre Terminnummer ein.',
    key: 'Bitte geben Sie Ihren Schlüssel ein.',
    unknown: 'Nummer und Schlüssel passen nicht zusammen. Bitte vergleichen Sie jedes Zeichen.',
  },
  tooOften: 'Bitte warten Sie einen Moment',
  tooOftenLead:
    'Das waren zu viele falsche Versuche. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  yours: 'Ihr Termin',
  state: {
    held: 'Noch nicht gebucht',
    booked: 'Gebucht',
    arrived: 'Sie sind da',
    called: 'Sie sind aufgerufen',
    served: 'Erledigt',
    'no-show': 'Sie waren nicht da',
    cancelled: 'Abgesagt',
    expired: 'Abgelaufen',
    moved: 'Verschoben',
  },
  over: 'Dieser Termin ist vorbei.',
  bring: 'Das bringen Sie mit',
  move: 'Auf eine andere Zeit verschieben',
  fewer: 'Wir sind weniger Personen',
  fewerLead:
    'Der Termin beginnt wie bisher und wird kürzer. Nummer und Schlüssel bleiben gleich. Für mehr Personen brauchen Sie eine andere Zeit.',
  persons: (service) => `Für wie viele Personen: ${service}?`,
  fewerDo: 'Termin ändern',
  fewerDone: 'Ihr Termin ist jetzt für weniger Personen.',
  fewerNot: 'Bitte wählen Sie, wie viele Personen noch kommen.',
  cancel: 'Termin absagen',
  leave: 'Fertig',
  leaveWhy: 'Dann braucht man hier wieder Nummer und Schlüssel. Wichtig, wenn andere dieses Gerät nutzen.',
  moved: 'Ihr Termin ist verschoben. Nummer und Schlüssel bleiben gleich.',
  moveTitle: 'Eine andere Zeit wählen',
  moveLead: (when) => `Ihr Termin bleibt ${when}, bis Sie unten eine andere Zeit wählen.`,
  moveNone: 'Im Moment ist keine andere Zeit frei. Ihr Termin bleibt, wie er ist.',
  moveFailed: (when) => `Ihr Termin bleibt: ${when}.`,
  cancelTitle: 'Möchten Sie diesen Termin absagen?',
  cancelLead: (when) => `${when}. Die Zeit ist dann sofort für andere frei.`,
  cancelYes: 'Ja, Termin absagen',
  cancelNo: 'Nein, Termin behalten',
  tooLate: 'Dieser Termin lässt sich nicht mehr ändern. Bitte rufen Sie uns an.',
  anew: 'Einen neuen Termin buchen',
  calendar: 'In den Kalender eintragen',
  calendarGone: 'Aus dem Kalender nehmen',
  gone: 'Bitte geben Sie Nummer und Schlüssel noch einmal ein. Zu Ihrer Sicherheit merken wir sie uns nur eine halbe Stunde.',
}

const en: OwnTexts = {
  title: 'My appointment',
  lead: 'See your appointment, move it or cancel it.',
  number: 'Appointment number',
  numberHint: (example) => `It looks like this: ${example}`,
  key: 'Key',
  keyHint:
    'The 26 characters that you were given when you booked, or the 8 digits that we told you on the telephone. Spaces, capital and small letters do not matter.',
  show: 'See the appointment',
  errors: {
    number: 'Please enter your appointment number.',
    key: 'Please enter your key.',
    unknown: 'Number and key do not fit together. Please compare each character.',
  },
  tooOften: 'Please wait a moment',
  tooOftenLead: 'These were too many wrong attempts. Please try again in a few minutes.',
  yours: 'Your appointment',
  state: {
    held: 'Not booked yet',
    booked: 'Booked',
    arrived: 'You are here',
    called: 'You have been called',
    served: 'Done',
    'no-show': 'You were not there',
    cancelled: 'Cancelled',
    expired: 'Expired',
    moved: 'Moved',
  },
  over: 'This appointment is over.',
  bring: 'What to bring',
  move: 'Move it to another time',
  fewer: 'We are fewer persons',
  fewerLead:
    'The appointment begins as before and becomes shorter. Number and key stay the same. For more persons you need another time.',
  persons: (service) => `For how many persons: ${service}?`,
  fewerDo: 'Change the appointment',
  fewerDone: 'Your appointment is for fewer persons now.',
  fewerNot: 'Please choose how many persons still come.',
  cancel: 'Cancel the appointment',
  leave: 'Finish',
  leaveWhy: 'Then number and key are needed again here. Important when others use this device.',
  moved: 'Your appointment has been moved. Number and key stay the same.',
  moveTitle: 'Choose another time',
  moveLead: (when) => `Your appointment stays ${when}, until you choose another time below.`,
  moveNone: 'No other time is free at the moment. Your appointment stays as it is.',
  moveFailed: (when) => `Your appointment stays: ${when}.`,
  cancelTitle: 'Do you want to cancel this appointment?',
  cancelLead: (when) => `${when}. The time is then free for others at once.`,
  cancelYes: 'Yes, cancel it',
  cancelNo: 'No, keep it',
  tooLate: 'This appointment can no longer be changed. Please call us.',
  anew: 'Book a new appointment',
  calendar: 'Add it to your calendar',
  calendarGone: 'Take it out of your calendar',
  gone: 'Please enter number and key again. For your safety we remember them for half an hour only.',
}

const einfach: OwnTexts = {
  title: 'Mein Termin',
  lead: 'Hier können Sie Ihren Termin ansehen. Sie können ihn ändern. Sie können ihn absagen.',
  number: 'Ihre Termin-Nummer',
  numberHint: (example) => `Die Nummer sieht so aus: ${example}`,
  key: 'Ihr Schlüssel',
  keyHint:
    'Das sind 26 Zeichen. Sie haben sie beim Buchen bekommen. Oder es sind 8 Ziffern. Wir haben sie Ihnen am Telefon gesagt. Sie können groß oder klein schreiben.',
  show: 'Termin ansehen',
  errors: {
    number: 'Bitte schreiben Sie Ihre Termin-Nummer.',
    key: 'Bitte schreiben Sie Ihren Schlüssel.',
    unknown: 'Die Nummer oder der Schlüssel stimmt nicht. Bitte sehen Sie noch einmal nach.',
  },
  tooOften: 'Bitte warten Sie',
  tooOftenLead: 'Es war zu oft falsch. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  yours: 'Ihr Termin',
  state: {
    held: 'Noch nicht gebucht',
    booked: 'Sie haben diesen Termin',
    arrived: 'Sie sind da',
    called: 'Sie sind dran',
    served: 'Fertig',
    'no-show': 'Sie waren nicht da',
    cancelled: 'Der Termin ist abgesagt',
    expired: 'Der Termin ist weg',
    moved: 'Sie haben eine andere Zeit',
  },
  over: 'Der Termin ist vorbei.',
  bring: 'Das bringen Sie mit',
  move: 'Eine andere Zeit wählen',
  fewer: 'Wir sind weniger Personen',
  fewerLead:
    'Der Termin beginnt wie vorher. Er ist dann kürzer. Wollen Sie mit mehr Personen kommen? Dann brauchen Sie eine andere Zeit.',
  persons: (service) => `Wie viele Personen kommen für: ${service}?`,
  fewerDo: 'Termin ändern',
  fewerDone: 'Sie kommen jetzt mit weniger Personen.',
  fewerNot: 'Bitte wählen Sie: Wie viele Personen kommen?',
  cancel: 'Den Termin absagen',
  leave: 'Fertig',
  leaveWhy: 'Dann kann niemand anderes Ihren Termin hier sehen.',
  moved: 'Sie haben jetzt eine andere Zeit. Nummer und Schlüssel bleiben gleich.',
  moveTitle: 'Eine andere Zeit wählen',
  moveLead: (when) => `Ihr Termin ist: ${when}. Er bleibt, bis Sie eine andere Zeit wählen.`,
  moveNone: 'Im Moment ist keine andere Zeit frei. Ihr Termin bleibt.',
  moveFailed: (when) => `Ihr Termin bleibt: ${when}.`,
  cancelTitle: 'Wollen Sie den Termin absagen?',
  cancelLead: (when) => `${when}. Dann kann jemand anderes die Zeit nehmen.`,
  cancelYes: 'Ja, absagen',
  cancelNo: 'Nein, ich komme',
  tooLate: 'Sie können den Termin nicht mehr ändern. Bitte rufen Sie uns an.',
  anew: 'Einen neuen Termin buchen',
  calendar: 'In den Kalender schreiben',
  calendarGone: 'Aus dem Kalender nehmen',
  gone: 'Bitte schreiben Sie Nummer und Schlüssel noch einmal. Nach einer halben Stunde vergessen wir beides.',
}

export const ownTexts: Record<PageLanguage, OwnTexts> = { de, en, einfach }
