import { saveOffice, saveServiceSetting, saveShift } from '../appointments/index.ts'
import type { ShiftInput } from '../appointments/contract.ts'
import { type Service, servicesOf } from '../catalogue/index.ts'
import type { StaffContext } from '../platform/context.ts'
import { minuteOfDay } from '../shared/serviceWeek.ts'
import { demoWeek } from './demoCity.ts'

/** The demo's office: counters, staff, device and minutes are examples, as the service hours are. */
const demoOffice = {
  id: 'buergerbuero',
  name: 'Bürgerbüro (Demo)',
  address: 'Beispielstraße 1, 44532 Lünen',
  counters: 6,
  gridMinutes: 15,
  bookAheadDays: 60,
  active: true,
  devices: [{ kind: 'fingerprint', name: 'Fingerabdruck-Scanner', units: 1 }],
} as const

/** Services that take fingerprints; provisional documents take none. */
const FINGERPRINTS = ['personalausweis', 'reisepass', 'reisepass-zweiter']
/** What somebody who is still learning does alone. */
const SIMPLE = ['ausweis-abholen', 'eid-pin', 'adresse-im-ausweis', 'beglaubigung-kopie']

/** Opens the Bürgerbüro: staff in the demo's service hours, and every service that needs a visit. @returns its id */
export async function openOffice(admin: StaffContext, today: string): Promise<string> {
  const services = await servicesOf(admin, admin.cityId)
  const { id, devices, ...office } = demoOffice
  await saveOffice(admin, id, { ...office, devices: [...devices], acceptConflicts: false })
  for (const { service, bookable } of bookings(services))
    await saveServiceSetting(admin, service.id, {
      setupMinutes: 0,
      minutes: service.minutes,
      devices: FINGERPRINTS.includes(service.id) ? ['fingerprint'] : [],
      bookable,
    })
  for (const shift of shifts(today)) await saveShift(admin, id, null, shift)
  return id
}

/** The demo has no office for the services of other departments, so they cannot be booked yet. */
const bookings = (services: readonly Service[]) =>
  services
    .filter(({ channel }) => channel === 'in-person')
    .map((service) => ({
      service,
      bookable: service.department === 'Bürgerbüro' && service.responsible === 'city',
    }))

/** Staff for all services and somebody who is learning, in the service hours from `today` on. */
const shifts = (today: string): ShiftInput[] => [
  ...weekly({ label: 'Team', people: 5, skills: null }, today),
  ...weekly({ label: 'Einarbeitung', people: 1, skills: SIMPLE }, today),
]

function weekly(staff: Pick<ShiftInput, 'label' | 'people' | 'skills'>, from: string): ShiftInput[] {
  return sameHours().map(({ weekdays, openings }) => {
    const label = `${staff.label} ${weekdays.map((day) => SHORT[day - 1]).join(', ')}`
    const pattern = { kind: 'weekly' as const, weekdays, everyWeeks: 1, from, until: null }
    return { ...staff, label, pattern, ...asShift(openings), acceptConflicts: false }
  })
}

const SHORT = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']

interface Hours {
  weekdays: number[]
  openings: { from: number; to: number }[]
}

/** Weekdays with the same openings together. */
function sameHours(): Hours[] {
  const found = new Map<string, Hours>()
  for (const weekday of new Set(demoWeek.map((opening) => opening.weekday))) {
    const openings = demoWeek
      .filter((opening) => opening.weekday === weekday)
      .map(({ opens, closes }) => ({ from: minuteOfDay(opens) ?? 0, to: minuteOfDay(closes) ?? 0 }))
    const key = JSON.stringify(openings)
    const hours = found.get(key) ?? { weekdays: [], openings }
    hours.weekdays.push(weekday)
    found.set(key, hours)
  }
  return [...found.values()]
}

/** What is closed between two openings is a break. */
const asShift = (openings: Hours['openings']) => ({
  opens: openings[0]?.from ?? 0,
  closes: openings.at(-1)?.to ?? 0,
  breaks: openings.slice(1).map(({ from }, place) => ({ from: openings[place]?.to ?? 0, to: from })),
})
