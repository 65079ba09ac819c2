import { asSystem, type Context, inTransaction, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { emitProposal } from '../events.ts'
import { NUMBER_KEPT_DAYS, OPEN_DAYS, type WithdrawnBecause } from './proposalModel.ts'
import * as store from './proposalStore.ts'

const DAY_MS = 24 * 3_600_000

/** Ends every open proposal of a number, because whoever called is served. */
export async function withdrawServed(
  tx: Tx,
  ctx: Context,
  caller: string,
  because: WithdrawnBecause,
): Promise<void> {
  for (const { id } of await store.openProposals(tx, { cityId: ctx.cityId, caller }))
    await withdraw(tx, ctx, id, because)
}

/**
 * Withdraws what is not needed any more: who reached somebody, who is promised a call, who called a month ago. Removes
 * the numbers of proposals that ended two weeks ago.
 */
export async function sweepProposals(platform: Platform): Promise<void> {
  const now = platform.clock.now()
  for (const open of await store.openProposals(platform.db, null)) {
    const because = await whyNotNeeded(platform, open, now)
    if (!because) continue
    const ctx = asSystem(platform, open.cityId)
    await inTransaction(ctx, (tx) => withdraw(tx, ctx, open.id, because))
  }
  const before = new Date(now.getTime() - NUMBER_KEPT_DAYS * DAY_MS)
  for (const { cityId, id } of await store.proposalsToForget(platform.db, before)) {
    const ctx = asSystem(platform, cityId)
    await inTransaction(ctx, async (tx) => {
      await store.removeNumber(tx, cityId, id)
      await emitProposal(tx, ctx, 'proposal.forgotten', { id }, {})
    })
  }
}

async function whyNotNeeded(
  { db }: Platform,
  { cityId, caller, calledAt }: store.OpenProposal,
  now: Date,
): Promise<WithdrawnBecause | null> {
  const served = await store.servedSince(db, cityId, caller, calledAt)
  if (served) return served
  return now.getTime() - calledAt.getTime() > OPEN_DAYS * DAY_MS ? 'too-old' : null
}

async function withdraw(tx: Tx, ctx: Context, id: string, because: WithdrawnBecause): Promise<void> {
  const end = { state: 'withdrawn', decided_at: ctx.clock.now(), withdrawn_because: because } as const
  if (await store.endProposal(tx, ctx.cityId, id, end))
    await emitProposal(tx, ctx, 'proposal.withdrawn', { id }, { because })
}
