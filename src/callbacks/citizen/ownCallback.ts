import { caseOf } from '../../cases/index.ts'
import { type Context, inTransaction } from '../../platform/context.ts'
import { notFound } from '../../platform/problems.ts'
import { lastDigits } from '../../shared/phoneNumber.ts'
import { attemptsOf } from '../attempts/attemptStore.ts'
import { browserKey, isOwnKey } from '../notices/keys.ts'
import { findCallback, openCallbackOfCase } from '../store.ts'
import { isSame } from '../windows/gridRule.ts'
import { type FreeWindow, windowsFor } from '../windows/windowsFor.ts'

const DIGITS_SHOWN = 3

/** A callback as its citizen sees it. */
export interface CitizenCallback {
  id: string
  caseId: string
  /** `calling`: an attempt is open, nothing can be changed until it is over. */
  state: 'open' | 'calling' | 'done'
  /** The last digits of the number that is called; null where none is known. */
  digits: string | null
  /** Start of the slot in which it is tried next, epoch ms. */
  due: number
}

/** The callback that a browser has opened. @throws Problem 404 for a wrong key, or one that is over */
export async function readByCitizen(ctx: Context, id: string, key: string): Promise<CitizenCallback> {
  const callback = (await isOwnKey(ctx, id, key)) ? await findCallback(ctx.db, ctx.cityId, id) : null
  if (!callback) throw notFound('Diesen Rückruf')
  const { caseId, dueFrom } = callback
  const { contactPhone } = await caseOf(ctx.db, ctx.cityId, caseId)
  const isCalling = (await attemptsOf(ctx.db, ctx.cityId, id)).some(({ closedAt }) => !closedAt)
  const state = callback.state === 'done' ? 'done' : isCalling ? 'calling' : 'open'
  const digits = contactPhone && lastDigits(contactPhone, DIGITS_SHOWN)
  return { id, caseId, state, digits, due: dueFrom.getTime() }
}

/** A key for whoever proved to be the citizen of this case; null when no call is owed for it. */
export async function openByCitizen(
  ctx: Context,
  caseId: string,
): Promise<{ id: string; key: string } | null> {
  const owed = await openCallbackOfCase(ctx.db, ctx.cityId, caseId)
  if (!owed) return null
  return { id: owed.id, key: await inTransaction(ctx, (tx) => browserKey(tx, ctx, owed.id)) }
}

/** Other windows for a callback, the soonest first. */
export async function windowsForCitizen(ctx: Context, id: string, count: number): Promise<FreeWindow[]> {
  const { db, cityId, clock } = ctx
  const callback = await findCallback(db, cityId, id)
  if (!callback) return []
  const windows = await windowsFor(db, cityId, callback.teamId, clock.now(), count + 1, {
    workMs: callback.workMs,
    wide: true,
  })
  const due = { start: callback.dueFrom.getTime(), end: callback.dueUntil.getTime() }
  return windows.filter((window) => !isSame(window, due)).slice(0, count)
}
