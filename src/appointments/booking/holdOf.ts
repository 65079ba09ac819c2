import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Appointment } from '../appointment.ts'
import { type Proof, requireHand } from './hands.ts'
import * as store from '../store.ts'

/** The hold of whoever may act on it, in whatever state. @throws Problem 404, 403, 429 */
export async function holdOf(ctx: Context, id: string, proof: Proof | null): Promise<Appointment> {
  const found = z.uuid().safeParse(id).success
    ? await store.findAppointment(ctx.db, ctx.cityId, { id })
    : null
  return requireHand(ctx, found, proof, { word: 'Diese Reservierung', key: id })
}
