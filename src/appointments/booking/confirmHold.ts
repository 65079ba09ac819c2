import type { Context } from '../../platform/context.ts'
import { conflict } from '../../platform/problems.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import type { Appointment, Contact } from '../appointment.ts'
import type { ConfirmInput } from '../contract.ts'
import { offering } from '../offers/offersFor.ts'
import * as store from '../store.ts'
import { bookNow, type Confirmed } from './bookNow.ts'
import { contactOf } from './contactOf.ts'
import type { Proof } from './hands.ts'
import { holdOf } from './holdOf.ts'
import { missedBy } from './missedBy.ts'
import { NoRoom } from './refusals.ts'
import { inBooking } from './tryAgain.ts'

export type { Confirmed } from './bookNow.ts'

/**
 * Books what is held, for this person, who is told so by a message. The same again answers the same.
 * @param lang in which messages are written
 * @throws Problem 409 with `offers` when the hold is over, 409 when it is booked for somebody else or cancelled; 404, 422, 429
 */
export async function confirmHold(
  ctx: Context,
  id: string,
  proof: Proof | null,
  given: ConfirmInput['contact'],
  lang: PageLanguage = 'de',
): Promise<Confirmed> {
  await holdOf(ctx, id, proof)
  return confirmFor(ctx, id, await contactOf(ctx, given), lang)
}

/** For who has shown that the hold is theirs. @throws Problem as `confirmHold` */
export function confirmFor(
  ctx: Context,
  id: string,
  contact: Contact,
  lang: PageLanguage,
): Promise<Confirmed> {
  return offering(
    ctx,
    () => missedBy(ctx, id),
    () =>
      inBooking(ctx, async (tx) => {
        const booked = await bookNow(tx, ctx, id, contact, lang)
        return booked ?? answerAgain(await store.findAppointment(tx, ctx.cityId, { id }), contact)
      }),
  )
}

/** For what is no hold any more: booked already, or over. */
export function answerAgain(found: Appointment | null, contact: Contact): Confirmed {
  if (!found?.reference) throw new NoRoom('hold-expired')
  const { id, reference, state, start, end } = found
  if (state === 'cancelled') throw conflict('cancelled', 'Dieser Termin ist abgesagt.')
  const same =
    found.contact?.name === contact.name &&
    found.contact.email === contact.email &&
    found.contact.phone === contact.phone
  if (!same) throw conflict('confirmed', 'Dieser Termin ist schon mit anderen Angaben gebucht.')
  return { id, reference, start, end }
}
