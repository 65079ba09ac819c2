import { connectedChannels, queueMessage } from '../../messages/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, invalid, type Problem } from '../../platform/problems.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import type { Contact } from '../appointment.ts'
import { confirmFor, type Confirmed } from '../booking/confirmHold.ts'
import { contactOf } from '../booking/contactOf.ts'
import type { Proof } from '../booking/hands.ts'
import { holdOf } from '../booking/holdOf.ts'
import { missedBy } from '../booking/missedBy.ts'
import { NoRoom } from '../booking/refusals.ts'
import { inBooking } from '../booking/tryAgain.ts'
import type { ConfirmInput } from '../contract.ts'
import { emitAppointment } from '../events.ts'
import { offering } from '../offers/offersFor.ts'
import { knownNotices } from '../settings/offices.ts'
import { findAppointment } from '../store.ts'
import { confirmationOf } from './confirmationRule.ts'
import * as store from './confirmStore.ts'
import { removeLinks } from './keyStore.ts'

/** So long a time is kept for somebody who has to look into a mailbox first. */
export const CONFIRM_MS = 30 * 60_000

/** Nothing is booked yet: a message was sent whose link or code books it. */
export interface Asked {
  awaits: 'link' | 'code'
  expiresAt: Date
}

/**
 * Books what is held or, where the city wants the address confirmed first, keeps it and sends a link or a code.
 * @throws Problem as `confirmHold`; 422 where no message would reach what was given; 409 `asked-too-often`
 */
export async function bookOrAsk(
  ctx: Context,
  id: string,
  proof: Proof,
  given: ConfirmInput['contact'],
  lang: PageLanguage = 'de',
): Promise<Confirmed | Asked> {
  const hold = await holdOf(ctx, id, proof)
  const { confirm } = await knownNotices(ctx, ctx.cityId)
  const contact = await contactOf(ctx, given)
  const by = confirmationOf(confirm, contact, connectedChannels(ctx))
  // What is booked already is answered again.
  if (by === 'none' || hold.reference) return confirmFor(ctx, id, contact, lang)
  if (by === 'unreachable') throw invalid({ 'contact.email': UNREACHABLE })
  return offering(
    ctx,
    () => missedBy(ctx, id),
    () => ask(ctx, id, hold.contact, { by, contact, lang }),
  )
}

const UNREACHABLE =
  'Bitte eine E-Mail-Adresse oder eine Mobilnummer angeben: Wir schicken etwas dorthin, das den Termin bestätigt.'

function ask(
  ctx: Context,
  id: string,
  before: Contact | null,
  asked: { by: 'link' | 'code'; contact: Contact; lang: PageLanguage },
): Promise<Asked> {
  return inBooking(ctx, async (tx) => {
    const now = ctx.clock.now()
    const expiresAt = new Date(now.getTime() + CONFIRM_MS)
    const asks = await store.keepForConfirmation(tx, ctx.cityId, id, now, { ...asked, expiresAt })
    if (asks === null) throw await refusal(tx, ctx, id)
    const { by, contact, lang } = asked
    // What went to a mistyped address books nothing.
    if (contact.email !== before?.email) await removeLinks(tx, ctx.cityId, id, 'confirm')
    await queueMessage(tx, ctx, {
      kind: `appointment.${by === 'link' ? 'confirm' : 'code'}`,
      subjectId: id,
      caseId: null,
      dedupKey: `confirm ${id} ${asks}`,
      channel: by === 'link' ? 'email' : 'sms',
      recipient: (by === 'link' ? contact.email : contact.phone) ?? '',
      lang,
      facts: { asks },
      uselessFrom: expiresAt,
    })
    const data = { by, expiresAt: expiresAt.toISOString() }
    await emitAppointment(tx, ctx, 'appointment.confirmation-asked', { id, at: now }, data)
    return { awaits: by, expiresAt }
  })
}

async function refusal(tx: Tx, ctx: Context, id: string): Promise<Problem> {
  const found = await findAppointment(tx, ctx.cityId, { id })
  if (found?.state !== 'held' || !found.expiresAt || found.expiresAt <= ctx.clock.now())
    return new NoRoom('hold-expired')
  return conflict('asked-too-often', 'Mehr Nachrichten schicken wir für diesen Termin nicht.')
}
