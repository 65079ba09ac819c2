import type { SettingsView } from '../../../src/appointments/contract.ts'

type Entry = SettingsView['catalogue'][number]
type Setting = SettingsView['services'][number]

export const VISITS = {
  required: 'immer',
  depends: 'in manchen Fällen',
  'not-required': 'nie',
} as const satisfies Record<Entry['needsVisit'], string>

/** A service of the catalogue with how it is booked; `setting` undefined: never set. */
export interface BookedService extends Entry {
  setting: Setting | undefined
  /** Names of the devices it needs. */
  devices: string[]
  /** Offices that give appointments and lack a device of it, with its names. */
  lacking: Lack[]
}

export interface Lack {
  office: string
  devices: string[]
}

/** What a visit may be needed for, and what is booked although it needs none. */
export function bookedServices(settings: SettingsView): BookedService[] {
  const set = new Map(settings.services.map((setting) => [setting.id, setting]))
  return settings.catalogue
    .filter(({ id, needsVisit }) => needsVisit !== 'not-required' || set.get(id)?.bookable)
    .map((entry) => bookedService(settings, entry))
}

export function bookedService(settings: SettingsView, entry: Entry): BookedService {
  const setting = settings.services.find(({ id }) => id === entry.id)
  const kinds = setting?.devices ?? []
  const names = deviceNames(settings)
  return {
    ...entry,
    setting,
    devices: kinds.map((kind) => names.get(kind) ?? kind),
    lacking: setting?.bookable ? lackingIn(settings, kinds) : [],
  }
}

/** Which offices lack which of these kinds of devices; there the service is never free. */
export function lackingIn(settings: SettingsView, kinds: readonly string[]): Lack[] {
  const names = deviceNames(settings)
  return settings.offices
    .filter(({ active }) => active)
    .map(({ name, devices }) => ({
      office: name,
      devices: kinds
        .filter((kind) => !devices.some((device) => device.kind === kind))
        .map((kind) => names.get(kind) ?? kind),
    }))
    .filter(({ devices }) => devices.length > 0)
}

/** Name of each kind of device in the city. */
export const deviceNames = ({ offices }: SettingsView): ReadonlyMap<string, string> =>
  new Map(offices.flatMap(({ devices }) => devices).map(({ kind, name }) => [kind, name]))
