import type { Context } from '../../platform/context.ts'
import type { AppointmentReference } from '../../shared/appointmentReference.ts'
import type { Appointment } from '../appointment.ts'
import { appointmentOf } from './appointmentOf.ts'
import type { Offer } from '../contract.ts'
import type { Proof } from './hands.ts'
import { holdOf } from './holdOf.ts'
import type { ServiceWish } from '../capacity/lengthRule.ts'
import { missedBy } from './missedBy.ts'
import type { AppointmentState } from '../model.ts'
import type { Office } from '../settings/office.ts'
import { officesOf } from '../settings/offices.ts'
import { offersFor } from '../offers/offersFor.ts'

/** What whoever has the secret of an appointment may see of it; neither name nor address is in it. */
export interface OwnAppointment {
  id: string
  /** Null until it is booked. */
  reference: AppointmentReference | null
  /** A hold whose time is over counts as expired, also before it is freed. */
  state: AppointmentState
  /** Epoch ms. */
  start: number
  end: number
  services: readonly ServiceWish[]
  officeId: string
  /** Null where the office gives no appointments any more. */
  office: Pick<Office, 'id' | 'name' | 'address'> | null
  /** When the hold ends or ended. */
  expiresAt: Date | null
  extended: boolean
  /** What the hold waits for before it is booked; null for no message. */
  awaits: 'link' | 'code' | null
  /** They said after a reminder that they come. */
  kept: boolean
}

/** A hold, or what has become of it, by its id. @throws Problem 404, 429 */
export async function readOwn(ctx: Context, id: string, proof: Proof): Promise<OwnAppointment> {
  return present(ctx, await holdOf(ctx, id, proof))
}

/** A booked appointment by its reference as typed. @throws Problem 404, 429 */
export async function readOwnBooked(ctx: Context, typed: string, proof: Proof): Promise<OwnAppointment> {
  return present(ctx, await appointmentOf(ctx, typed, proof))
}

/** The free times nearest to that of an appointment that ended. @throws Problem 404, 429 */
export async function offersInstead(ctx: Context, id: string, proof: Proof | null): Promise<Offer[]> {
  const { id: known } = await holdOf(ctx, id, proof)
  return offersFor(ctx, await missedBy(ctx, known))
}

/** What its owner may see of it. */
export async function present(ctx: Context, found: Appointment): Promise<OwnAppointment> {
  const { id, reference, start, end, services, officeId, expiresAt, extended, confirmBy: awaits } = found
  const offices = await officesOf(ctx, ctx.cityId)
  const office = offices.find((one) => one.office.id === officeId)?.office ?? null
  const due = found.state === 'held' && expiresAt !== null && expiresAt <= ctx.clock.now()
  const state = due ? 'expired' : found.state
  return {
    id,
    reference,
    state,
    start,
    end,
    services,
    officeId,
    office,
    expiresAt,
    extended,
    awaits,
    kept: found.keptAt !== null,
  }
}
