import { emailAddress } from '../shared/emailAddress.ts'
import { callbackNumber, type Dialling } from '../shared/callbackNumber.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import type { BookingDraft, CompleteInput } from './contract.ts'

/** Without a service from the catalogue, the note is all that the clerk knows. */
const SHORTEST_REASON = 5

/** An appointment that is chosen, and what it needs of the form. */
export interface CheckedBooking {
  appointment: BookingDraft & { held: NonNullable<BookingDraft['held']> }
  serviceId: string
  name: string
  phone: PhoneNumber
  email: string | null
}

export interface Checked {
  reason: string
  contactName: string | null
  contactPhone: PhoneNumber | null
  contactEmail: string | null
  windowStart: Date | null
  /** Null: the hour that begins then. */
  windowEnd: Date | null
  /** Null where no appointment is booked. */
  booking: CheckedBooking | null
}

/** What a record needs for its outcome: the values to store, or a sentence for each field that lacks something. */
export function checkIntake(
  input: CompleteInput,
  dialling: Dialling,
): { ok: true; value: Checked } | { ok: false; fields: Readonly<Record<string, string>> } {
  const joins = input.belongsTo !== null
  const reports = input.outcome === 'report'
  const anonymous = reports && (input.report?.anonymous ?? false)
  const promises = !joins && (input.outcome === 'callback' || input.outcome === 'hand-over')
  const books = input.outcome === 'appointment'
  const reason = input.reason.trim()
  // Of a case that is there the number is known; whose appointment it is has to be said.
  const unasked = (joins && !books) || anonymous
  const typed = unasked ? '' : input.contactPhone.trim()
  const phone = typed === '' ? null : callbackNumber(typed, dialling)
  const email = emailOf(unasked ? '' : input.contactEmail)
  const fields: Record<string, string> = {}
  // An appointment for a service says by itself what it is about.
  // And what a report must say, its own rule says.
  const wrongReason =
    reports || (books && reason === '') ? null : reasonFault(reason, input.serviceId !== null)
  if (wrongReason) fields['reason'] = wrongReason
  if (joins && input.outcome === 'hand-over')
    fields['outcome'] =
      'Ein Anliegen, das schon offen ist, wird hier nicht weitergegeben. Bitte „Neues Anliegen“ wählen.'
  if (joins && reports)
    fields['outcome'] = 'Eine Meldung ist ein neues Anliegen. Bitte „Neues Anliegen“ wählen.'
  if (phone && !phone.ok) fields['contactPhone'] = phone.message
  if (promises && !phone) fields['contactPhone'] = 'Bitte die Nummer für den Rückruf erfragen.'
  if (email.fault) fields['contactEmail'] = email.fault
  if ((promises || books) && phone?.ok && !input.phoneReadBack) {
    fields['phoneReadBack'] = 'Bitte die Nummer vorlesen und bestätigen lassen.'
  }
  Object.assign(fields, books ? bookingFaults(input, phone !== null) : {})
  if (promises && !input.windowStart) {
    fields['windowStart'] = 'Bitte ein Zeitfenster für den Rückruf wählen.'
  }
  if (Object.keys(fields).length > 0) return { ok: false, fields }
  return {
    ok: true,
    value: {
      reason,
      contactName: anonymous ? null : input.contactName.trim() || null,
      contactPhone: phone?.ok ? phone.value : null,
      contactEmail: email.value,
      windowStart: promises && input.windowStart ? new Date(input.windowStart) : null,
      windowEnd: promises && input.windowEnd ? new Date(input.windowEnd) : null,
      booking: books ? bookingOf(input, phone?.ok ? phone.value : null, email.value) : null,
    },
  }
}

function bookingFaults(
  { serviceId, contactName, appointment }: CompleteInput,
  hasNumber: boolean,
): Record<string, string> {
  return {
    ...(serviceId === null ? { serviceId: 'Bitte die Leistung für den Termin wählen.' } : {}),
    ...(contactName.trim() === '' ? { contactName: 'Bitte den Namen für den Termin erfragen.' } : {}),
    ...(hasNumber ? {} : { contactPhone: 'Bitte die Nummer für den Termin erfragen.' }),
    ...(appointment?.held ? {} : { appointment: 'Bitte eine Zeit wählen: 1 bis 5.' }),
  }
}

/** Null when something is missing; the sentences say what. */
function bookingOf(
  { serviceId, contactName, appointment }: CompleteInput,
  phone: PhoneNumber | null,
  email: string | null,
): CheckedBooking | null {
  if (!appointment?.held || serviceId === null || phone === null) return null
  const { held } = appointment
  return { appointment: { ...appointment, held }, serviceId, name: contactName.trim(), phone, email }
}

/** Nobody needs an address; a wrong one is worse than none. */
function emailOf(typed: string): { value: string | null; fault: string | null } {
  if (typed.trim() === '') return { value: null, fault: null }
  const email = emailAddress.safeParse(typed.trim())
  return email.success
    ? { value: email.data, fault: null }
    : { value: null, fault: email.error.issues[0]?.message ?? '' }
}

function reasonFault(reason: string, serviceKnown: boolean): string | null {
  if (reason === '') return 'Bitte kurz aufschreiben, worum es geht.'
  if (!serviceKnown && reason.length < SHORTEST_REASON) {
    return 'Bitte etwas genauer aufschreiben, worum es geht, oder eine Leistung wählen.'
  }
  return null
}
