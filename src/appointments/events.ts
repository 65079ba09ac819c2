import { z } from 'zod'
import { defineEvents } from '../platform/events/events.ts'

const instant = z.iso.datetime()
const place = z.object({ officeId: z.string(), date: z.iso.date(), start: instant, end: instant })
const services = z.array(z.object({ id: z.string(), persons: z.int().min(1) }))
const dayState = z.enum(['booked', 'arrived', 'called', 'served', 'no-show'])
const channel = z.enum(['web', 'phone', 'counter', 'api'])

/** The events of an appointment; the subject is its id. Names and addresses stay in the row. */
export const emitAppointment = defineEvents({
  'appointment.held': { version: 1, data: place.extend({ services, channel, expiresAt: instant }) },
  /** Somebody has to confirm the address before it is booked. */
  'appointment.confirmation-asked': {
    version: 1,
    data: z.object({ by: z.enum(['link', 'code']), expiresAt: instant }),
  },
  'appointment.hold-extended': { version: 1, data: z.object({ expiresAt: instant }) },
  /** `other-hold`: the same browser or account took another time. */
  'appointment.hold-released': {
    version: 1,
    data: place.extend({ because: z.enum(['released', 'other-hold', 'shift-changed']) }),
  },
  'appointment.hold-expired': { version: 1, data: place },
  'appointment.booked': { version: 1, data: place.extend({ services, channel }) },
  /** Its owner answered the reminder: they come. */
  'appointment.kept': { version: 1, data: z.object({}) },
  'appointment.moved': { version: 1, data: z.object({ from: place, to: place, sequence: z.int().min(1) }) },
  /** Fewer persons come, so it ends earlier. */
  'appointment.shortened': {
    version: 1,
    data: place.extend({ services, sequence: z.int().min(1) }),
  },
  'appointment.cancelled': { version: 1, data: place.extend({ sequence: z.int().min(1) }) },
  /** A changed shift has left no room for it; it stands and somebody has to settle it. */
  'appointment.needs-attention': { version: 1, data: place },
  /** The office moved it, because it had left it without a place; `appointment.moved` of the same moment says the rest. */
  'appointment.re-offered': { version: 1, data: z.object({ from: place, to: place }) },
  // The office's day. At which counter is in the row only: events shall not measure persons of staff.
  'appointment.arrived': { version: 1, data: place },
  'appointment.called': { version: 1, data: place },
  /** Called and not there: waits again. */
  'appointment.waits-again': { version: 1, data: place },
  'appointment.served': { version: 1, data: place },
  'appointment.no-show': { version: 1, data: place },
  /** The step before was an error. */
  'appointment.taken-back': { version: 1, data: place.extend({ from: dayState, to: dayState }) },
  /** Somebody without an appointment was taken, by a right and with a reason; `appointment.booked` of the same moment says what. */
  'appointment.squeezed-in': { version: 1, data: place.extend({ besidePlan: z.boolean() }) },
  /** Name and addresses were removed by rule. */
  'appointment.forgotten': { version: 1, data: z.object({}) },
})

/** Subject: the office, or the service whose booking changed. */
export const emitOffice = defineEvents({
  /** `displaced`: how many booked appointments have lost their place by it. */
  'office.day-closed': { version: 1, data: z.object({ date: z.iso.date(), displaced: z.int().min(0) }) },
  'office.day-opened': { version: 1, data: z.object({ date: z.iso.date() }) },
  /** How the city tells about appointments; subject: the city. */
  'appointment-notices.changed': {
    version: 1,
    data: z.object({ confirm: z.enum(['none', 'link', 'code']), reminderDays: z.int().min(0) }),
  },
  'office.changed': { version: 1, data: z.object({ conflicts: z.int().min(0) }) },
})
