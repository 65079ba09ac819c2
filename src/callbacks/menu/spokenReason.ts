import { requireTeam } from '../../cases/index.ts'
import { recordLook } from '../../platform/audit/audit.ts'
import {
  type Context,
  inTransaction,
  type Platform,
  requireRole,
  type StaffContext,
  asSystem,
} from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import type { SpokenReason } from '../../telephony/index.ts'
import { emitCallback } from '../events.ts'
import { findCallback } from '../store.ts'
import { deleteSpokenReasons, dropSpokenReason, insertSpokenReason, soundOf } from './spokenReasonStore.ts'

const DAY_MS = 86_400_000
/** A question about what was said comes within days, if at all. */
export const KEPT_AFTER_CLOSING_MS = 7 * DAY_MS
export const KEPT_AT_MOST_MS = 90 * DAY_MS

/**
 * In the transaction that opens the case, or in which its caller speaks again: then the newer recording takes the place of
 * the one before. Who agreed is the caller, when is stored with it.
 */
export async function keepSpokenReason(
  tx: Tx,
  ctx: Context,
  caseId: string,
  { audio, durationMs, consentAt, recordedAt }: SpokenReason,
): Promise<void> {
  if (await dropSpokenReason(tx, ctx.cityId, caseId))
    await emitCallback(tx, ctx, 'callback.reason-deleted', { id: caseId, caseId, at: recordedAt }, {})
  await insertSpokenReason(tx, {
    city_id: ctx.cityId,
    case_id: caseId,
    consent_at: consentAt,
    recorded_at: recordedAt,
    duration_ms: durationMs,
    audio,
  })
  const data = { consentAt: consentAt.toISOString(), durationMs }
  await emitCallback(tx, ctx, 'callback.reason-recorded', { id: caseId, caseId, at: recordedAt }, data)
}

/** The recording of a callback's case, as WAV; the look is in the audit trail. @throws Problem 404, 403 for another team's */
export async function hearSpokenReason(ctx: StaffContext, callbackId: string): Promise<Buffer> {
  requireRole(ctx, ...CITY_STAFF)
  const callback = await findCallback(ctx.db, ctx.cityId, callbackId)
  if (!callback) throw notFound('Diesen Rückruf')
  requireTeam(ctx.actor, callback.teamId)
  const audio = await soundOf(ctx.db, ctx.cityId, callback.caseId)
  if (!audio) throw notFound('Diese Aufnahme')
  await recordLook(ctx.db, ctx, 'case.recording-heard', { kind: 'case', id: callback.caseId })
  return audio
}

/** Deletes what is due: a week after the case was closed, and after 90 days in any case. */
export async function deleteDueRecordings(platform: Platform): Promise<void> {
  const now = platform.clock.now().getTime()
  await inTransaction(platform, async (tx) => {
    const gone = await deleteSpokenReasons(tx, {
      closedBefore: new Date(now - KEPT_AFTER_CLOSING_MS),
      madeBefore: new Date(now - KEPT_AT_MOST_MS),
    })
    for (const { cityId, caseId } of gone)
      await emitCallback(
        tx,
        asSystem(platform, cityId),
        'callback.reason-deleted',
        { id: caseId, caseId },
        {},
      )
  })
}
