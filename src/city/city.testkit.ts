import type { Platform } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import type { Land } from '../shared/laender.ts'
import * as store from './store.ts'

export interface GivenCity {
  cityId: string
  providerId: string
  /** Ids; their names are 'Telefon-Service', 'Bürgerbüro', 'Bürgertelefon'. */
  teams: { serviceDesk: string; office: string; reports: string }
  /** Both answered by the service desk; callbacks by the office and by the report team. */
  lines: { service: GivenLine; report: GivenLine }
}

export interface GivenLine {
  id: string
  number: string
  name: string
}

export interface CityOverrides {
  id?: string
  name?: string
  land?: Land
  casePrefix?: string
  demo?: boolean
  hostnames?: string[]
  /** Of office and report team. */
  callbacksPerHour?: { office?: number; reports?: number }
  /** Minutes since midnight. */
  week?: readonly { weekday: number; opens: number; closes: number }[]
  closures?: readonly { date: string; reason: string }[]
}

const MORNING = { opens: 480, closes: 750 }
const AFTERNOON = { opens: 810, closes: 960 }

/** Mon to Wed 8:00-12:30 and 13:30-16:00, Thu 9:00-12:30 and 13:30-18:00, Fri 8:00-12:30. */
export const TEST_WEEK = [
  ...[1, 2, 3].flatMap((weekday) => [
    { weekday, ...MORNING },
    { weekday, ...AFTERNOON },
  ]),
  { weekday: 4, opens: 540, closes: 750 },
  { weekday: 4, opens: 810, closes: 1080 },
  { weekday: 5, ...MORNING },
]

let made = 0

/** A city with hours, a provider, three teams and two lines; each call makes another one. */
export async function givenCity(platform: Platform, overrides: CityOverrides = {}): Promise<GivenCity> {
  const nth = ++made
  const cityId = overrides.id ?? `stadt-${nth}`
  const { db } = platform
  await store.insertCity(db, {
    id: cityId,
    name: overrides.name ?? 'Musterstadt',
    title: `Stadt ${overrides.name ?? 'Musterstadt'}`,
    land: overrides.land ?? 'NW',
    area_code: '02306',
    case_prefix: overrides.casePrefix ?? prefix(nth),
    hostnames: overrides.hostnames ?? [],
    demo: overrides.demo ?? false,
    created_at: platform.clock.now(),
  })
  await store.replaceHours(db, cityId, overrides.week ?? TEST_WEEK)
  for (const closure of overrides.closures ?? [])
    await store.insertClosure(db, { city_id: cityId, ...closure })
  const providerId = newId()
  await store.insertProvider(db, {
    city_id: cityId,
    id: providerId,
    name: 'Beispiel-Telefonservice GmbH',
    contract_on: '2026-08-01',
  })
  const teams = await givenTeams(platform, cityId, providerId, overrides)
  const lines = await givenLines(platform, cityId, teams, nth)
  return { cityId, providerId, teams, lines }
}

async function givenTeams(
  platform: Platform,
  cityId: string,
  providerId: string,
  { callbacksPerHour = {} }: CityOverrides,
): Promise<GivenCity['teams']> {
  const teams = { serviceDesk: newId(), office: newId(), reports: newId() }
  const rows = [
    { id: teams.serviceDesk, name: 'Telefon-Service', kind: 'service-desk', callbacks_per_hour: 0 },
    {
      id: teams.office,
      name: 'Bürgerbüro',
      kind: 'office',
      callbacks_per_hour: callbacksPerHour.office ?? 6,
    },
    {
      id: teams.reports,
      name: 'Bürgertelefon',
      kind: 'reports',
      callbacks_per_hour: callbacksPerHour.reports ?? 4,
    },
  ] as const
  for (const row of rows) {
    const provider_id = row.kind === 'service-desk' ? providerId : null
    await store.insertTeam(platform.db, { city_id: cityId, provider_id, ...row })
  }
  return teams
}

async function givenLines(
  platform: Platform,
  cityId: string,
  teams: GivenCity['teams'],
  nth: number,
): Promise<GivenCity['lines']> {
  const base = 1_042_000 + nth * 100
  const service = { id: newId(), number: `+492306${base + 30}`, name: 'Bürgerbüro' }
  const report = { id: newId(), number: `+492306${base + 20}`, name: 'Bürgertelefon' }
  const shared = { city_id: cityId, answering_team_id: teams.serviceDesk }
  await store.insertLine(platform.db, {
    ...shared,
    ...service,
    purpose: 'service',
    greeting: 'Guten Tag, Bürgerbüro, was kann ich für Sie tun?',
    callback_team_id: teams.office,
  })
  await store.insertLine(platform.db, {
    ...shared,
    ...report,
    purpose: 'report',
    greeting: 'Guten Tag, Bürgertelefon, was möchten Sie melden?',
    callback_team_id: teams.reports,
  })
  return { service, report }
}

/** 1 is 'AAB', 2 is 'AAC', … */
const prefix = (n: number): string =>
  [676, 26, 1].map((place) => String.fromCharCode(65 + (Math.floor(n / place) % 26))).join('')
