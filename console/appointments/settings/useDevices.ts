import { useState } from 'react'
import type { SettingsView } from '../../../src/appointments/contract.ts'
import { numberOf } from './formNumbers.ts'

type Offices = SettingsView['offices']

/** A device while it is edited; `key` stays when others are added or removed, `kind` when it is renamed. */
export interface EditedDevice {
  key: number
  kind: string | undefined
  name: string
  units: string
}

/** The devices of an office as they are being typed, in the order in which they are sent and named in errors. */
export function useDevices(stored: Offices[number]['devices'], offices: Offices) {
  const [devices, setDevices] = useState<readonly EditedDevice[]>(() =>
    stored.map(({ units, ...device }, key) => ({ ...device, key, units: String(units) })),
  )
  const known = new Map(offices.flatMap((office) => office.devices).map(({ name, kind }) => [name, kind]))
  return {
    devices,
    /** What devices are called elsewhere in the city. */
    names: [...known.keys()],
    add: () =>
      setDevices((all) => [
        ...all,
        { key: Math.max(-1, ...all.map(({ key }) => key)) + 1, kind: undefined, name: '', units: '1' },
      ]),
    change: (key: number, part: Partial<Pick<EditedDevice, 'name' | 'units'>>) =>
      setDevices((all) => all.map((device) => (device.key === key ? { ...device, ...part } : device))),
    remove: (key: number) => setDevices((all) => all.filter((device) => device.key !== key)),
    /** A name that another office uses too means the same kind of device. */
    typed: () =>
      devices.map(({ kind, name, units }) => ({
        kind: kind ?? known.get(name.trim()),
        name,
        units: numberOf(units),
      })),
  }
}
