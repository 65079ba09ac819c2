import { asSystem, inTransaction, type Platform } from '../../platform/context.ts'
import { factsFromRow } from './callRows.ts'
import { changeCall } from './changeCall.ts'
import { settleSilence, SILENT_WAITING_MS } from './ctiRule.ts'
import * as store from './store.ts'

/** Ends a call of which nothing more was heard as "unknown end"; harmless when it ended or spoke meanwhile. */
export async function closeSilentCall(
  platform: Platform,
  { cityId, callId }: { cityId: string; callId: string },
): Promise<void> {
  const ctx = asSystem(platform, cityId)
  await inTransaction(ctx, async (tx) => {
    const row = await store.lockCallById(tx, cityId, callId)
    if (!row) return
    await changeCall(tx, ctx, row, settleSilence(factsFromRow(row), ctx.clock.now().getTime()))
  })
}

/** Closes what a lost job left open. */
export async function sweepSilentCalls(platform: Platform): Promise<void> {
  const before = new Date(platform.clock.now().getTime() - SILENT_WAITING_MS)
  const open = await store.openCallsSince(platform.db, before)
  for (const call of open) await closeSilentCall(platform, { cityId: call.city_id, callId: call.id })
}
