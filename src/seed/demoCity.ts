import type { OpeningView } from '../city/contract.ts'

/** The demo city: made from public reporting, not an offer of that city. Hours and capacities are examples. */
export const demoCity = {
  id: 'luenen',
  name: 'Lünen',
  title: 'Stadt Lünen',
  land: 'NW',
  areaCode: '02306',
  casePrefix: 'LU',
  hostnames: [],
  demo: true,
} as const

export const demoProvider = {
  name: 'Beispiel-Telefonservice GmbH (Demo)',
  contractOn: '2026-08-03',
} as const

const morning = { opens: '08:00', closes: '12:30' }
const afternoon = { opens: '13:30', closes: '16:00' }

export const demoWeek: readonly OpeningView[] = [
  ...[1, 2, 3].flatMap((weekday) => [
    { weekday, ...morning },
    { weekday, ...afternoon },
  ]),
  { weekday: 4, opens: '09:00', closes: '12:30' },
  { weekday: 4, opens: '13:30', closes: '18:00' },
  { weekday: 5, ...morning },
]

export const demoTeams = {
  serviceDesk: { name: 'Telefon-Service', kind: 'service-desk', callbacksPerHour: 0 },
  office: { name: 'Bürgerbüro', kind: 'office', callbacksPerHour: 6 },
  reports: { name: 'Bürgertelefon', kind: 'reports', callbacksPerHour: 4 },
} as const

export type DemoTeam = keyof typeof demoTeams

/** The numbers are those the city published; the demo is connected to no telephone network. */
export const demoLines = [
  {
    number: '02306 104 20 30',
    name: 'Bürgerbüro',
    purpose: 'service',
    greeting: 'Guten Tag, Bürgerbüro der Stadt Lünen, Sie sprechen mit … Was kann ich für Sie tun?',
    callbacks: 'office',
  },
  {
    number: '02306 104 20 20',
    name: 'Bürgertelefon',
    purpose: 'report',
    greeting: 'Guten Tag, Bürgertelefon der Stadt Lünen, Sie sprechen mit … Was möchten Sie uns melden?',
    callbacks: 'reports',
  },
] as const

/** The first is made with the city; everybody is invented. */
export const demoAdministrator = { login: 'admin', role: 'admin', name: 'Alex Verwaltung' } as const

export const demoAccounts = [
  { login: 'agentin', role: 'agent', name: 'Aylin Probe', teams: ['serviceDesk'] },
  { login: 'agent2', role: 'agent', name: 'Bernd Probe', teams: ['serviceDesk'] },
  { login: 'sachbearbeitung', role: 'clerk', name: 'Carla Probe', teams: ['office'] },
  { login: 'sachbearbeitung2', role: 'clerk', name: 'Deniz Probe', teams: ['office'] },
  { login: 'buergertelefon', role: 'report', name: 'Emil Probe', teams: ['reports'] },
  { login: 'leitung', role: 'lead', name: 'Frauke Probe', teams: ['serviceDesk', 'office', 'reports'] },
] as const

export const demoSources = [
  { kind: 'generic', name: 'Demo-Telefonanlage' },
  { kind: 'sipgate', name: 'Demo sipgate' },
] as const
