import { type Context, inTransaction } from '../../platform/context.ts'
import { emitAlarm } from './alarmEvents.ts'
import { stageMoment, stagesBegun } from './alarmRule.ts'
import * as store from './alarmStore.ts'

/**
 * Writes down which promises have come to half or to four fifths of their window without a call; each once, whatever
 * stops in between. An attempt since then says that somebody is at it: that stage is passed over.
 */
export async function raiseStages(ctx: Context): Promise<void> {
  const { db, cityId } = ctx
  const now = ctx.clock.now()
  const begun = (await store.openPromises(db, cityId, now, { begunBy: now })).filter(
    ({ calling }) => !calling,
  )
  const due = begun.flatMap((promise) => {
    const stage = stagesBegun(promise, now).at(-1)
    if (!stage || (promise.triedAt && promise.triedAt >= stageMoment(promise, stage))) return []
    return [{ promise, stage }]
  })
  if (due.length === 0) return
  const ids = due.map(({ promise }) => promise.id)
  const raised = new Set((await store.alarmsOf(db, cityId, ids)).map(keyOf))
  for (const { promise, stage } of due) {
    if (raised.has(keyOf({ callbackId: promise.id, windowEnd: promise.windowEnd, stage }))) continue
    await inTransaction(ctx, async (tx) => {
      if (!(await store.raiseOnce(tx, cityId, promise, stage, now))) return
      const subject = { id: promise.id, caseId: promise.caseId, at: now }
      await emitAlarm(tx, ctx, 'callback.at-risk', subject, { stage })
    })
  }
}

const keyOf = ({ callbackId, windowEnd, stage }: Omit<store.Alarm, 'raisedAt'>): string =>
  `${callbackId} ${windowEnd.getTime()} ${stage}`
