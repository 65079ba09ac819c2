import { asSystem, type Context, inTransaction, type Platform } from '../../platform/context.ts'
import * as attempts from '../attempts/attemptStore.ts'
import { settlePromise } from './settlePromise.ts'
import * as store from '../store.ts'

/** Decides one promise whose window has passed; harmless when it is decided or too early. */
export async function decideDue(ctx: Context, callbackId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const callback = await store.lockCallback(tx, ctx.cityId, callbackId)
    if (!callback) return
    await settlePromise(tx, ctx, callback, await attempts.attemptsOf(tx, ctx.cityId, callbackId))
  })
}

/** Decides every promise whose window has passed, so that a lost job hides no broken one. */
export async function sweepPromises(platform: Platform): Promise<void> {
  for (const { cityId, id } of await store.overduePromises(platform.db, platform.clock.now())) {
    try {
      await decideDue(asSystem(platform, cityId), id)
    } catch (error) {
      // One that cannot be decided must not hide the others.
      platform.log.error({ err: error, callback: id }, 'promise could not be decided')
    }
  }
}
