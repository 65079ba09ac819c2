import type { Role } from '../../src/people/contract.ts'
import type { LinkProps } from '@tanstack/react-router'

interface AppointmentPage {
  to: NonNullable<LinkProps['to']>
  label: string
  roles: readonly Role[]
}

/** Every page of the section in its order; the first one that a role sees is its home. */
const pages: readonly AppointmentPage[] = [
  { to: '/termine/tag', label: 'Tag', roles: ['clerk', 'lead'] },
  { to: '/termine/klaeren', label: 'Zu klären', roles: ['clerk', 'lead'] },
  { to: '/termine/zahlen', label: 'Zahlen', roles: ['clerk', 'lead'] },
  { to: '/termine/bueros', label: 'Büros und Dienste', roles: ['clerk', 'report', 'lead', 'admin'] },
  { to: '/termine/freigaben', label: 'Freischaltungen', roles: ['lead', 'admin'] },
  { to: '/termine/leistungen', label: 'Leistungen', roles: ['lead', 'admin'] },
  { to: '/termine/nachrichten', label: 'Nachrichten', roles: ['admin'] },
  { to: '/termine/warum', label: 'Warum nicht frei?', roles: ['clerk', 'report', 'lead', 'admin'] },
]

export const appointmentPagesOf = (role: Role): readonly AppointmentPage[] =>
  pages.filter(({ roles }) => roles.includes(role))
