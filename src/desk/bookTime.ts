import { bookOwnHold } from '../appointments/index.ts'
import type { StaffContext } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { BookedView } from './contract.ts'
import { atField } from './holdTime.ts'
import type { CheckedBooking } from './intakeRule.ts'
import { timesIn } from './presentTime.ts'

/**
 * Books the held time for a case, in the transaction that writes the case; practice plays it.
 * @throws Problem 409 with a sentence at `appointment` when it is not held any more
 */
export async function bookTime(
  tx: Tx,
  ctx: StaffContext,
  { caseId, practice }: { caseId: string; practice: boolean },
  { appointment, serviceId, name, phone, email }: CheckedBooking,
): Promise<BookedView> {
  const { held, persons, more } = appointment
  const times = await timesIn(ctx, tx)
  if (practice) return times.booked(Date.parse(held.start), null, null)
  const services = [serviceId, ...more.map(({ id }) => id)].map((id) => ({ id, persons }))
  const booking = { holdId: held.id ?? '', services, caseId, name, phone, email }
  const { reference, start, told, phoneKey } = await atField(() => bookOwnHold(tx, ctx, booking))
  return times.booked(start, reference, told, phoneKey)
}
