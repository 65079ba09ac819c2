import { officesOf } from '../../appointments/index.ts'
import { type Service, servicesOf } from '../../catalogue/index.ts'
import { nameOf } from '../services/nameOf.ts'
import type { Visit } from '../visit.ts'
import { freeDays } from './freeDays.ts'
import { shortMoment } from './when.ts'

/** Looked through first: everybody opens the start page. */
const NEAR_MS = 14 * 86_400_000

export interface Next {
  /** 'YYYY-MM-DD' */
  date: string
  /** 'HH:MM' as the clock in the city shows it. */
  time: string
  service: Service
  /** The office's name. */
  place: string
}

/** The earliest free appointment of one office; null for none. */
export interface OfficeNext {
  id: string
  name: string
  next: Next | null
}

/** As the start page says it; `place` null where the city has only one. */
export interface NextShown {
  when: string
  service: string
  place: string | null
}

/**
 * The earliest free appointment of any service anywhere in the city, with the service it is for, because another one
 * may have to wait longer. null where nothing can be booked on these pages; `next` null when nothing is free.
 */
export async function nextAppointment(visit: Visit): Promise<{ next: NextShown | null } | null> {
  const { platform, city, frame } = visit
  const offices = await officesOf(platform, city.id)
  if (offices.every(({ services }) => services.size === 0)) return null
  const all = await servicesOf(platform, city.id)
  const near = nearDate(visit)
  const next = (await earliest(visit, offices, all, near)) ?? (await earliest(visit, offices, all))
  if (!next) return { next: null }
  const when = shortMoment(next.date, next.time, frame.lang)
  const place = offices.length > 1 ? next.place : null
  return { next: { when, service: nameOf(next.service, frame.lang), place } }
}

/** The earliest free appointment of each office, as above; null where nothing can be booked on these pages. */
export async function nextByOffice(visit: Visit): Promise<OfficeNext[] | null> {
  const { platform, city } = visit
  const bookable = (await officesOf(platform, city.id)).filter(({ services }) => services.size > 0)
  if (bookable.length === 0) return null
  const all = await servicesOf(platform, city.id)
  const near = nearDate(visit)
  return Promise.all(
    bookable.map(async (one) => ({
      id: one.office.id,
      name: one.office.name,
      next: (await earliest(visit, [one], all, near)) ?? (await earliest(visit, [one], all)),
    })),
  )
}

const nearDate = ({ platform }: Visit): string =>
  new Date(platform.clock.now().getTime() + NEAR_MS).toISOString().slice(0, 10)

type Offices = Awaited<ReturnType<typeof officesOf>>

/** Until a date; without one as far ahead as there are appointments. */
async function earliest(
  visit: Visit,
  offices: Offices,
  all: readonly Service[],
  to?: string,
): Promise<Next | null> {
  const found = await Promise.all(
    offices.flatMap(({ office, services }) =>
      all.filter(({ id }) => services.has(id)).map((service) => earliestOf(visit, service, office, to)),
    ),
  )
  return found.filter((one) => one !== null).toSorted(byMoment)[0] ?? null
}

async function earliestOf(
  visit: Visit,
  service: Service,
  { id, name }: { id: string; name: string },
  to?: string,
): Promise<Next | null> {
  const [day] = await freeDays(visit, [{ id: service.id, persons: 1 }], id, to)
  const time = day?.times[0]
  return day && time !== undefined ? { date: day.date, time, service, place: name } : null
}

/** The longest of those that begin at the same moment stands for most wishes. */
const byMoment = (a: Next, b: Next): number =>
  `${a.date}T${a.time}`.localeCompare(`${b.date}T${b.time}`) || b.service.minutes - a.service.minutes
