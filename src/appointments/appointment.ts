import type { AppointmentReference } from '../shared/appointmentReference.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import type { PageLanguage } from '../platform/ui/language.ts'
import type { TimeRange } from '../shared/timeRange.ts'
import type { ServiceWish } from './capacity/lengthRule.ts'
import type { AppointmentState, Channel } from './model.ts'

/** At least one of both addresses is there. */
export interface Contact {
  name: string
  email: string | null
  phone: PhoneNumber | null
}

/** An appointment as it is stored. */
export interface Appointment extends TimeRange {
  id: string
  officeId: string
  /** 'YYYY-MM-DD' of its start in the city. */
  date: string
  /** Null until it is booked. */
  reference: AppointmentReference | null
  state: AppointmentState
  lane: string
  needsAttention: boolean
  channel: Channel
  caseId: string | null
  services: readonly ServiceWish[]
  /** Kinds of scarce devices that it needs. */
  devices: readonly string[]
  contact: Contact | null
  /** In which its owner reads and writes. */
  lang: PageLanguage
  /** What a hold waits for before it is booked; null for no message. */
  confirmBy: 'link' | 'code' | null
  /** When its owner said after a reminder that they come. */
  keptAt: Date | null
  /** Counts changes. */
  sequence: number
  /** When the hold ends or ended. */
  expiresAt: Date | null
  extended: boolean
  secretHash: Buffer
  holder: Buffer | null
  /** Of a request that may come twice. */
  request: { hash: Buffer; salt: Buffer } | null
}

/** How long a time is held on a click, and again when the hold is extended; people need to find their papers. */
export const HOLD_MS = 10 * 60_000

/** The place of an appointment, as events tell it. */
export const placeOf = ({
  officeId,
  date,
  start,
  end,
}: Pick<Appointment, 'officeId' | 'date' | 'start' | 'end'>) => ({
  officeId,
  date,
  start: new Date(start).toISOString(),
  end: new Date(end).toISOString(),
})
