import { caseOf } from '../../cases/index.ts'
import { serviceHoursOf } from '../../city/index.ts'
import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, refusedBy } from '../../platform/problems.ts'
import { spokenWindow } from '../../shared/germanTime.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import { liveCallOfNumber } from '../../telephony/index.ts'
import { insertAttempt } from './attemptStore.ts'
import { emitCallback } from '../events.ts'
import { shownNumber } from './shownNumber.ts'
import { lockOwn } from '../worklist/hands.ts'
import { type Callback, MAX_ATTEMPTS, type Via } from '../model.ts'

/** An attempt that has begun: whom to dial, and whose number is shown. */
export interface Begun {
  attemptId: string
  number: PhoneNumber
  callerId: PhoneNumber
  practice: boolean
}

/**
 * Writes the attempt before the telephone hears of it; the database allows one open attempt per callback.
 * @throws Problem 409 `attempt-open`, `citizen-calls`, `no-number`, `no-line`, `window-first`, or when it is not in own hands
 */
export async function beginAttempt(
  tx: Tx,
  ctx: StaffContext,
  id: string,
  viaOf: (practice: boolean) => Via,
): Promise<Begun> {
  const callback = await lockOwn(tx, ctx, id)
  await keepOneForTheWindow(tx, ctx, callback)
  const { caseId, practice } = callback
  const found = await caseOf(tx, ctx.cityId, caseId)
  if (!found.contactPhone) throw conflict('no-number', 'Zu diesem Anliegen ist keine Telefonnummer bekannt.')
  await keepFreeOfReturnCall(tx, ctx, found.contactPhone, practice)
  const attempt = {
    id: newId(),
    number: Math.min(callback.attempts + 1, MAX_ATTEMPTS),
    via: viaOf(practice),
  }
  const startedAt = ctx.clock.now()
  await insert(tx, ctx, id, { ...attempt, startedAt })
  const data = { callbackId: id, via: attempt.via, number: attempt.number, practice }
  await emitCallback(tx, ctx, 'attempt.started', { id, caseId, at: startedAt }, data)
  const callerId = await shownNumber(tx, ctx.cityId, callback.teamId, found.lineId)
  return { attemptId: attempt.id, number: found.contactPhone, callerId, practice }
}

/** The last attempt is kept for the window that was promised, so that nobody can use all up before. */
async function keepOneForTheWindow(tx: Tx, ctx: StaffContext, callback: Callback): Promise<void> {
  const { attempts, promise, windowStart, windowEnd } = callback
  const now = ctx.clock.now()
  if (attempts < MAX_ATTEMPTS - 1 || promise !== 'open' || now >= windowStart) return
  const { timeZone } = await serviceHoursOf(tx, ctx.cityId)
  const window = spokenWindow({ start: windowStart.getTime(), end: windowEnd.getTime() }, now, timeZone)
  throw conflict('window-first', `Der letzte Versuch gehört in das zugesagte Zeitfenster: ${window}.`)
}

/** Whoever talks with us already is not called. One who waits in line is put through to the clerk by the telephone. */
async function keepFreeOfReturnCall(
  tx: Tx,
  ctx: StaffContext,
  number: PhoneNumber,
  practice: boolean,
): Promise<void> {
  const call = practice ? null : await liveCallOfNumber(tx, ctx.cityId, number)
  if (call?.state !== 'connected') return
  throw conflict(
    'citizen-calls',
    'Diese Person hat gerade selbst angerufen und spricht schon mit jemandem. Bitte das Gespräch abwarten.',
  )
}

async function insert(
  tx: Tx,
  ctx: StaffContext,
  callbackId: string,
  { startedAt, ...attempt }: { id: string; number: number; via: Via; startedAt: Date },
): Promise<void> {
  try {
    await insertAttempt(tx, {
      ...attempt,
      city_id: ctx.cityId,
      callback_id: callbackId,
      account_id: ctx.actor.accountId,
      started_at: startedAt,
    })
  } catch (error) {
    if (refusedBy(error) !== 'attempt_one_open') throw error
    throw conflict(
      'attempt-open',
      'Ein Anrufversuch läuft schon. Bitte zuerst eintragen, was er ergeben hat.',
    )
  }
}
