import { announcementsOf, saysSomething } from '../../appointments/index.ts'
import { forServices } from '../calling.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { type Booking, bookingOf } from './booking.ts'
import { freeDays, pageOf } from './freeDays.ts'
import { renderPlaces } from './renderPlaces.tsx'
import { renderServices } from './showServicesStep.tsx'
import { TimesPage } from './TimesPage.tsx'

/** `GET /termin/zeit`: the free times from a day on. */
export async function showTimesStep(visit: Visit): Promise<Response> {
  const booking = await bookingOf(visit)
  const ab = visit.c.req.query('ab')
  return renderTimes(visit, booking, ab)
}

/** @param from 'YYYY-MM-DD' */
export async function renderTimes(visit: Visit, booking: Booking, from?: string): Promise<Response> {
  const { place, wishes } = booking
  if (booking.chosen.length === 0 || !place) return renderServices(visit, booking, true)
  if (!booking.placeIsChosen) return renderPlaces(visit, booking)
  const page = pageOf(await freeDays(visit, wishes, place.id), from)
  const calling = page.days.length === 0 ? forServices(await visit.calling()) : null
  const told = calling ? await announcementsOf(visit.platform, visit.city.id) : []
  const announced = told.some((one) => one.office.id === place.id && saysSomething(one))
  return render(visit.c, <TimesPage booking={booking} page={page} calling={calling} announced={announced} />)
}
