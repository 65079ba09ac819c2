import type { PageLanguage } from '../../platform/ui/language.ts'
import type { Notice } from './noticeRule.ts'

/** Words of e-mails and SMS about an appointment. In an SMS only signs that need no longer code (no dash, no curly quotation mark). */
export interface LetterTexts {
  subject: Record<Notice, (when: string) => string>
  /** The first sentence: what has happened. */
  news: Record<Notice, string>
  /** What to do about it; null where nothing has to be done. */
  next: Record<Notice, string | null>
  greeting: string
  when: string
  minutes: (minutes: number) => string
  where: string
  what: string
  number: string
  bring: string
  bringFor: (service: string) => string
  nothing: string
  manage: string
  linkOnce: string
  /** Above the link of a reminder. */
  answer: string
  byKey: (url: string) => string
  key: string
  secret: string
  calendar: string
  anew: string
  notYou: string
  closing: string
  sms: Record<Notice, (facts: { city: string; number: string; when: string; office: string }) => string>
  smsLink: string
  smsKey: string
}

const de: LetterTexts = {
  subject: {
    booked: (when) => `Ihr Termin: ${when}`,
    moved: (when) => `Ihr Termin ist verschoben: ${when}`,
    shortened: (when) => `Ihr Termin ist geändert: ${when}`,
    cancelled: (when) => `Ihr Termin ist abgesagt: ${when}`,
    attention: (when) => `Ihr Termin kann nicht stattfinden: ${when}`,
    restored: (when) => `Ihr Termin bleibt doch bestehen: ${when}`,
    reminder: (when) => `Kommen Sie? Ihr Termin: ${when}`,
  },
  news: {
    booked: 'Ihr Termin ist gebucht.',
    moved: 'Ihr Termin hat eine neue Zeit. Die alte gilt nicht mehr.',
    shortened: 'Ihr Termin ist jetzt für weniger Personen. Er beginnt wie bisher und ist kürzer.',
    cancelled: 'Ihr Termin ist abgesagt. Sie brauchen nichts weiter zu tun.',
    reminder: 'bald ist Ihr Termin.',
    restored: 'Ihr Termin bleibt doch bestehen: Wir können Sie zu Ihrer Zeit empfangen.',
    attention:
      'zu dieser Zeit können wir Sie leider nicht empfangen. Das Büro ist dann geschlossen oder nicht besetzt.',
  },
  next: {
    booked: null,
    moved: null,
    shortened: null,
    cancelled: null,
    reminder: null,
    restored: null,
    attention:
      'Bitte wählen Sie mit dem Link unten eine andere Zeit, oder rufen Sie uns an. Bis dahin bleibt Ihr Termin vorgemerkt: Wird zu Ihrer Zeit doch noch etwas frei, bekommen Sie den Platz vor allen anderen.',
  },
  greeting: 'Guten Tag,',
  when: 'Wann',
  minutes: (minutes) => `etwa ${minutes} Minuten`,
  where: 'Wo',
  what: 'Wofür',
  number: 'Terminnummer',
  bring: 'Das bringen Sie bitte mit:',
  bringFor: (service) => `Das bringen Sie bitte mit für „${service}“:`,
  nothing: 'Sie brauchen nichts mitzubringen.',
  manage: 'Termin ansehen, verschieben oder absagen:',
  linkOnce: 'Dieser Link öffnet Ihren Termin einmal.',
  answer:
    'Kommen Sie? Bitte antworten Sie mit einem Knopf auf dieser Seite. Brauchen Sie den Termin nicht mehr, freut sich jemand anderes:',
  byKey: (url) => `Danach, und auf jedem anderen Gerät, geht es so: ${url}`,
  key: 'Schlüssel',
  secret:
    'Wer Nummer und Schlüssel hat, kann den Termin ändern. Bitte geben Sie diese Nachricht nicht weiter.',
  calendar: 'Im Anhang ist der Termin für Ihren Kalender.',
  anew: 'Einen neuen Termin buchen:',
  notYou:
    'Sie haben keinen Termin gebucht? Dann hat sich jemand bei der Adresse vertippt. Sie können den Termin mit dem Link absagen.',
  closing: 'Diese Nachricht schreibt ein Programm. Antworten darauf liest niemand; bitte rufen Sie uns an.',
  sms: {
    booked: ({ city, number, when, office }) => `${city}: Ihr Termin ${number} am ${when}, ${office}.`,
    moved: ({ city, number, when, office }) =>
      `${city}: Ihr Termin ${number} ist jetzt am ${when}, ${office}.`,
    shortened: ({ city, number, when }) =>
      `${city}: Ihr Termin ${number} am ${when} ist jetzt für weniger Personen.`,
    cancelled: ({ city, number, when }) => `${city}: Ihr Termin ${number} am ${when} ist abgesagt.`,
    attention: ({ city, number, when }) =>
      `${city}: Ihr Termin ${number} am ${when} kann leider nicht stattfinden. Bitte andere Zeit wählen oder anrufen.`,
    restored: ({ city, number, when }) =>
      `${city}: Ihr Termin ${number} am ${when} bleibt doch bestehen. Bitte kommen Sie.`,
    reminder: ({ city, number, when, office }) =>
      `${city}: Bald ist Ihr Termin ${number}, ${when}, ${office}. Kommen Sie? Ja oder absagen:`,
  },
  smsLink: 'Unterlagen, ändern, absagen:',
  smsKey: 'Schlüssel:',
}

const en: LetterTexts = {
  subject: {
    booked: (when) => `Your appointment: ${when}`,
    moved: (when) => `Your appointment has been moved: ${when}`,
    shortened: (when) => `Your appointment has been changed: ${when}`,
    cancelled: (when) => `Your appointment is cancelled: ${when}`,
    attention: (when) => `Your appointment cannot take place: ${when}`,
    restored: (when) => `Your appointment stands after all: ${when}`,
    reminder: (when) => `Will you come? Your appointment: ${when}`,
  },
  news: {
    booked: 'Your appointment is booked.',
    moved: 'Your appointment has a new time. The old one is no longer valid.',
    shortened: 'Your appointment is for fewer persons now. It begins as before and is shorter.',
    cancelled: 'Your appointment is cancelled. There is nothing more to do.',
    reminder: 'your appointment is soon.',
    restored: 'your appointment stands after all: we can see you at your time.',
    attention: 'we are sorry: we cannot see you at this time. The office is closed or not staffed then.',
  },
  next: {
    booked: null,
    moved: null,
    shortened: null,
    cancelled: null,
    reminder: null,
    restored: null,
    attention:
      'Please choose another time with the link below, or call us. Until then your appointment stays on our list: if there is room at your time after all, it is yours before anybody else’s.',
  },
  greeting: 'Hello,',
  when: 'When',
  minutes: (minutes) => `about ${minutes} minutes`,
  where: 'Where',
  what: 'What for',
  number: 'Appointment number',
  bring: 'Please bring:',
  bringFor: (service) => `Please bring for “${service}”:`,
  nothing: 'You need not bring anything.',
  manage: 'See, move or cancel the appointment:',
  linkOnce: 'This link opens your appointment once.',
  answer:
    'Will you come? Please answer by a button on this page. If you do not need the appointment any more, somebody else will be glad of it:',
  byKey: (url) => `After that, and on any other device, go to ${url}`,
  key: 'Key',
  secret: 'Whoever has number and key can change the appointment. Please do not pass this message on.',
  calendar: 'The appointment is attached for your calendar.',
  anew: 'Book a new appointment:',
  notYou:
    'You have not booked an appointment? Then somebody mistyped the address. You can cancel the appointment with the link.',
  closing: 'This message was written by a program. Nobody reads answers to it; please call us.',
  sms: {
    booked: ({ city, number, when, office }) => `${city}: your appointment ${number} on ${when}, ${office}.`,
    moved: ({ city, number, when, office }) =>
      `${city}: your appointment ${number} is now on ${when}, ${office}.`,
    shortened: ({ city, number, when }) =>
      `${city}: your appointment ${number} on ${when} is for fewer persons now.`,
    cancelled: ({ city, number, when }) => `${city}: your appointment ${number} on ${when} is cancelled.`,
    attention: ({ city, number, when }) =>
      `${city}: your appointment ${number} on ${when} cannot take place. Please choose another time or call us.`,
    restored: ({ city, number, when }) =>
      `${city}: your appointment ${number} on ${when} stands after all. Please come.`,
    reminder: ({ city, number, when, office }) =>
      `${city}: your appointment ${number} is soon, ${when}, ${office}. Will you come? Yes or cancel:`,
  },
  smsLink: 'Documents, change, cancel:',
  smsKey: 'Key:',
}

const einfach: LetterTexts = {
  subject: {
    booked: (when) => `Ihr Termin: ${when}`,
    moved: (when) => `Ihr Termin ist jetzt: ${when}`,
    shortened: (when) => `Ihr Termin ist geändert: ${when}`,
    cancelled: (when) => `Ihr Termin ist abgesagt: ${when}`,
    attention: (when) => `Ihr Termin geht nicht: ${when}`,
    restored: (when) => `Ihr Termin geht doch: ${when}`,
    reminder: (when) => `Kommen Sie? Ihr Termin: ${when}`,
  },
  news: {
    booked: 'Sie haben einen Termin.',
    moved: 'Ihr Termin hat eine neue Zeit. Kommen Sie nur zu der neuen Zeit.',
    shortened: 'Sie kommen mit weniger Personen. Der Termin beginnt wie vorher.',
    cancelled: 'Ihr Termin ist abgesagt. Sie müssen nichts mehr tun.',
    reminder: 'Bald haben Sie einen Termin.',
    restored: 'Ihr Termin geht doch. Bitte kommen Sie zu Ihrer Zeit.',
    attention: 'Ihr Termin geht leider nicht. Zu dieser Zeit ist niemand da.',
  },
  next: {
    booked: null,
    moved: null,
    shortened: null,
    cancelled: null,
    reminder: null,
    restored: null,
    attention:
      'Bitte wählen Sie eine andere Zeit. Dafür ist der Link unten. Oder rufen Sie uns an. Vielleicht wird Ihre Zeit doch noch frei. Dann bekommen Sie den Platz zuerst.',
  },
  greeting: 'Guten Tag,',
  when: 'Wann',
  minutes: (minutes) => `etwa ${minutes} Minuten`,
  where: 'Wo',
  what: 'Wofür',
  number: 'Termin-Nummer',
  bring: 'Das bringen Sie mit:',
  bringFor: (service) => `Das bringen Sie mit für „${service}“:`,
  nothing: 'Sie müssen nichts mitbringen.',
  manage: 'Den Termin ansehen, ändern oder absagen:',
  linkOnce: 'Der Link geht ein Mal.',
  answer:
    'Kommen Sie? Bitte antworten Sie hier. Brauchen Sie den Termin nicht mehr? Dann kann jemand anderes kommen:',
  byKey: (url) => `Danach geht es hier: ${url}`,
  key: 'Schlüssel',
  secret: 'Mit Nummer und Schlüssel kann man den Termin ändern. Zeigen Sie diese Nachricht niemandem.',
  calendar: 'Der Termin für Ihren Kalender ist dabei.',
  anew: 'Einen neuen Termin buchen:',
  notYou: 'Sie haben keinen Termin gebucht? Dann ist die Adresse falsch. Sie können den Termin absagen.',
  closing: 'Diese Nachricht kommt von einem Computer. Bitte antworten Sie nicht. Rufen Sie uns an.',
  sms: {
    booked: ({ city, number, when, office }) => `${city}: Ihr Termin ${number} ist am ${when}, ${office}.`,
    moved: ({ city, number, when, office }) =>
      `${city}: Ihr Termin ${number} ist jetzt am ${when}, ${office}.`,
    shortened: ({ city, number, when }) =>
      `${city}: Ihr Termin ${number} am ${when} ist jetzt für weniger Personen.`,
    cancelled: ({ city, number, when }) => `${city}: Ihr Termin ${number} am ${when} ist abgesagt.`,
    attention: ({ city, number, when }) =>
      `${city}: Ihr Termin ${number} am ${when} geht leider nicht. Bitte andere Zeit wählen oder anrufen.`,
    restored: ({ city, number, when }) =>
      `${city}: Ihr Termin ${number} am ${when} geht doch. Bitte kommen Sie.`,
    reminder: ({ city, number, when, office }) =>
      `${city}: Bald haben Sie einen Termin, ${number}, ${when}, ${office}. Kommen Sie? Ja oder absagen:`,
  },
  smsLink: 'Ansehen, ändern, absagen:',
  smsKey: 'Schlüssel:',
}

export const letterTexts: Record<PageLanguage, LetterTexts> = { de, en, einfach }
