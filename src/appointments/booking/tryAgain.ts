import { inTransaction, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { refusedBy } from '../../platform/problems.ts'
import { MovedMeanwhile } from './lockWithDay.ts'

/** Two transactions that waited for each other, and one of them was ended. */
const WAITED_IN_A_RING = '40P01'
/** Somebody wrote the same between our look and our write: with a new look it is decided properly. */
const RACED = new Set(['appointment_one_hold', 'appointment_request_key', 'appointment_reference_key'])
const TRIES = 4

/** A transaction that is begun again when it only lost a race. Inside somebody else's transaction it is tried once. */
export async function inBooking<T>(ctx: Platform, work: (tx: Tx, again: boolean) => Promise<T>): Promise<T> {
  let again = false
  for (let tries = ctx.db.isTransaction ? TRIES : 1; ; tries += 1) {
    try {
      return await inTransaction(ctx, (tx) => work(tx, again))
    } catch (error) {
      if (tries >= TRIES || !isRace(error)) throw error
      again = true
    }
  }
}

const isRace = (error: unknown): boolean =>
  error instanceof MovedMeanwhile ||
  RACED.has(refusedBy(error) ?? '') ||
  (error instanceof Error && 'code' in error && error.code === WAITED_IN_A_RING)
