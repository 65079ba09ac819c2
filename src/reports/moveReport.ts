import { callOwed, giveAnswer } from '../cases/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { CITY_STAFF } from '../platform/http/route.ts'
import { newId } from '../platform/ids.ts'
import { conflict, invalid } from '../platform/problems.ts'
import { cleanText } from '../shared/cleanText.ts'
import { endOfDay, today } from './dueAt.ts'
import { emitReport } from './events.ts'
import { lockMerged } from './merging/mergeStore.ts'
import { isEnded, type Report } from './model.ts'
import { openOwnReport } from './ownReport.ts'
import { type Step, stepFaults } from './stepRule.ts'
import { tellFollowers } from './public/followers/tellFollowers.ts'
import * as store from './store.ts'
import { tellReport } from './tell/tellReport.ts'

/**
 * Gives a report its next state, with what whoever reported gets to read. `done` and `not-done` are the answer and end the
 * case; a planned day is the new due time. Whoever can be told is told.
 * @throws Problem 422 with a sentence per field, 409 when it is answered or a call is owed, 404, 403
 */
export async function moveReport(ctx: StaffContext, caseId: string, input: Step): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  const step = { ...input, text: cleanText(input.text) }
  await inTransaction(ctx, async (tx) => {
    const { report } = await openOwnReport(tx, ctx, caseId)
    const at = ctx.clock.now()
    const faults = stepFaults(report.state, step, await today(tx, ctx.cityId, at))
    if (Object.keys(faults).length > 0) throw invalid({ ...faults })
    const plannedFor = step.state === 'planned' ? step.plannedFor : null
    const dueAt = plannedFor ? await endOfDay(tx, ctx.cityId, plannedFor) : report.dueAt
    const ends = isEnded(step.state)
    const next = { ...step, at, dueAt, plannedFor, ends }
    for (const one of [report, ...(await lockMerged(tx, ctx.cityId, caseId))]) await take(tx, ctx, one, next)
  })
}

interface Next extends Step {
  at: Date
  dueAt: Date
  ends: boolean
}

/** One of those who reported the same gets the step: its state, its words, its message. */
async function take(tx: Tx, ctx: StaffContext, report: Report, next: Next): Promise<void> {
  const { caseId } = report
  const { state, text, at, dueAt, plannedFor, ends } = next
  if (ends) await requireNoCallOwed(tx, ctx, caseId)
  const answer = { answer: ends ? text : null, answeredAt: ends ? at : null }
  await store.setState(tx, ctx.cityId, caseId, { state, dueAt, plannedFor, ...answer })
  const updateId = newId(at.getTime())
  await store.insertUpdate(tx, {
    city_id: ctx.cityId,
    id: updateId,
    case_id: caseId,
    at,
    state,
    text,
    planned_for: plannedFor,
    account_id: ctx.actor.accountId,
  })
  const moved = { updateId, fromState: report.state, toState: state, plannedFor, dueAt: dueAt.toISOString() }
  await emitReport(tx, ctx, 'report.moved', { id: caseId, caseId, at }, moved)
  if (ends) await giveAnswer(tx, ctx, caseId)
  await tellReport(tx, ctx, caseId, { notice: ends ? 'answered' : 'news', of: updateId })
  await tellFollowers(tx, ctx, caseId, updateId, [report, { state, plannedFor }])
}

/** A promised call is made or taken back first: the answer ends the case, and no closed case owes one. */
async function requireNoCallOwed(tx: Tx, ctx: StaffContext, caseId: string): Promise<void> {
  if (!(await callOwed(tx, ctx.cityId, caseId))) return
  throw conflict(
    'call-owed',
    'Zu dieser Meldung ist noch ein Rückruf zugesagt. Bitte rufen Sie zuerst an, oder beenden Sie den Rückruf.',
  )
}
