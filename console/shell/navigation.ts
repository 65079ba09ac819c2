import type { Role } from '../../src/people/contract.ts'

interface NavigationItem {
  /** Without the console's base path. */
  to: string
  label: string
  roles: readonly Role[]
}

/** Who has a place at the telephone. */
export const DESK_ROLES: readonly Role[] = ['agent', 'clerk', 'report', 'lead']

/** Everybody but the provider's agents. */
export const CITY_STAFF: readonly Role[] = ['clerk', 'report', 'lead', 'admin']

/** Who reads the mailbox of the Bürgertelefon. */
export const MAIL_STAFF: readonly Role[] = ['report', 'lead', 'admin']

/** Every page of the navigation in its order; the first one that a role sees is its home. */
const items: readonly NavigationItem[] = [
  { to: '/uebersicht', label: 'Übersicht', roles: ['lead'] },
  { to: '/telefon', label: 'Telefon', roles: ['lead'] },
  { to: '/rueckrufe', label: 'Rückrufe', roles: ['clerk', 'report', 'lead'] },
  { to: '/arbeitsplatz', label: 'Arbeitsplatz', roles: DESK_ROLES },
  { to: '/verwaltung', label: 'Verwaltung', roles: ['admin'] },
  { to: '/meldungen', label: 'Meldungen', roles: CITY_STAFF },
  { to: '/e-mails', label: 'E-Mails', roles: MAIL_STAFF },
  { to: '/termine', label: 'Termine', roles: CITY_STAFF },
  { to: '/dienstplan', label: 'Dienstplan', roles: CITY_STAFF },
  { to: '/telefon', label: 'Telefon', roles: ['admin'] },
  { to: '/zahlen/rueckrufe', label: 'Zahlen', roles: ['lead', 'admin'] },
]

export const navigationOf = (role: Role): readonly NavigationItem[] =>
  items.filter((item) => item.roles.includes(role))

export const homeOf = (role: Role): string => navigationOf(role)[0]?.to ?? '/konto'
