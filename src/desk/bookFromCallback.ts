import { recordOutcome } from '../callbacks/index.ts'
import { caseOf } from '../cases/index.ts'
import { cityOf } from '../city/index.ts'
import type { StaffContext } from '../platform/context.ts'
import { invalid } from '../platform/problems.ts'
import { parsePhoneNumber } from '../shared/parsePhoneNumber.ts'
import type { Switchboard } from '../telephony/index.ts'
import { bookTime } from './bookTime.ts'
import type { BookedView, BookInput } from './contract.ts'

/**
 * Ends an own callback with the appointment that is held: both in one transaction.
 * @throws Problem 409 with a sentence at `appointment`, 409 as `recordOutcome`, 422, 404, 403
 */
export async function bookFromCallback(
  ctx: StaffContext,
  switchboard: Switchboard,
  id: string,
  { appointment, serviceId, contactName: name, contactPhone, contactEmail, note }: BookInput,
): Promise<BookedView> {
  const { held } = appointment
  if (!held) throw invalid({ appointment: 'Bitte eine Zeit wählen.' })
  const { areaCode } = await cityOf(ctx.db, ctx.cityId)
  const phone = parsePhoneNumber(contactPhone, { areaCode })
  if (!phone.ok) throw invalid({ contactPhone: phone.message })
  const booking = { appointment: { ...appointment, held }, serviceId, name, phone: phone.value }
  const made: BookedView[] = []
  await recordOutcome(ctx, switchboard, id, { outcome: 'appointment-booked', note }, async (tx, callback) => {
    const known = contactEmail ?? (await caseOf(tx, ctx.cityId, callback.caseId)).contactEmail
    const email = known === '' ? null : known
    made.push(await bookTime(tx, ctx, callback, { ...booking, email }))
  })
  const [booked] = made
  if (!booked) throw new Error(`callback ${id} was closed without its appointment`)
  return booked
}
