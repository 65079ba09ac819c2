import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { recordDeed } from '../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound } from '../platform/problems.ts'
import { minuteOfDay } from '../shared/serviceWeek.ts'
import { cityOf } from './cityOf.ts'
import type { lineOpeningInput } from './contract.ts'
import { emit } from './events.ts'
import { NOTICES_TURN } from './jobs.ts'
import { endDecisions, insertDecision, lockLine } from './lineOpeningStore.ts'

/**
 * Opens or closes a line against the service hours, at once; what was decided about it before is over.
 * @throws Problem 404, 422
 */
export async function decideLine(
  ctx: StaffContext,
  lineId: string,
  { state, until, reason }: z.output<typeof lineOpeningInput>,
): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await inTransaction(ctx, async (tx) => {
    if (!(await lockLine(tx, ctx.cityId, lineId))) throw notFound('Diese Leitung')
    // Not earlier: whoever held the line before us has begun a decision that ends now.
    const now = ctx.clock.now()
    const { timeZone } = await cityOf(tx, ctx.cityId)
    const endsAt = until === null ? null : todayAt(until, now, timeZone)
    if (endsAt !== null && endsAt <= now)
      throw invalid({ until: 'Bitte eine Uhrzeit nach jetzt angeben, oder „bis auf Weiteres“.' })
    await endDecisions(tx, ctx.cityId, lineId, now)
    await insertDecision(tx, {
      city_id: ctx.cityId,
      id: newId(),
      line_id: lineId,
      state,
      reason,
      starts_at: now,
      ends_at: endsAt,
      account_id: ctx.actor.accountId,
    })
    const deed = state === 'open' ? 'line.opened' : 'line.closed'
    await emit(tx, ctx, deed, { id: lineId }, { until: endsAt?.toISOString() ?? null })
    await recordDeed(tx, ctx, deed, { kind: 'line', id: lineId }, reason)
    if (endsAt) await ctx.jobs.send(tx, NOTICES_TURN, { cityId: ctx.cityId }, { startAfter: endsAt })
  })
}

/** The service hours count for the line again. @throws Problem 404 when nothing else was decided */
export async function endDecision(ctx: StaffContext, lineId: string): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await inTransaction(ctx, async (tx) => {
    if (!(await endDecisions(tx, ctx.cityId, lineId, ctx.clock.now())))
      throw notFound('Eine Abweichung von den Servicezeiten')
    await emit(tx, ctx, 'line.as-usual', { id: lineId }, {})
    await recordDeed(tx, ctx, 'line.as-usual', { kind: 'line', id: lineId }, null)
  })
}

/** @param clock 'HH:MM'; '24:00' is the coming midnight */
function todayAt(clock: string, now: Date, timeZone: string): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  const at = today.toPlainDateTime().add({ minutes: minuteOfDay(clock) ?? 0 })
  return new Date(at.toZonedDateTime(timeZone).epochMilliseconds)
}
