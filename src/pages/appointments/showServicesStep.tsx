import { forServices } from '../calling.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { type Booking, bookingOf } from './booking.ts'
import { ServicesPage } from './ServicesPage.tsx'
import { bookingTexts } from './texts.ts'

/** `GET /termin`: which services, for how many persons. */
export async function showServicesStep(visit: Visit): Promise<Response> {
  return renderServices(visit, await bookingOf(visit), false)
}

/** The first step again for whoever goes on without having chosen anything. */
export async function renderServices(visit: Visit, booking: Booking, goesOn: boolean): Promise<Response> {
  const { none } = bookingTexts[visit.frame.lang].services
  const cannot = booking.bookable.length === 0 || booking.refused.length > 0
  const calling = cannot ? forServices(await visit.calling()) : null
  const fails = goesOn && booking.refused.length === 0 && booking.bookable.length > 0
  const errors = fails ? [['leistung', none] as const] : []
  const page = <ServicesPage booking={booking} errors={errors} calling={calling} />
  return render(visit.c, page, 'general', fails ? 422 : 200)
}
