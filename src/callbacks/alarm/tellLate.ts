import { type Context, inTransaction } from '../../platform/context.ts'
import { tellCallback } from '../notices/index.ts'
import { lockCallback } from '../store.ts'
import { emitAlarm } from './alarmEvents.ts'
import { cannotBeKept, TELL_LATE_MS } from './alarmRule.ts'
import * as store from './alarmStore.ts'
import { teamsNow } from './teamsNow.ts'

/** Who took a callback so recently reads the case and is about to dial. */
const PREPARES_MS = 5 * 60_000

/** Tells every citizen whose promise cannot be kept any more, once and before the window ends. */
export async function tellLate(ctx: Context): Promise<void> {
  const { db, cityId } = ctx
  const now = ctx.clock.now()
  // What begins later than the last promise that may be told now ends does not delay it.
  const begunBy = new Date(now.getTime() + TELL_LATE_MS)
  for (const { promises, duties } of await teamsNow(db, cityId, now, { begunBy })) {
    const waiting = promises.filter(
      ({ takenAt }) => !takenAt || now.getTime() - takenAt.getTime() > PREPARES_MS,
    )
    for (const promise of cannotBeKept(waiting, duties, now)) await tell(ctx, promise)
  }
}

async function tell(ctx: Context, { id, caseId, windowEnd }: store.WatchedPromise): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const callback = await lockCallback(tx, ctx.cityId, id)
    if (callback?.promise !== 'open' || callback.windowEnd.getTime() !== windowEnd.getTime()) return
    const now = ctx.clock.now()
    if (!(await store.raiseOnce(tx, ctx.cityId, { id, windowEnd }, 'late-told', now))) return
    await emitAlarm(tx, ctx, 'callback.late-told', { id, caseId, at: now }, {})
    await tellCallback(tx, ctx, 'late', id)
  })
}
