import type { Way } from './contract.ts'
import type { Service } from './model.ts'

export type { Way }

/** What is known of the matter. */
export interface Matter {
  /** Whether something must be shown, fetched or signed; null when nobody asked yet. */
  shows: boolean | null
  /** Names of the departments that take complaints and hints. */
  reportDepartments: readonly string[]
}

const WAYS = { 'in-person': 'come', phone: 'call', email: 'email', online: 'online' } as const

/**
 * The one way that a service of the catalogue leads to; `ask` where it depends on the single matter, and one more question decides.
 */
export function wayOf(
  { channel, responsible, department }: Pick<Service, 'channel' | 'responsible' | 'department'>,
  { shows, reportDepartments }: Matter,
): Way | 'ask' {
  if (responsible === 'other') return 'elsewhere'
  if (reportDepartments.includes(department)) return 'report'
  if (channel !== 'mixed') return WAYS[channel]
  if (shows === null) return 'ask'
  return shows ? 'come' : 'call'
}

/** What a catalogue is about, by department in alphabetical order, each with its services. */
export function areasOf(services: readonly Service[]): { name: string; services: readonly Service[] }[] {
  const names = [...new Set(services.map(({ department }) => department))].toSorted((one, other) =>
    one.localeCompare(other, 'de'),
  )
  return names.map((name) => ({
    name,
    services: services
      .filter(({ department }) => department === name)
      .toSorted((one, other) => one.name.localeCompare(other.name, 'de')),
  }))
}
