import { caseOf } from '../../cases/index.ts'
import { type Context, inTransaction } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { emitCallback } from '../events.ts'
import type { Callback } from '../model.ts'
import { tellCallback } from '../notices/tellCallback.ts'
import { PROMISE_DUE, windowFull } from '../promises/promiseCallback.ts'
import * as store from '../store.ts'
import { bookWindow, windowAt } from '../windows/bookWindow.ts'
import { isSame } from '../windows/gridRule.ts'
import { unchargePromise } from '../windows/chargePromise.ts'
import { releaseSlot } from '../windows/slots.ts'
import { lockChangeable } from './lockChangeable.ts'

/**
 * The citizen wants the call at another time. An open promise moves: its old window is neither kept nor broken. Of a
 * promise that is decided only the next attempt moves. Whoever had it in hand has it no more, and it waits in the list.
 * @param windowEnd without it the hour that begins then is meant
 * @throws Problem 409 `window-full`, `over`, `being-called`; 404
 */
export async function changeWindow(
  ctx: Context,
  id: string,
  windowStart: Date,
  windowEnd?: Date | undefined,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const callback = await lockChangeable(tx, ctx, id)
    const window = await windowAt(tx, ctx, windowStart, windowEnd)
    const due = { start: callback.dueFrom.getTime(), end: callback.dueUntil.getTime() }
    if (window && isSame(window, due)) return
    await releaseSlot(tx, ctx, callback)
    const slot = await book(tx, ctx, callback, window)
    await move(tx, ctx, callback, slot)
    await tellCallback(tx, ctx, 'changed', id)
  })
}

interface NewSlot {
  from: Date
  until: Date
}

async function book(
  tx: Tx,
  ctx: Context,
  { teamId, caseId, practice, workMs }: Callback,
  window: TimeRange | null,
): Promise<NewSlot> {
  if (!window || !(practice || (await bookWindow(tx, ctx, teamId, window, workMs)))) {
    const { serviceId } = await caseOf(tx, ctx.cityId, caseId)
    throw await windowFull(tx, ctx, teamId, serviceId)
  }
  return { from: new Date(window.start), until: new Date(window.end) }
}

async function move(
  tx: Tx,
  ctx: Context,
  { id, caseId, practice, promise, sequence }: Callback,
  { from, until }: NewSlot,
): Promise<void> {
  const promiseMoved = promise === 'open'
  await store.updateCallback(tx, ctx.cityId, id, {
    state: 'waiting',
    owner_id: null,
    taken_at: null,
    due_from: from,
    due_until: until,
    books_unit: !practice,
    sequence: sequence + 1,
    ...(promiseMoved ? { window_start: from, window_end: until } : {}),
  })
  const data = { dueFrom: from.toISOString(), dueUntil: until.toISOString(), promiseMoved, practice }
  await emitCallback(tx, ctx, 'callback.changed-by-citizen', { id, caseId }, { what: 'window', ...data })
  if (!promiseMoved) return
  await unchargePromise(tx, ctx.cityId, id)
  const startAfter = new Date(until.getTime() + 1)
  await ctx.jobs.send(tx, PROMISE_DUE, { cityId: ctx.cityId, callbackId: id }, { startAfter })
}
