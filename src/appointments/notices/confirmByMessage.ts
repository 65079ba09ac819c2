import { randomInt } from 'node:crypto'
import type { Context, Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict } from '../../platform/problems.ts'
import type { Appointment } from '../appointment.ts'
import { bookNow, type Confirmed } from '../booking/bookNow.ts'
import { answerAgain } from '../booking/confirmHold.ts'
import type { Proof } from '../booking/hands.ts'
import { holdOf } from '../booking/holdOf.ts'
import { NoRoom } from '../booking/refusals.ts'
import { hashOf, hashOfTyped } from '../../platform/secret.ts'
import { inBooking } from '../booking/tryAgain.ts'
import { findAppointment } from '../store.ts'
import { CONFIRM_MS } from './bookOrAsk.ts'
import * as store from './confirmStore.ts'
import { browserKey } from './keys.ts'
import { useLink } from './keyStore.ts'

/**
 * Books what waits for the link of an e-mail.
 * @returns the appointment and a key for the browser, which may be another one than the one that asked; null for a link that books
 * nothing: used, or unknown @throws Problem 409 when the hold is over
 */
export function confirmByLink(ctx: Context, link: string): Promise<{ id: string; secret: string } | null> {
  return inBooking(ctx, async (tx) => {
    const id = await useLink(tx, ctx.cityId, hashOfTyped(link), 'confirm', ctx.clock.now())
    if (id === null) return null
    await bookKept(tx, ctx, id)
    return { id, secret: await browserKey(tx, ctx, id) }
  })
}

/**
 * Books what waits for a code. Five wrong codes, and only a new one counts.
 * @throws Problem 409 `wrong-code`, 409 when the hold is over; 404, 429
 */
export async function confirmByCode(
  ctx: Context,
  id: string,
  proof: Proof,
  typed: string,
): Promise<Confirmed> {
  const hold = await holdOf(ctx, id, proof)
  if (hold.reference && hold.contact) return answerAgain(hold, hold.contact)
  if (hold.state !== 'held' || !hold.expiresAt || hold.expiresAt <= ctx.clock.now())
    throw new NoRoom('hold-expired')
  // By itself, so that a wrong one stays counted.
  const expected = await store.countTry(ctx.db, ctx.cityId, id, ctx.clock.now())
  if (!expected?.equals(hashOfCode(id, typed.replaceAll(/\D/g, ''))))
    throw conflict('wrong-code', 'Dieser Code stimmt nicht. Bitte vergleichen Sie jede Ziffer.')
  return inBooking(ctx, (tx) => bookKept(tx, ctx, id))
}

async function bookKept(tx: Tx, ctx: Context, id: string): Promise<Confirmed> {
  const found = await findAppointment(tx, ctx.cityId, { id })
  if (!found?.contact) throw new NoRoom('hold-expired')
  const booked = await bookNow(tx, ctx, id, found.contact, found.lang)
  return booked ?? answerAgain(await findAppointment(tx, ctx.cityId, { id }), found.contact)
}

const hashOfCode = (id: string, code: string): Buffer => hashOf(`${id} ${code}`)

/** Six digits that take the place of any code before. */
export async function newCode(
  platform: Platform,
  { cityId, id }: { cityId: string; id: string },
): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await store.setCode(platform.db, cityId, id, hashOfCode(id, code))
  return code
}

/** Whether a hold still waits for its owner. */
export const isAwaited = ({ state, confirmBy, expiresAt }: Appointment, now: Date): boolean =>
  state === 'held' && confirmBy !== null && expiresAt !== null && expiresAt > now

/** The time that our message was under way is nobody's loss. */
export function holdAgain(
  tx: Tx,
  platform: Platform,
  { cityId, id }: { cityId: string; id: string },
): Promise<void> {
  return store.holdUntil(tx, cityId, id, new Date(platform.clock.now().getTime() + CONFIRM_MS))
}
