import { demandOf, officesOf, type ServiceWish } from '../../appointments/index.ts'
import { type Service, servicesOf } from '../../catalogue/index.ts'
import type { Frame } from '../../platform/ui/frame.ts'
import type { Visit } from '../visit.ts'
import { readWishes, wishText } from './wishes.ts'

export interface ChosenService {
  service: Service
  persons: number
  /** At the counter, for each person. */
  minutes: number
}

/** The place of appointments, as citizens are told. */
export interface Place {
  id: string
  name: string
  address: string
}

/** What somebody wants an appointment for, as the address says it. */
export interface Booking {
  /** The page's frame: the language switch keeps what was chosen. */
  frame: Frame
  /** Empty where the city gives no appointments on these pages. */
  places: readonly Place[]
  /** The place that was chosen, else the first. */
  place: Place | null
  /** Somebody chose it, or there is no other. */
  placeIsChosen: boolean
  /** Every service that can be booked, by name. */
  bookable: readonly Service[]
  chosen: readonly ChosenService[]
  /** What was asked for and cannot be booked, but the catalogue knows it. */
  refused: readonly Service[]
  wishes: readonly ServiceWish[]
  /** How long all of it takes; null while nothing is chosen. */
  minutes: number | null
  /** For links and hidden fields. */
  query: Readonly<Record<string, string>>
}

/** What the address of this page asks for. */
export async function bookingOf(visit: Visit): Promise<Booking> {
  const { c } = visit
  const { leistung = [], personen = [], ohne = [] } = c.req.queries()
  const wishes = readWishes(leistung, personen).filter(({ id }) => !ohne.includes(id))
  return bookingFor(visit, wishes, c.req.query('buero'))
}

export async function bookingFor(
  visit: Visit,
  wished: readonly ServiceWish[],
  placeId?: string,
): Promise<Booking> {
  const { platform, city, frame } = visit
  const offices = await officesOf(platform, city.id)
  const settings = offices.find(({ office }) => office.id === placeId) ?? offices[0]
  const catalogue = new Map((await servicesOf(platform, city.id)).map((service) => [service.id, service]))
  const isBookable = (id: string): boolean => settings?.services.has(id) ?? false
  const wishes = wished.filter(({ id }) => isBookable(id) && catalogue.has(id))
  const demand = settings ? demandOf(wishes, settings.services) : null
  const places = offices.map(({ office: { id, name, address } }) => ({ id, name, address }))
  const place = places.find(({ id }) => id === settings?.office.id) ?? null
  const asked = places.find(({ id }) => id === placeId) ?? null
  const query = queryOf(wishes, places.length > 1 ? asked : null)
  const servicesWhere = (ids: readonly string[]) => ids.flatMap((id) => catalogue.get(id) ?? [])
  return {
    frame: { ...frame, here: { ...frame.here, query } },
    places,
    place,
    placeIsChosen: asked !== null || places.length === 1,
    bookable: [...catalogue.values()].filter(({ id }) => isBookable(id)),
    chosen: wishes.flatMap(({ id, persons }) => {
      const minutes = settings?.services.get(id)?.minutes ?? 0
      return servicesWhere([id]).map((service) => ({ service, persons, minutes }))
    }),
    refused: servicesWhere(wished.map(({ id }) => id).filter((id) => !isBookable(id))),
    wishes,
    minutes: demand?.ok ? demand.value.minutes : null,
    query,
  }
}

function queryOf(wishes: readonly ServiceWish[], place: Place | null): Record<string, string> {
  const leistung = wishText(wishes)
  return { ...(leistung ? { leistung } : {}), ...(place ? { buero: place.id } : {}) }
}
