import { cityOf, giveLinesBack, providersOf, teamsOf } from '../../city/index.ts'
import { closeAccountsOf } from '../../people/index.ts'
import { asSystem, inTransaction, type Platform } from '../../platform/context.ts'
import { emit } from '../events.ts'
import { localDay } from '../localDay.ts'
import * as store from './endingStore.ts'

/**
 * Carries a planned end out, all of it or nothing, and writes down in counts what was done. Harmless when it is done, was
 * withdrawn, or when its day has not come.
 */
export async function endProvider(platform: Platform, cityId: string, trialId: string): Promise<void> {
  const ctx = asSystem(platform, cityId)
  await inTransaction(ctx, async (tx) => {
    const planned = await store.lockEnding(tx, cityId, trialId)
    const { timeZone } = await cityOf(tx, cityId)
    const at = ctx.clock.now()
    if (!planned || planned.done || localDay(at, timeZone) < planned.onDay) return
    const { providerId, teamId } = planned
    const provider = (await providersOf(tx, cityId)).find(({ id }) => id === providerId)
    const team = (await teamsOf(tx, cityId)).find(({ id }) => id === teamId)
    if (!provider || !team) throw new Error(`provider ${providerId} or team ${teamId} is gone`)
    const work = await store.workOf(tx, cityId, providerId)
    const drafts = await store.deleteDrafts(tx, cityId, providerId)
    const lines = await giveLinesBack(tx, ctx, { providerId, teamId })
    const closed = await closeAccountsOf(tx, ctx, providerId)
    const { name, contractOn } = provider
    const protocol = { provider: name, contractOn, lines, team: team.name, ...closed, drafts, ...work }
    await store.setDone(tx, cityId, trialId, { at, protocol })
    await emit(
      tx,
      ctx,
      'provider.ended',
      { id: providerId },
      { accounts: closed.accounts, lines: lines.length },
    )
  })
}
