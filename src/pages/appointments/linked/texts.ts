import type { PageLanguage } from '../../../platform/ui/language.ts'

/** Words of the pages behind the links of messages. */
interface LinkedTexts {
  openTitle: string
  openLead: string
  open: string
  overTitle: string
  overLead: string
  byKey: string
  comeTitle: string
  come: string
  release: string
  releaseWhy: string
  keptNotice: string
  releasedTitle: string
  releasedLead: string
  anew: string
  move: string
  pastTitle: string
  pastLead: string
}

const de: LinkedTexts = {
  openTitle: 'Ihr Termin',
  openLead:
    'Mit diesem Knopf öffnen Sie Ihren Termin: ansehen, was Sie mitbringen, verschieben oder absagen. Der Link geht einmal.',
  open: 'Termin öffnen',
  overTitle: 'Dieser Link geht nicht mehr',
  overLead:
    'Jeder Link öffnet den Termin nur einmal, damit ihn niemand anderes benutzt. Ihr Termin bleibt, wie er ist. In derselben Nachricht stehen Nummer und Schlüssel, damit geht es immer.',
  byKey: 'Mit Nummer und Schlüssel öffnen',
  comeTitle: 'Kommen Sie?',
  come: 'Ich komme',
  release: 'Ich brauche den Termin nicht mehr',
  releaseWhy:
    'Brauchen Sie den Termin nicht mehr? Dann sagen Sie ihn hier ab, und jemand anderes bekommt die Zeit.',
  keptNotice: 'Danke! Wir erwarten Sie.',
  releasedTitle: 'Ihr Termin ist abgesagt',
  releasedLead: 'Danke, dass Sie Bescheid gesagt haben. Jemand anderes kann die Zeit jetzt nutzen.',
  anew: 'Einen neuen Termin buchen',
  move: 'Lieber zu einer anderen Zeit? Mit Terminnummer und Schlüssel verschieben',
  pastTitle: 'Dieser Termin ist vorbei',
  pastLead: 'Er lässt sich nicht mehr ändern.',
}

const en: LinkedTexts = {
  openTitle: 'Your appointment',
  openLead:
    'This button opens your appointment: see what to bring, move it or cancel it. The link works once.',
  open: 'Open the appointment',
  overTitle: 'This link no longer works',
  overLead:
    'Each link opens the appointment only once, so that nobody else can use it. Your appointment stays as it is. The same message has a number and a key, which always work.',
  byKey: 'Open with number and key',
  comeTitle: 'Will you come?',
  come: 'I will come',
  release: 'I do not need the appointment any more',
  releaseWhy:
    'Do you not need the appointment any more? Then cancel it here, and somebody else gets the time.',
  keptNotice: 'Thank you! We expect you.',
  releasedTitle: 'Your appointment is cancelled',
  releasedLead: 'Thank you for telling us. Somebody else can use the time now.',
  anew: 'Book a new appointment',
  move: 'Rather at another time? Move it with the appointment number and the key',
  pastTitle: 'This appointment is over',
  pastLead: 'It can no longer be changed.',
}

const einfach: LinkedTexts = {
  openTitle: 'Ihr Termin',
  openLead:
    'Hier können Sie Ihren Termin ansehen. Sie können ihn ändern oder absagen. Der Link geht ein Mal.',
  open: 'Termin öffnen',
  overTitle: 'Der Link geht nicht mehr',
  overLead:
    'Jeder Link geht nur ein Mal. Das ist sicherer für Sie. Ihr Termin bleibt. In der Nachricht stehen eine Nummer und ein Schlüssel. Damit geht es immer.',
  byKey: 'Mit Nummer und Schlüssel öffnen',
  comeTitle: 'Kommen Sie?',
  come: 'Ja, ich komme',
  release: 'Nein, ich brauche den Termin nicht',
  releaseWhy: 'Brauchen Sie den Termin nicht mehr? Dann sagen Sie es hier. Dann kann jemand anderes kommen.',
  keptNotice: 'Danke! Bis bald.',
  releasedTitle: 'Der Termin ist abgesagt',
  releasedLead: 'Danke! Jetzt kann jemand anderes kommen.',
  anew: 'Einen neuen Termin buchen',
  move: 'Wollen Sie eine andere Zeit? Dafür brauchen Sie Nummer und Schlüssel',
  pastTitle: 'Der Termin ist vorbei',
  pastLead: 'Sie können ihn nicht mehr ändern.',
}

export const linkedTexts: Record<PageLanguage, LinkedTexts> = { de, en, einfach }
