import { noteAskedAgain, type Channel } from '../../cases/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import { joins, type OpenPromise, type Wish } from './joinRule.ts'
import { lockNumber, openPromisesOf } from './requestStore.ts'

/**
 * The open promise that a wish belongs to, by `joins`; null when it is a new one. From here to the end of the caller's
 * transaction nobody else promises this number anything, so ask it before every promise.
 */
export async function openPromiseFor(
  tx: Tx,
  { cityId }: Pick<Context, 'cityId'>,
  phone: PhoneNumber,
  wish: Wish,
): Promise<OpenPromise | null> {
  await lockNumber(tx, cityId, phone)
  return joins(wish, await openPromisesOf(tx, cityId, phone))
}

/** What somebody said who asked again; it becomes a note of the case. */
export interface AskedAgain {
  channel: Channel
  reason: string
  name: string | null
  email: string | null
  /** What they chose, as spoken; the promise stays as it is. */
  wished: string | null
}

/** Adds it to the case's timeline. A second name or address is no news of the case: nobody knows whose it is. */
export async function joinCase(tx: Tx, ctx: Context, caseId: string, asked: AskedAgain): Promise<void> {
  const { channel, reason, name, email, wished } = asked
  const text = [
    reason,
    name && `(Name: ${name})`,
    email && `(E-Mail: ${email})`,
    wished && `Gewünscht: ${wished}. Die Zusage bleibt, wie sie ist.`,
  ]
  await noteAskedAgain(tx, ctx, caseId, { channel, text: text.filter(Boolean).join(' ') })
}
