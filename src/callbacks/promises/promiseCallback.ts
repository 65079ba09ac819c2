import { caseOf } from '../../cases/index.ts'
import { serviceHoursOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { Problem } from '../../platform/problems.ts'
import { spokenWindow } from '../../shared/germanTime.ts'
import { bookWindow, windowAt } from '../windows/bookWindow.ts'
import { foresee } from '../windows/foresee.ts'
import { insertForecast } from '../windows/trackerStore.ts'
import { plannedWork } from '../windows/staffing.ts'
import { emitCallback } from '../events.ts'
import type { Answer } from '../notices/noticeRule.ts'
import { tellCallback } from '../notices/tellCallback.ts'
import * as store from '../store.ts'
import { windowsFor } from '../windows/windowsFor.ts'
import { withdrawServed } from '../proposals/withdrawProposals.ts'

/** Enqueued with each promise, for the moment after its window. */
export const PROMISE_DUE = 'callbacks.promise-due'

export interface NewPromise {
  caseId: string
  teamId: string
  /** Start of a window of the service hours. */
  windowStart: Date
  /** Its end; without it the hour that begins then is meant. */
  windowEnd?: Date | undefined
  practice: boolean
  /** The citizen gets a message; false where nobody spoke with them about it. */
  tell?: boolean
}

export interface Promised {
  id: string
  /** 'heute zwischen 14 und 15 Uhr' */
  text: string
  /** By which way the citizen gets it in writing, or why by none; null where nobody is told. */
  told: Answer | null
}

/**
 * Promises a callback in the caller's transaction, with its planned work booked in the window; practice books nothing.
 * @throws Problem 409 `window-full` naming a window that has room
 */
export async function promiseCallback(tx: Tx, ctx: Context, input: NewPromise): Promise<Promised> {
  const { caseId, teamId, practice } = input
  const now = ctx.clock.now()
  // Whoever is promised a call needs no proposal of one. Before the window, as in accepting one: so nobody waits in a ring.
  const { contactPhone, serviceId } = await caseOf(tx, ctx.cityId, caseId)
  if (contactPhone && !practice) await withdrawServed(tx, ctx, contactPhone, 'promised')
  const window = await windowAt(tx, ctx, input.windowStart, input.windowEnd)
  const workMs = await plannedWork(tx, ctx.cityId, teamId, serviceId)
  const foreseen = window && !practice ? await foresee(tx, ctx, teamId, window, workMs) : null
  if (!window || !(practice || (await bookWindow(tx, ctx, teamId, window, workMs)))) {
    throw await windowFull(tx, ctx, teamId, serviceId)
  }
  const id = newId(now.getTime())
  const [start, end] = [new Date(window.start), new Date(window.end)]
  await store.insertCallback(tx, {
    city_id: ctx.cityId,
    id,
    case_id: caseId,
    team_id: teamId,
    practice,
    window_start: start,
    window_end: end,
    promised_at: now,
    promised_by: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
    due_from: start,
    due_until: end,
    work_ms: workMs,
    books_unit: !practice,
  })
  if (foreseen) await insertForecast(tx, ctx.cityId, id, foreseen)
  await emitCallback(
    tx,
    ctx,
    'callback.promised',
    { id, caseId, at: now },
    { caseId, teamId, windowStart: start.toISOString(), windowEnd: end.toISOString(), practice },
  )
  const startAfter = new Date(window.end + 1)
  await ctx.jobs.send(tx, PROMISE_DUE, { cityId: ctx.cityId, callbackId: id }, { startAfter })
  const { timeZone } = await serviceHoursOf(tx, ctx.cityId)
  const told = input.tell === false ? null : await tellCallback(tx, ctx, 'made', id)
  return { id, text: spokenWindow(window, now, timeZone), told }
}

/** The refusal of a window without room, naming one that has some. */
export async function windowFull(
  tx: Tx,
  ctx: Context,
  teamId: string,
  serviceId: string | null,
): Promise<Problem> {
  const [next] = await windowsFor(tx, ctx.cityId, teamId, ctx.clock.now(), 1, { serviceId, wide: true })
  const offer = next ? `Frei ist: ${next.label}.` : 'Zurzeit ist kein Zeitfenster frei.'
  const message = `Dieses Zeitfenster ist nicht mehr frei. ${offer}`
  return new Problem(409, 'window-full', message, { windowStart: message })
}
