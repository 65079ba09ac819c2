import { joinOpenCase, openPromiseFor, promiseCallback } from '../callbacks/index.ts'
import { closeCase, openCase, openCaseOfNumber } from '../cases/index.ts'
import { serviceById } from '../catalogue/index.ts'
import { diallingOf, type Line } from '../city/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { conflict, invalid } from '../platform/problems.ts'
import { type CalledIn, checkCalledIn, isReportOf, openFromCall } from '../reports/index.ts'
import type { Speech } from '../shared/speech.ts'
import type { CallRecord, Switchboard } from '../telephony/index.ts'
import { bookTime } from './bookTime.ts'
import { lineOfCall, ownCall } from './callInHand.ts'
import type { Completed, CompleteInput } from './contract.ts'
import { emitDesk } from './events.ts'
import { giveTimeBack } from './holdTime.ts'
import { type Checked, checkIntake } from './intakeRule.ts'
import { joinCase } from './joinCase.ts'
import { NO_CONCERN, presentRecord, recordOf } from './recordOf.ts'
import { reportLineFor } from './reportLine.ts'
import { DESK_ROLES } from './roles.ts'
import * as store from './store.ts'

/** Everything that goes into a case, checked. */
interface NewRecord extends Checked {
  outcome: Exclude<CompleteInput['outcome'], 'no-concern'>
  serviceId: string | null
  language: Speech
  /** The team that calls back or keeps the case. */
  teamId: string
  /** The open case it joins; null for a new one. */
  belongsTo: string | null
  /** What is reported; null where nothing is. */
  report: CalledIn | null
}

interface Done {
  completed: Completed
  /** An attempt to call this very citizen, to be stopped. */
  stop: string | null
}

/**
 * Completes the record of a call: the case, its promise, appointment or report, and the call's own end of it in one transaction, then the agent
 * is free (or will be when the caller hangs up). Done twice, it answers the same and changes nothing.
 * @throws Problem 422 with a sentence per field, 409 `window-full` or a time that is not held any more, 404, 403 for somebody else's call
 */
export async function complete(
  ctx: StaffContext,
  switchboard: Switchboard,
  callId: string,
  input: CompleteInput,
): Promise<Completed> {
  requireRole(ctx, ...DESK_ROLES)
  const call = await ownCall(ctx.db, ctx, callId)
  const record = input.outcome === 'no-concern' ? null : await check(ctx, call, input)
  const { completed, stop } = await inTransaction(ctx, (tx) => completeOnce(tx, ctx, callId, record))
  // A time that was held and is not wanted after all.
  if (input.outcome !== 'appointment') await giveTimeBack(ctx)
  if (stop) await switchboard.endDial(ctx, stop)
  await switchboard.finishWrapUp(ctx, callId)
  return completed
}

async function check(ctx: StaffContext, call: CallRecord, input: CompleteInput): Promise<NewRecord> {
  const { serviceId, outcome, belongsTo } = input
  const checked = checkIntake(input, await diallingOf(ctx.db, ctx.cityId))
  const service = serviceId === null ? null : await serviceById(ctx, ctx.cityId, serviceId)
  const serviceGone = serviceId !== null && !service
  if (!checked.ok || serviceGone || outcome === 'no-concern') {
    throw invalid({
      ...(serviceGone ? { serviceId: 'Diese Leistung gibt es nicht mehr. Bitte eine andere wählen.' } : {}),
      ...(checked.ok ? {} : checked.fields),
    })
  }
  const report = outcome === 'report' ? await reportOf(ctx, call.id, input) : null
  const teamId = report?.category.teamId ?? (await teamFor(ctx, await lineOfCall(ctx.db, ctx, call), outcome))
  const reason = checked.value.reason || `Termin: ${service?.name ?? ''}`
  return { ...checked.value, reason, outcome, serviceId, teamId, belongsTo, report, language: input.language }
}

/** The note is what is reported; its fault stands at the note. */
async function reportOf(
  ctx: StaffContext,
  callId: string,
  { report, reason }: CompleteInput,
): Promise<CalledIn> {
  if (!report) throw invalid({ category: 'Bitte eine Kategorie wählen.' })
  const { categoryId, key, place, isPrivate, answers } = report
  return checkCalledIn(ctx, { callId, key, categoryId, description: reason, place, isPrivate, answers })
}

async function teamFor(ctx: StaffContext, line: Line, outcome: NewRecord['outcome']): Promise<string> {
  if (outcome !== 'hand-over') return line.callbackTeamId
  const report = await reportLineFor(ctx.db, line)
  if (!report) throw invalid({ outcome: 'Von dieser Rufnummer aus kann nicht weitergegeben werden.' })
  return report.callbackTeamId
}

async function completeOnce(
  tx: Tx,
  ctx: StaffContext,
  callId: string,
  record: NewRecord | null,
): Promise<Done> {
  await store.lockCall(tx, ctx.cityId, callId)
  const call = await ownCall(tx, ctx, callId)
  if (!call.answeredAt) throw conflict('not-answered', 'Dieser Anruf ist noch nicht angenommen.')
  const before = await store.findIntake(tx, ctx.cityId, callId)
  if (before?.completedAt)
    return { completed: await sameAgain(tx, ctx, call, record?.report ?? null), stop: null }
  const { practice } = call
  const made = record && (await keep(tx, ctx, call, record))
  const at = ctx.clock.now()
  await store.completeIntake(tx, ctx.cityId, callId, { accountId: ctx.actor.accountId, at })
  const subject = { id: callId, caseId: made?.caseId ?? null, at }
  const outcome = record?.outcome ?? 'no-concern'
  await emitDesk(tx, ctx, 'intake.completed', subject, { outcome, practice })
  return { completed: made?.completed ?? NO_CONCERN, stop: made?.stop ?? null }
}

/** Whoever lost the first answer still has the form's key, and hears the words. */
async function sameAgain(
  tx: Tx,
  ctx: StaffContext,
  call: CallRecord,
  report: CalledIn | null,
): Promise<Completed> {
  const completed = await recordOf(tx, ctx, call)
  const made =
    report !== null && call.caseId !== null && (await isReportOf(tx, ctx.cityId, report, call.caseId))
  return made ? { ...completed, words: report.words } : completed
}

/** Into the open case that the caller means, or into a new one. */
async function keep(
  tx: Tx,
  ctx: StaffContext,
  call: CallRecord,
  record: NewRecord,
): Promise<Done & { caseId: string }> {
  const { belongsTo, outcome, reason, report } = record
  if (report) return { ...(await makeReport(tx, ctx, call, { ...record, report })), stop: null }
  if (belongsTo === null || outcome === 'hand-over' || outcome === 'report') {
    const known = await promisedAlready(tx, ctx, call, record)
    const made = known ? await joinPromise(tx, ctx, call, { record, caseId: known }) : null
    return { ...(made ?? (await makeCase(tx, ctx, call, record))), stop: null }
  }
  const { caseId, stop } = await joinCase(tx, ctx, call, { belongsTo, outcome, reason })
  await store.setCaseOfCall(tx, ctx.cityId, call.id, caseId)
  const { booking } = record
  const booked = booking && (await bookTime(tx, ctx, { caseId, practice: call.practice }, booking))
  const completed = await recordOf(tx, ctx, { id: call.id, caseId })
  // Only this answer knows the key that is to be said.
  return { caseId, stop, completed: booked ? { ...completed, appointment: booked } : completed }
}

/** The case whose open promise this one would double: of the number that is to be called, which need not be the caller's. */
async function promisedAlready(
  tx: Tx,
  ctx: StaffContext,
  { practice, caller }: CallRecord,
  { outcome, windowStart, contactPhone, serviceId }: NewRecord,
): Promise<string | null> {
  if (practice || outcome !== 'callback' || !windowStart || !contactPhone) return null
  const concern =
    serviceId === null ? ({ is: 'other' } as const) : ({ is: 'service', id: serviceId } as const)
  // The desk showed this one, and the agent says that it is another matter.
  const shown = caller && (await openCaseOfNumber(tx, ctx.cityId, caller, { now: ctx.clock.now(), practice }))
  const wish = { concern, proven: true, not: shown ? shown.id : null }
  const known = await openPromiseFor(tx, ctx, contactPhone, wish)
  return known?.caseId ?? null
}

/** What was said joins the case; nobody is called twice about it, and the window that was told before holds. */
async function joinPromise(
  tx: Tx,
  ctx: StaffContext,
  call: CallRecord,
  { record, caseId }: { record: NewRecord; caseId: string },
): Promise<{ caseId: string; completed: Completed }> {
  const { reason, contactName: name, contactEmail: email } = record
  await joinOpenCase(tx, ctx, caseId, { channel: 'phone', reason, name, email, wished: null })
  await store.setCaseOfCall(tx, ctx.cityId, call.id, caseId)
  return { caseId, completed: await recordOf(tx, ctx, { id: call.id, caseId }) }
}

async function makeReport(
  tx: Tx,
  ctx: StaffContext,
  { id: callId, lineId, practice }: CallRecord,
  { report, serviceId, language, contactName, contactPhone, contactEmail }: NewRecord & { report: CalledIn },
): Promise<{ caseId: string; completed: Completed }> {
  const from = { callId, lineId, practice, serviceId, language, contactName, contactPhone, contactEmail }
  const { caseId, number } = await openFromCall(tx, ctx, report, from)
  await store.setCaseOfCall(tx, ctx.cityId, callId, caseId)
  const completed = presentRecord(number, { promise: null, joined: false }, null)
  return { caseId, completed: { ...completed, words: report.words } }
}

async function makeCase(
  tx: Tx,
  ctx: StaffContext,
  call: CallRecord,
  record: NewRecord,
): Promise<{ caseId: string; completed: Completed }> {
  const { practice } = call
  const { windowStart, windowEnd, booking, belongsTo: _none, report: _nothing, ...fields } = record
  const opened = await openCase(tx, ctx, {
    ...fields,
    channel: 'phone',
    practice,
    callId: call.id,
    lineId: call.lineId,
  })
  const caseId = opened.id
  const { teamId } = record
  const window = windowStart && { windowStart, windowEnd: windowEnd ?? undefined }
  const promised = window && (await promiseCallback(tx, ctx, { caseId, teamId, ...window, practice }))
  const booked = booking && (await bookTime(tx, ctx, { caseId, practice }, booking))
  if (record.outcome === 'settled' || booked) await closeCase(tx, ctx, caseId, 'settled')
  await store.setCaseOfCall(tx, ctx.cityId, call.id, caseId)
  return {
    caseId,
    completed: presentRecord(opened.number, { promise: promised?.text ?? null, joined: false }, booked),
  }
}
