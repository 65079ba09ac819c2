import { linkTo } from '../../platform/ui/frame.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { bookingFor } from './booking.ts'
import { DonePage } from './DonePage.tsx'
import { showMissing, ticketOf } from './openHold.tsx'
import { spokenMoment } from './when.ts'

/** `GET /termin/gebucht`: what this browser has booked, with its key, as long as the browser keeps it (half an hour). */
export async function showDone(visit: Visit): Promise<Response> {
  const { c, city, frame } = visit
  const found = await ticketOf(visit)
  if (found?.own.state === 'held' && found.own.awaits)
    return c.redirect(linkTo(frame, '/termin/bestaetigen'), 303)
  const reference = found?.own.reference
  if (!found || !reference || found.own.state !== 'booked') return showMissing(visit)
  const { ticket, own } = found
  const booking = await bookingFor(visit, own.services, own.officeId)
  const when = spokenMoment(own.start, city.timeZone, frame.lang)
  const page = (
    <DonePage booking={{ ...booking, frame }} when={when} reference={reference} secret={ticket.secret} />
  )
  return render(c, page, 'personal')
}
