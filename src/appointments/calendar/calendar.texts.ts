import type { PageLanguage } from '../../platform/ui/language.ts'

interface CalendarTexts {
  /** Others look into calendars: only where, not what for. */
  summary: (office: string) => string
  number: (reference: string) => string
  /** 'Personalausweis: bitte mitbringen' */
  bring: (service: string) => string
  change: (url: string) => string
  cancelled: string
}

const de: CalendarTexts = {
  summary: (office) => `Termin: ${office}`,
  number: (reference) => `Terminnummer: ${reference}`,
  bring: (service) => `Bitte mitbringen für „${service}“:`,
  change: (url) => `Verschieben oder absagen mit Terminnummer und Schlüssel: ${url}`,
  cancelled: 'Dieser Termin ist abgesagt.',
}

const en: CalendarTexts = {
  summary: (office) => `Appointment: ${office}`,
  number: (reference) => `Appointment number: ${reference}`,
  bring: (service) => `Please bring for “${service}”:`,
  change: (url) => `Move or cancel it with the appointment number and the key: ${url}`,
  cancelled: 'This appointment is cancelled.',
}

const einfach: CalendarTexts = {
  summary: (office) => `Termin: ${office}`,
  number: (reference) => `Ihre Termin-Nummer: ${reference}`,
  bring: (service) => `Das bringen Sie mit für „${service}“:`,
  change: (url) =>
    `Wollen Sie den Termin ändern oder absagen? Dafür brauchen Sie Nummer und Schlüssel: ${url}`,
  cancelled: 'Der Termin ist abgesagt.',
}

export const calendarTexts: Record<PageLanguage, CalendarTexts> = { de, en, einfach }
