import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import type { Booking } from './booking.ts'
import { freeDays } from './freeDays.ts'
import { type OfferedPlace, PlacesPage } from './PlacesPage.tsx'

/** The city's places with their earliest free times; who has the earliest comes first, who has none last. */
export async function renderPlaces(visit: Visit, booking: Booking): Promise<Response> {
  const found = await Promise.all(
    booking.places.map(async (place): Promise<OfferedPlace> => {
      const [day] = await freeDays(visit, booking.wishes, place.id)
      const time = day?.times[0]
      return { ...place, earliest: day && time !== undefined ? { date: day.date, time } : null }
    }),
  )
  const inOrder = found.toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1))
  return render(visit.c, <PlacesPage booking={booking} places={inOrder} />)
}

const momentOf = ({ earliest }: OfferedPlace): string =>
  earliest ? `${earliest.date}T${earliest.time}` : '~'
