import { calendarHeaders, calendarOf } from '../../appointments/index.ts'
import type { Visit } from '../visit.ts'
import { openedOwn } from './own/openedOwn.ts'
import { showMissing, ticketOf } from './openHold.tsx'

/** `GET /termin/gebucht/kalender`: the calendar file of what this browser has just booked. */
export async function giveBookedCalendar(visit: Visit): Promise<Response> {
  const found = await ticketOf(visit)
  const reference = found?.own.reference
  if (!found || !reference) return showMissing(visit)
  return give(visit, reference, found.ticket.secret)
}

/** `GET /termin/mein/kalender`: that of the opened appointment, as it is now, also cancelled. */
export async function giveOwnCalendar(visit: Visit): Promise<Response> {
  const opened = await openedOwn(visit)
  if (opened instanceof Response) return opened
  return give(visit, opened.own.reference, opened.key.secret)
}

async function give({ c, ctx, frame, address, site }: Visit, reference: string, secret: string) {
  const file = await calendarOf(ctx, reference, { secret, address }, { site, lang: frame.lang })
  return c.body(file.text, 200, calendarHeaders(file))
}
