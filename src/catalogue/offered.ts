import type { Platform } from '../platform/context.ts'
import type { Live } from '../platform/live/live.ts'
import { GAP } from '../platform/live/live.ts'
import type { Service } from './model.ts'
import { search } from './search.ts'
import { buildIndex, type SearchIndex } from './searchIndex.ts'
import * as store from './store.ts'

interface Offered {
  services: readonly Service[]
  byId: ReadonlyMap<string, Service>
  index: SearchIndex
}

/** What each process has read, by its live channel and city. */
const kept = new WeakMap<Live, Map<string, Promise<Offered>>>()

const STALE = new Set(['service.changed', 'catalogue.imported', GAP])

/** What the city offers now, with its index; read again after each change, whichever process made it. */
function offeredIn(platform: Platform, cityId: string): Promise<Offered> {
  const cities = citiesOf(platform.live)
  const known = cities.get(cityId)
  if (known) return known
  // Kept before it is read: a change that comes in between throws it away again.
  const reading = read(platform, cityId)
  cities.set(cityId, reading)
  reading.catch(() => forget(platform, cityId))
  return reading
}

function citiesOf(live: Live): Map<string, Promise<Offered>> {
  const cities = kept.get(live) ?? new Map<string, Promise<Offered>>()
  kept.set(live, cities)
  return cities
}

const listening = new WeakMap<Live, Set<string>>()

async function read(platform: Platform, cityId: string): Promise<Offered> {
  const { live } = platform
  const heard = listening.get(live) ?? new Set<string>()
  listening.set(live, heard)
  if (!heard.has(cityId)) {
    heard.add(cityId)
    live.subscribe(cityId, ({ topic }) => {
      if (STALE.has(topic)) forget(platform, cityId)
    })
  }
  const services = (await store.listServices(platform.db, cityId, 'active')).map(({ service }) => service)
  const byId = new Map(services.map((service) => [service.id, service]))
  return { services, byId, index: buildIndex(services) }
}

/** For the process that made a change itself: it need not wait to be told. */
export function forget(platform: Platform, cityId: string): void {
  kept.get(platform.live)?.delete(cityId)
}

/** The services the city offers, in the order of its catalogue. */
export async function servicesOf(platform: Platform, cityId: string): Promise<readonly Service[]> {
  return (await offeredIn(platform, cityId)).services
}

/** A service the city offers; null when there is none with this id, or it is switched off. */
export async function serviceById(platform: Platform, cityId: string, id: string): Promise<Service | null> {
  return (await offeredIn(platform, cityId)).byId.get(id) ?? null
}

/** The services that fit what was typed so far, best first; none for an empty text. */
export async function searchServices(
  platform: Platform,
  cityId: string,
  query: string,
  limit: number,
): Promise<Service[]> {
  const { index } = await offeredIn(platform, cityId)
  return search(index, query, limit).map(({ service }) => service)
}
