import { offersInstead, type OwnAppointment, readOwn } from '../../appointments/index.ts'
import { Problem } from '../../platform/problems.ts'
import { linkTo } from '../../platform/ui/frame.ts'
import { forServices } from '../calling.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { type Booking, bookingFor } from './booking.ts'
import { ExpiredPage } from './ExpiredPage.tsx'
import { freeDays } from './freeDays.ts'
import { isComplete } from './details.ts'
import { readDraft, readTicket, type Ticket } from './keep.ts'
import { MissingPage } from './MissingPage.tsx'
import { wallOf } from './when.ts'

/** The time that this browser holds, with what it is for. */
export interface OpenHold {
  ticket: Ticket
  own: OwnAppointment & { expiresAt: Date }
  booking: Booking
}

/** The hold of this browser; where there is none any more, the page that says so and leads on. */
export async function openHold(visit: Visit): Promise<OpenHold | Response> {
  const found = await ticketOf(visit)
  if (!found) return showMissing(visit)
  const { ticket, own } = found
  if (own.reference) return visit.c.redirect(linkTo(visit.frame, '/termin/gebucht'), 303)
  const { expiresAt } = own
  if (own.state !== 'held' || !expiresAt) return showExpired(visit)
  const booking = await bookingFor(visit, own.services, own.officeId)
  return { ticket, own: { ...own, expiresAt }, booking }
}

/** What this browser's ticket stands for; null without one, or with one that fits nothing. */
export async function ticketOf({
  c,
  ctx,
  address,
}: Visit): Promise<{ ticket: Ticket; own: OwnAppointment } | null> {
  const ticket = readTicket(c)
  if (!ticket) return null
  try {
    return { ticket, own: await readOwn(ctx, ticket.id, { secret: ticket.secret, address }) }
  } catch (error) {
    if (error instanceof Problem && [404, 429].includes(error.status)) return null
    throw error
  }
}

export async function showMissing(visit: Visit): Promise<Response> {
  const calling = forServices(await visit.calling())
  return render(visit.c, <MissingPage frame={visit.frame} calling={calling} />, 'personal', 404)
}

/** The time was given back. What was typed stays, and the next best times are one click away. */
export async function showExpired(visit: Visit): Promise<Response> {
  const { c, ctx, address, city } = visit
  const found = await ticketOf(visit)
  if (!found) return showMissing(visit)
  const { ticket, own } = found
  const booking = await bookingFor(visit, own.services, own.officeId)
  const isSameFree = await isFree(visit, booking, own.start)
  const offers = await offersInstead(ctx, ticket.id, { secret: ticket.secret, address })
  const page = (
    <ExpiredPage
      booking={booking}
      timeZone={city.timeZone}
      same={isSameFree ? own.start : null}
      offers={offers.map(({ start }) => Date.parse(start))}
      isKept={isComplete(readDraft(c))}
    />
  )
  return render(c, page, 'personal', 409)
}

async function isFree(visit: Visit, { wishes, place }: Booking, start: number): Promise<boolean> {
  if (!place || wishes.length === 0) return false
  const [date, time] = wallOf(start, visit.city.timeZone).split('T')
  const days = await freeDays(visit, wishes, place.id)
  return days.some((day) => day.date === date && day.times.some((one) => one === time))
}
