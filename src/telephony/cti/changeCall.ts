import { isLineOpen, serviceHoursOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { callerKeyOf } from '../callerKey/callerKey.ts'
import { callToRow, factsFromRow, factsToRow, toldFromRow, toldOf } from './callRows.ts'
import { type CtiFacts, isSameFacts, offeredAt, silentFrom, truthOf } from './ctiRule.ts'
import type { ToldCall } from './ctiNews.ts'
import * as store from './store.ts'
import { tellNews } from './tellNews.ts'

export const CLOSE_SILENT = 'cti.close-silent'

/** Makes the call's rows say what its facts say now; tells what is new and plans the time-out. */
export async function changeCall(
  tx: Tx,
  ctx: Context,
  row: store.KnownCallRow,
  facts: CtiFacts,
): Promise<void> {
  const known = factsFromRow(row)
  if (isSameFacts(known, facts)) return
  const told = await toldNow(tx, ctx, facts, row.caller_key)
  await store.updateCall(tx, { cityId: ctx.cityId, id: row.id }, callToRow(facts, told), factsToRow(facts))
  await tellNews(tx, ctx, row.id, toldFromRow(row, known), told)
  await planTimeout(tx, ctx, row.id, facts)
}

/** Writes a call that is heard of for the first time. @returns false when another request was faster */
export async function openCall(
  tx: Tx,
  ctx: Context,
  call: { id: string; sourceId: string; sourceKey: string },
  facts: CtiFacts,
): Promise<boolean> {
  const key =
    facts.direction === 'in' ? await callerKeyOf(tx, ctx, facts.caller, new Date(offeredAt(facts))) : null
  const told = await toldNow(tx, ctx, facts, key)
  const isFirst = await store.insertCall(
    tx,
    {
      ...callToRow(facts, told),
      city_id: ctx.cityId,
      id: call.id,
      source: 'cti',
      source_key: call.sourceKey,
    },
    { ...factsToRow(facts), source_id: call.sourceId },
  )
  if (!isFirst) return false
  await tellNews(tx, ctx, call.id, null, told)
  await planTimeout(tx, ctx, call.id, facts)
  return true
}

async function toldNow(tx: Tx, ctx: Context, facts: CtiFacts, callerKey: string | null): Promise<ToldCall> {
  const { cityId } = ctx
  const isOpen = async (ms: number): Promise<boolean> =>
    facts.lineId
      ? isLineOpen(tx, { cityId, id: facts.lineId }, new Date(ms))
      : (await serviceHoursOf(tx, cityId)).isOpen(new Date(ms))
  const truth = truthOf(facts, await isOpen(offeredAt(facts)))
  const { endReason, answeredAt, endedAt } = truth
  const gaveUp = facts.direction === 'in' && endReason === 'abandoned' && answeredAt === null
  const afterClosing = gaveUp && endedAt !== null && !(await isOpen(endedAt))
  return toldOf(facts, truth, { afterClosing, callerKey })
}

async function planTimeout(tx: Tx, ctx: Context, callId: string, facts: CtiFacts): Promise<void> {
  const deadline = silentFrom(facts)
  if (deadline === null) return
  await ctx.jobs.send(tx, CLOSE_SILENT, { cityId: ctx.cityId, callId }, { startAfter: new Date(deadline) })
}
