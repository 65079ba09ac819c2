import { holdAppointment } from '../../appointments/index.ts'
import { linkTo } from '../../platform/ui/frame.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { type Booking, bookingFor } from './booking.ts'
import { keepTicket, newHolder, readDraft, readTicket } from './keep.ts'
import { isComplete } from './details.ts'
import { offersIn } from './offers.ts'
import { readForm } from '../readForm.ts'
import { renderServices } from './showServicesStep.tsx'
import { renderTimes } from './showTimesStep.tsx'
import { TakenPage } from './TakenPage.tsx'
import { instantOfWall } from './when.ts'
import { readWishes } from './wishes.ts'

/** `POST /termin/zeit`: holds the time and goes on; a time that is gone is answered with others. */
export async function takeTime(visit: Visit): Promise<Response> {
  const { c, city } = visit
  const form = await readForm(c)
  const booking = await bookingFor(visit, readWishes([form('leistung')], []), form('buero'))
  if (booking.chosen.length === 0 || !booking.place) return renderServices(visit, booking, true)
  const start = instantOfWall(form('start'), city.timeZone)
  if (start === null || !booking.placeIsChosen) return renderTimes(visit, booking)
  return hold(visit, booking, booking.place.id, start)
}

async function hold(visit: Visit, booking: Booking, office: string, start: number): Promise<Response> {
  const { c, ctx, frame, tls } = visit
  const holder = readTicket(c)?.holder ?? newHolder()
  try {
    const { id, secret } = await holdAppointment(ctx, {
      services: booking.wishes,
      start,
      office,
      holder,
      idempotencyKey: null,
    })
    keepTicket(c, tls, { holder, id, secret })
  } catch (error) {
    const offers = offersIn(error)
    if (offers === null) throw error
    const page = <TakenPage booking={booking} timeZone={visit.city.timeZone} start={start} offers={offers} />
    return render(c, page, 'personal', 409)
  }
  // Who was here already and only changes the time need not type anything again.
  const next = isComplete(readDraft(c)) ? '/termin/pruefen' : '/termin/angaben'
  return c.redirect(linkTo(frame, next), 303)
}
