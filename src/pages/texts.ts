import type { PageLanguage } from '../platform/ui/language.ts'

/** Words that more than one page says. */
interface SharedTexts {
  demo: (cityName: string) => string
  /** What a line is for. */
  purpose: { service: string; report: string }
  waiting: (count: number) => string
  /** How a link with a telephone number is named for those who cannot see that it is one. */
  callLink: (line: string, number: string) => string
  days: string
  /** A link to what an announcement is about. */
  more: string
  closed: string
  search: { label: string; hint: string; button: string; all: string }
}

export const sharedTexts: Record<PageLanguage, SharedTexts> = {
  de: {
    demo: (name) =>
      `Ein Beispiel, gemacht aus öffentlichen Berichten über ${name}. Kein Angebot dieser Stadt.`,
    purpose: {
      service: 'Ausweis, Anmeldung und alle anderen Leistungen',
      report: 'Beschwerden und Hinweise',
    },
    waiting: (count) => {
      if (count === 0) return 'Gerade wartet niemand.'
      return count === 1 ? 'Gerade wartet eine Person.' : `Gerade warten ${count} Personen.`
    },
    callLink: (line, number) => `${line} anrufen: ${number}`,
    more: 'Mehr dazu',
    days: 'Servicezeiten der nächsten sieben Tage',
    closed: 'geschlossen',
    search: {
      label: 'Was brauchen Sie?',
      hint: 'Zum Beispiel: Ausweis, Ummeldung, Führungszeugnis',
      button: 'Suchen',
      all: 'Alle Leistungen von A bis Z',
    },
  },
  en: {
    demo: (name) => `An example made from public reporting about ${name}. Not an offer of that city.`,
    purpose: {
      service: 'Identity cards, registration and all other services',
      report: 'Complaints and hints',
    },
    waiting: (count) => {
      if (count === 0) return 'Nobody is waiting right now.'
      return count === 1 ? 'One person is waiting right now.' : `${count} people are waiting right now.`
    },
    callLink: (line, number) => `Call ${line}: ${number}`,
    more: 'More about this',
    days: 'Service hours of the next seven days',
    closed: 'closed',
    search: {
      label: 'What do you need?',
      hint: 'For example: Ausweis, Ummeldung, Führungszeugnis. The names of the services are in German.',
      button: 'Search',
      all: 'All services from A to Z',
    },
  },
  einfach: {
    demo: (name) => `Das ist nur ein Beispiel. Die Stadt ${name} hat diese Seiten nicht gemacht.`,
    purpose: {
      service: 'Ausweis, Umzug und alles andere',
      report: 'Etwas ist kaputt? Sie ärgern sich über etwas?',
    },
    waiting: (count) => {
      if (count === 0) return 'Gerade wartet niemand.'
      return count === 1 ? 'Gerade wartet 1 Person.' : `Gerade warten ${count} Personen.`
    },
    callLink: (line, number) => `${line} anrufen: ${number}`,
    more: 'Mehr dazu',
    days: 'Wann ist offen? Die nächsten 7 Tage',
    closed: 'zu',
    search: {
      label: 'Was brauchen Sie?',
      hint: 'Zum Beispiel: Ausweis, Umzug, Hund',
      button: 'Suchen',
      all: 'Alles von A bis Z',
    },
  },
}
