import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import * as store from './store.ts'

/** Whether somebody may have been told a fact: its message is under way or has left. What still waits is left out when its turn comes. */
export const mayHaveBeenSent = (tx: Tx, { cityId }: Context, dedupKey: string): Promise<boolean> =>
  store.hasLeft(tx, cityId, dedupKey)
