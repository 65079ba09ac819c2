import { type OwnAppointment, readOwn } from '../../../appointments/index.ts'
import { Problem } from '../../../platform/problems.ts'
import type { AppointmentReference } from '../../../shared/appointmentReference.ts'
import type { Visit } from '../../visit.ts'
import { type Booking, bookingFor } from '../booking.ts'
import { type OwnKey, readOwnKey } from '../keep.ts'
import { spokenMoment } from '../when.ts'
import { askAgain } from './showOwnForm.tsx'

/** The appointment that this browser has opened with its number and key. */
export interface OpenedOwn {
  key: OwnKey
  own: OwnAppointment & { reference: AppointmentReference }
  booking: Booking
  /** 'Donnerstag, 26. November, 10:15 Uhr' */
  when: string
  /** Whether it can still be moved or cancelled. */
  isOpen: boolean
}

/** What is opened, or the form that opens it. */
export async function openedOwn(visit: Visit): Promise<OpenedOwn | Response> {
  const { c, ctx, address, city, frame, platform } = visit
  const key = readOwnKey(c)
  if (!key) return askAgain(visit)
  try {
    const own = await readOwn(ctx, key.id, { secret: key.secret, address })
    const { reference } = own
    if (!reference) return await askAgain(visit)
    const booking = await bookingFor(visit, own.services, own.officeId)
    const when = spokenMoment(own.start, city.timeZone, frame.lang)
    const isOpen = own.state === 'booked' && own.start > platform.clock.now().getTime()
    // The language switch needs nothing in the address here.
    return { key, own: { ...own, reference }, booking: { ...booking, frame }, when, isOpen }
  } catch (error) {
    if (error instanceof Problem && [404, 429].includes(error.status)) return askAgain(visit)
    throw error
  }
}
