import { caseOf, openCase } from '../../cases/index.ts'
import { lineById, type Line } from '../../city/index.ts'
import { type Context, inTransaction, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { Problem } from '../../platform/problems.ts'
import type { CaseNumber } from '../../shared/caseNumber.ts'
import { callerNumber } from '../../shared/callerNumber.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { callById, type CallbackDoor, type MenuPromise, notePromiseOfCall } from '../../telephony/index.ts'
import { promiseCallback } from '../promises/promiseCallback.ts'
import { joinCase, openPromiseFor } from '../request/openPromiseFor.ts'
import { keepSpokenReason } from './spokenReason.ts'
import { windowsFor } from '../windows/windowsFor.ts'

/** What the voice menu may ask of this room. */
export function menuDoor(platform: Platform): CallbackDoor {
  return {
    offerWindow: async (cityId, lineId) => {
      const line = await lineById(platform.db, cityId, lineId)
      return line ? nextWindow(platform, line) : null
    },
    promiseByMenu: (promise) => promiseByMenu(platform, promise),
  }
}

/**
 * The caller chose a callback by key: case, promise, what was spoken on tape and the call's own end of it are one
 * transaction. @throws when the line is gone, or the call has a case already
 */
async function promiseByMenu(
  platform: Platform,
  promise: MenuPromise,
): ReturnType<CallbackDoor['promiseByMenu']> {
  const { cityId, lineId } = promise
  const ctx: Context = { ...platform, cityId, actor: { kind: 'caller' } }
  const line = await lineById(platform.db, cityId, lineId)
  if (!line) throw new Error(`no line ${lineId}`)
  try {
    return { ok: true, ...(await inTransaction(ctx, (tx) => joinOrPromise(tx, ctx, line, promise))) }
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'window-full')) throw error
    return { ok: false, next: await nextWindow(platform, line) }
  }
}

/**
 * Whoever calls from the number that is to be called is known: an open promise to it is told again, and no second one made. A
 * number that was keyed in may be anybody's, and the caller is told a window here and now, so it gets a promise of its own.
 */
async function joinOrPromise(
  tx: Tx,
  ctx: Context,
  line: Line,
  promise: MenuPromise,
): Promise<{ caseNumber: CaseNumber; window: TimeRange }> {
  const { callId, number, lang, spoken, window } = promise
  const call = await callById(tx, ctx.cityId, callId)
  const isOwn = call?.caller ? callerNumber(call.caller) === number : false
  const wish = { concern: { is: 'unknown' }, proven: true } as const
  const known = await openPromiseFor(tx, ctx, number, wish)
  if (!isOwn || !known) return { caseNumber: await openAndPromise(tx, ctx, line, promise), window }
  const { caseId, due } = known
  const said = { channel: 'phone', name: null, email: null, wished: null } as const
  await joinCase(tx, ctx, caseId, { ...said, reason: reasonOf(lang, spoken !== null) })
  if (spoken) await keepSpokenReason(tx, ctx, caseId, spoken)
  await notePromiseOfCall(tx, ctx, { callId, caseId })
  return { caseNumber: (await caseOf(tx, ctx.cityId, caseId)).number, window: due }
}

async function openAndPromise(
  tx: Tx,
  ctx: Context,
  line: Line,
  { callId, number, window, lang, spoken }: MenuPromise,
): Promise<CaseNumber> {
  const teamId = line.callbackTeamId
  const opened = await openCase(tx, ctx, {
    channel: 'phone',
    practice: false,
    callId,
    lineId: line.id,
    teamId,
    serviceId: null,
    reason: reasonOf(lang, spoken !== null),
    contactName: null,
    contactPhone: number,
    outcome: 'callback',
  })
  const caseId = opened.id
  const [windowStart, windowEnd] = [new Date(window.start), new Date(window.end)]
  await promiseCallback(tx, ctx, { caseId, teamId, windowStart, windowEnd, practice: false })
  if (spoken) await keepSpokenReason(tx, ctx, caseId, spoken)
  await notePromiseOfCall(tx, ctx, { callId, caseId })
  return opened.number
}

async function nextWindow({ db, clock }: Platform, line: Line): Promise<TimeRange | null> {
  const [next] = await windowsFor(db, line.cityId, line.callbackTeamId, clock.now(), 1, {
    wide: true,
  })
  return next ? { start: next.start, end: next.end } : null
}

/** What the clerk reads where nobody has written anything down. */
function reasonOf(lang: MenuPromise['lang'], hasTape: boolean): string {
  const english = lang === 'en' ? ' Die Person hat Englisch gewählt.' : ''
  const tape = hasTape ? ' Das Anliegen ist auf Band gesprochen.' : ''
  return `Rückruf am Telefon gewünscht.${english}${tape}`
}
