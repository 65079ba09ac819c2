import type { PageLanguage } from '../../../platform/ui/language.ts'

/** Words of the pages behind the links of messages. */
interface LinkedTexts {
  openTitle: string
  openLead: string
  open: string
  overTitle: string
  overLead: string
  byKey: string
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
}

export const linkedTexts: Record<PageLanguage, LinkedTexts> = { de, en, einfach }
