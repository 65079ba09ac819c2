import type { PageLanguage } from '../platform/ui/language.ts'

interface DayTexts {
  weekdays: readonly string[]
  months: readonly string[]
  /** By days from today. */
  near: readonly string[]
  onDay: (day: string) => string
  long: (weekday: string, day: number, month: string) => string
}

interface OpeningTexts {
  open: string
  openUntil: (clock: string) => string
  closed: string
  closedUntil: (day: string, clock: string) => string
  fromTo: (from: string, to: string) => string
  /** One line against the service hours, until this clock time today; null: until further notice. */
  decided: Record<'open' | 'closed', (until: string | null) => string>
}

const germanDays: DayTexts = {
  weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  near: ['heute', 'morgen'],
  onDay: (day) => `am ${day}`,
  long: (weekday, day, month) => `${weekday}, ${day}. ${month}`,
}

export const dayTexts: Record<PageLanguage, DayTexts> = {
  de: germanDays,
  einfach: germanDays,
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    months: 'January February March April May June July August September October November December'.split(
      ' ',
    ),
    near: ['today', 'tomorrow'],
    onDay: (day) => `on ${day}`,
    long: (weekday, day, month) => `${weekday} ${day} ${month}`,
  },
}

export const openingTexts: Record<PageLanguage, OpeningTexts> = {
  de: {
    open: 'Jetzt offen',
    openUntil: (clock) => `Jetzt offen, heute bis ${clock} Uhr`,
    closed: 'Bis auf Weiteres geschlossen',
    closedUntil: (day, clock) => `Geschlossen, wieder ${day} ab ${clock} Uhr`,
    fromTo: (from, to) => `${from} bis ${to} Uhr`,
    decided: {
      open: (until) => (until === null ? 'Bis auf Weiteres offen' : `Heute bis ${until} Uhr offen`),
      closed: (until) =>
        until === null ? 'Bis auf Weiteres geschlossen' : `Heute bis ${until} Uhr geschlossen`,
    },
  },
  en: {
    open: 'Open now',
    openUntil: (clock) => `Open now, until ${clock} today`,
    closed: 'Closed until further notice',
    closedUntil: (day, clock) => `Closed, opens again ${day} at ${clock}`,
    fromTo: (from, to) => `${from} to ${to}`,
    decided: {
      open: (until) => (until === null ? 'Open until further notice' : `Open until ${until} today`),
      closed: (until) => (until === null ? 'Closed until further notice' : `Closed until ${until} today`),
    },
  },
  einfach: {
    open: 'Jetzt offen',
    openUntil: (clock) => `Jetzt offen. Heute bis ${clock} Uhr.`,
    closed: 'Wir haben im Moment zu.',
    closedUntil: (day, clock) => `Jetzt zu. Wieder offen: ${day} ab ${clock} Uhr.`,
    fromTo: (from, to) => `${from} bis ${to} Uhr`,
    decided: {
      open: (until) => (until === null ? 'Jetzt offen' : `Heute bis ${until} Uhr offen`),
      closed: (until) => (until === null ? 'Im Moment zu' : `Heute bis ${until} Uhr zu`),
    },
  },
}
