import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { countSentTo } from './store.ts'

const DAY_MS = 86_400_000
/** Two machines that write to each other come to an end here. */
const MOST_A_DAY = 10

/**
 * Whether a machine may write one more mail to this address: ten leave for it within 24 hours, whatever they are about. Counted in
 * the transaction that writes it, so where nobody can count, nothing is written.
 */
export async function mayWriteAgain(tx: Tx, { cityId, clock }: Context, address: string): Promise<boolean> {
  const since = new Date(clock.now().getTime() - DAY_MS)
  return (await countSentTo(tx, cityId, address, since)) < MOST_A_DAY
}
