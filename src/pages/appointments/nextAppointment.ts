import { officesOf } from '../../appointments/index.ts'
import { type Service, servicesOf } from '../../catalogue/index.ts'
import { nameOf } from '../services/nameOf.ts'
import type { Visit } from '../visit.ts'
import { freeDays } from './freeDays.ts'
import { shortMoment } from './when.ts'

/** Looked through first: everybody opens the start page. */
const NEAR_MS = 14 * 86_400_000

interface Next {
  date: string
  time: string
  service: Service
}

/**
 * The earliest free appointment of any service at the city's first office, with the service it is for, because another one
 * may have to wait longer. null where nothing can be booked on these pages; `next` null when nothing is free.
 */
export async function nextAppointment(
  visit: Visit,
): Promise<{ next: { when: string; service: string } | null } | null> {
  const { platform, city, frame } = visit
  const [first] = await officesOf(platform, city.id)
  if (!first || first.services.size === 0) return null
  const bookable = (await servicesOf(platform, city.id)).filter(({ id }) => first.services.has(id))
  const near = new Date(platform.clock.now().getTime() + NEAR_MS).toISOString().slice(0, 10)
  const office = first.office.id
  const next = (await earliest(visit, bookable, office, near)) ?? (await earliest(visit, bookable, office))
  if (!next) return { next: null }
  const when = shortMoment(next.date, next.time, frame.lang)
  return { next: { when, service: nameOf(next.service, frame.lang) } }
}

/** Until a date; without one as far ahead as there are appointments. */
async function earliest(
  visit: Visit,
  services: readonly Service[],
  office: string,
  to?: string,
): Promise<Next | null> {
  const found = await Promise.all(services.map((service) => earliestOf(visit, service, office, to)))
  return found.filter((one) => one !== null).toSorted(byMoment)[0] ?? null
}

async function earliestOf(visit: Visit, service: Service, office: string, to?: string): Promise<Next | null> {
  const [day] = await freeDays(visit, [{ id: service.id, persons: 1 }], office, to)
  const time = day?.times[0]
  return day && time !== undefined ? { date: day.date, time, service } : null
}

/** The longest of those that begin at the same moment stands for most wishes. */
const byMoment = (a: Next, b: Next): number =>
  `${a.date}T${a.time}`.localeCompare(`${b.date}T${b.time}`) || b.service.minutes - a.service.minutes
