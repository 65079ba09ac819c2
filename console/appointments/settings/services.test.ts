import { expect, test } from 'vitest'
import type { SettingsView } from '../../../src/appointments/contract.ts'
import { bookedServices, lackingIn } from './services.ts'

const office = (name: string, kinds: readonly string[], active = true): SettingsView['offices'][number] => ({
  id: name,
  name,
  address: 'Beispielstraße 1',
  counters: 2,
  gridMinutes: 15,
  bookAheadDays: 60,
  active,
  devices: kinds.map((kind) => ({ kind, name: `Gerät ${kind}`, units: 1 })),
  shifts: [],
  exceptions: [],
})
const entry = (
  id: string,
  needsVisit: SettingsView['catalogue'][number]['needsVisit'],
): SettingsView['catalogue'][number] => ({ id, name: id, department: 'Bürgerbüro', minutes: 10, needsVisit })
const settings: SettingsView = {
  offices: [office('Mitte', ['scanner']), office('Nord', []), office('Zu', [], false)],
  services: [{ id: 'pass', setupMinutes: 0, minutes: 15, devices: ['scanner', 'printer'], bookable: true }],
  catalogue: [entry('pass', 'required'), entry('melden', 'depends'), entry('anrufen', 'not-required')],
}

test('given a device that an office lacks, says which office and which device; a closed office lacks nothing', () => {
  expect(lackingIn(settings, ['scanner', 'printer'])).toEqual([
    { office: 'Mitte', devices: ['printer'] },
    { office: 'Nord', devices: ['Gerät scanner', 'printer'] },
  ])
  expect(lackingIn(settings, [])).toEqual([])
})

test('given a service for which nobody has to come, it is not in the list; one that depends on the case is', () => {
  expect(bookedServices(settings).map(({ id, setting }) => [id, setting?.bookable])).toEqual([
    ['pass', true],
    ['melden', undefined],
  ])
})
