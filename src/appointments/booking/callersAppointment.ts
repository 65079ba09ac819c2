import type { StaffContext } from '../../platform/context.ts'
import { invalid } from '../../platform/problems.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import { recordLook } from '../../platform/audit/audit.ts'
import { appointmentBy, type Referenced } from './appointmentOf.ts'
import { channelOf, type Proof, refuseHand, requireHand } from './hands.ts'
import { isPhoneKey, readPhoneKey } from './phoneKey.ts'

interface Shown {
  /** As typed. */
  reference: string
  /** What the caller reads out; empty: nothing yet. */
  key: string
  /** From where the call comes; null when that is hidden. */
  caller: PhoneNumber | null
}

/**
 * The appointment of whoever calls: the booked number calls, or number and key are right. The look is in the audit trail.
 * @throws Problem 422 at `key` when it has to be asked for, 404, 403, 429
 */
export async function callersAppointment(
  ctx: StaffContext,
  { reference, key, caller }: Shown,
): Promise<Referenced> {
  channelOf(ctx)
  const { found, what } = await appointmentBy(ctx, reference)
  const isBookedNumber = found !== null && caller !== null && found.contact?.phone === caller
  if (!isBookedNumber && key.trim() === '')
    throw invalid({
      key: 'Der Anruf kommt nicht von der gebuchten Nummer. Bitte nach dem Schlüssel fragen.',
    })
  const own = isBookedNumber ? found : await withKey(ctx, found, what, keyProof(ctx, key))
  await recordLook(ctx.db, ctx, 'appointment.opened-in-call', { kind: 'appointment', id: own.id })
  return own
}

/** Wrong keys make the same person of staff wait, as they do elsewhere an address. */
const keyProof = ({ actor }: StaffContext, key: string): Proof => ({
  secret: key,
  address: `account ${actor.accountId}`,
})

async function withKey(
  ctx: StaffContext,
  found: Referenced | null,
  what: { word: string; key: string },
  proof: Proof,
): Promise<Referenced> {
  if (found && readPhoneKey(proof.secret) !== null) {
    if (await isPhoneKey(ctx, found.id, proof.secret)) return found
    throw await refuseHand(ctx, proof, what)
  }
  await requireHand(ctx, found, proof, what)
  if (!found) throw new Error('let in without an appointment')
  return found
}
