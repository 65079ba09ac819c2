import type { Context, Role } from '../../platform/context.ts'
import { notAllowed, notFound, Problem } from '../../platform/problems.ts'
import { tryOnce } from '../../people/index.ts'
import type { Appointment } from '../appointment.ts'
import type { Channel } from '../model.ts'
import type { Quota } from '../release/plan.ts'
import { isFurtherKey } from '../notices/keys.ts'
import { isSecret } from '../../platform/secret.ts'

/** Who books for others: everybody who speaks with citizens. */
export const BOOKERS = ['agent', 'clerk', 'report', 'lead'] as const satisfies readonly Role[]

/** How somebody shows that an appointment is theirs. */
export interface Proof {
  secret: string
  /** The asker's address, for throttling only. */
  address: string
}

/** By which way this actor books. @throws Problem 403 for an account that does not book */
export function channelOf({ actor }: Context): Channel {
  switch (actor.kind) {
    case 'account':
      if (!(BOOKERS as readonly Role[]).includes(actor.role)) throw notAllowed()
      return 'phone'
    case 'citizen':
      return 'web'
    case 'api':
      return 'api'
    case 'caller':
      return 'phone'
    case 'system':
      throw new Error('the system books no appointments')
  }
}

/** Who decides what an emergency is: the city's own staff, not the provider's. */
const FOR_EMERGENCIES: readonly Role[] = ['clerk', 'lead']

export const mayBookEmergencies = ({ actor }: Context): boolean =>
  actor.kind === 'account' && FOR_EMERGENCIES.includes(actor.role)

/**
 * Whose quota this actor looks at and books from; what the system offers is for citizens at home.
 * @throws Problem 403 for an emergency without the right to decide that
 */
export function quotaOf(ctx: Context, emergency = false): Quota {
  if (emergency) {
    if (!mayBookEmergencies(ctx)) throw notAllowed()
    return 'emergency'
  }
  switch (ctx.actor.kind) {
    case 'account':
    case 'caller':
      return 'phone'
    case 'citizen':
    case 'api':
    case 'system':
      return 'web'
  }
}

/**
 * Lets pass who has the appointment's secret, and staff who book for others (`proof` null).
 * A wrong secret is as unknown as an appointment that is not there, and makes the next try wait longer.
 * @throws Problem 404, 403, 429
 */
export async function requireHand(
  ctx: Context,
  found: Appointment | null,
  proof: Proof | null,
  what: { word: string; key: string },
): Promise<Appointment> {
  if (proof === null) {
    if (ctx.actor.kind !== 'account') throw new Error('a proof is missing')
    channelOf(ctx)
    if (!found) throw notFound(what.word)
    return found
  }
  if (found && isSecret(proof.secret, found.secretHash)) return found
  if (found && (await isFurtherKey(ctx, found.id, proof.secret))) return found
  throw await refuseHand(ctx, proof, what)
}

/** A wrong key makes the next try wait longer, and says nothing of whether there is such an appointment. @throws Problem 429 */
export async function refuseHand(
  ctx: Context,
  { address }: Proof,
  what: { word: string; key: string },
): Promise<Problem> {
  await tryOnce(ctx, 'appointment', [ctx.cityId, what.key, address])
  return new Problem(404, 'not-found', `${what.word} gibt es nicht, oder der Schlüssel stimmt nicht.`)
}
