import { cityOf } from '../../city/index.ts'
import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, invalid, notFound, tellingTheField } from '../../platform/problems.ts'
import { dayClockOf, instantOf, minuteOfWall } from '../../shared/dayClock.ts'
import { emit } from '../events.ts'
import { localDay } from '../localDay.ts'
import { isCountedDay } from '../plan/trialStore.ts'
import type { TestCallInput } from './contract.ts'
import * as store from './testCallStore.ts'

/**
 * Writes down how long a call to the city's own number took, before a trial or in it. @returns its id
 * @throws Problem 422 for one of the future or one that is there, 409 for a day of a trial that is counted, 403
 */
export async function enterTestCall(ctx: StaffContext, input: TestCallInput): Promise<string> {
  requireRole(ctx, 'lead', 'admin')
  const now = ctx.clock.now()
  const { day, time, ...rest } = input
  const { timeZone } = await cityOf(ctx.db, ctx.cityId)
  const clock = dayClockOf(timeZone, day)
  const at = new Date(instantOf(clock, minuteOfWall(clock, minuteOfDay(time))))
  if (at > now) throw invalid({ day: 'Dieser Anruf läge in der Zukunft.' })
  const id = newId()
  await tellingTheField({ test_call_once: ['day', 'Dieser Testanruf ist schon eingetragen.'] }, () =>
    inTransaction(ctx, async (tx) => {
      await requireOpenDay(tx, ctx, at)
      const call = { ...rest, at: at.toISOString(), id }
      await store.insertTestCall(tx, ctx.cityId, call, { at: now, accountId: ctx.actor.accountId })
      await emit(tx, ctx, 'test-call.entered', { id }, { at: call.at })
      await recordDeed(tx, ctx, 'test-call.entered', { kind: 'test-call', id }, null)
    }),
  )
  return id
}

/** Takes one back. @throws Problem 409 for a day of a trial that is counted, 404, 403 */
export async function undoTestCall(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await inTransaction(ctx, async (tx) => {
    const at = await store.deleteTestCall(tx, ctx.cityId, id)
    if (!at) throw notFound('Diesen Testanruf')
    await requireOpenDay(tx, ctx, at)
    await emit(tx, ctx, 'test-call.undone', { id }, {})
    await recordDeed(tx, ctx, 'test-call.undone', { kind: 'test-call', id }, null)
  })
}

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** A result names the test calls of its days. */
async function requireOpenDay(
  tx: Parameters<typeof isCountedDay>[0],
  ctx: StaffContext,
  at: Date,
): Promise<void> {
  const { timeZone } = await cityOf(tx, ctx.cityId)
  if (await isCountedDay(tx, ctx.cityId, localDay(at, timeZone)))
    throw conflict(
      'counted',
      'Ein Testbetrieb mit diesem Tag ist ausgewertet. Daran ändert sich nichts mehr.',
    )
}
