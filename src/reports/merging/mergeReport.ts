import { findCaseByNumber, handOver } from '../../cases/index.ts'
import { cityOf } from '../../city/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, invalid } from '../../platform/problems.ts'
import { parseCaseNumber } from '../../shared/caseNumber.ts'
import { dueAfterChange } from '../dueRule.ts'
import { emitReport } from '../events.ts'
import type { Report } from '../model.ts'
import { openOwnReport } from '../ownReport.ts'
import * as store from '../store.ts'
import { tellReport } from '../tell/tellReport.ts'
import { lockMerged, setMerged } from './mergeStore.ts'

/** What whoever reported it later reads. */
const TOGETHER =
  'Das haben schon andere gemeldet. Wir bearbeiten es zusammen, und Sie bekommen dieselbe Antwort.'

/**
 * A report that says the same as another one belongs to it from now on: it has its state, and whoever reported gets the one answer.
 * The one that is worked is due by the earlier of both promises.
 * @param input.number of the one that is worked
 * @throws Problem 422 at `number`, 409 when one is answered or belongs to another one, 404, 403
 */
export async function mergeReport(
  ctx: StaffContext,
  caseId: string,
  input: { number: string },
): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  const into = await idOf(ctx, input.number)
  if (into === caseId) throw invalid({ number: 'Das ist die Nummer dieser Meldung.' })
  await inTransaction(ctx, async (tx) => {
    const locked = new Map<string, Awaited<ReturnType<typeof openOwnReport>>>()
    // In the order of ids, so that two people who merge both ways do not wait for each other.
    for (const id of [caseId, into].toSorted()) locked.set(id, await openOwnReport(tx, ctx, id))
    const one = locked.get(caseId)!
    const worked = locked.get(into)!
    if (one.of.practice !== worked.of.practice)
      throw invalid({ number: 'Übungen und echte Meldungen gehören nicht zusammen.' })
    const dueAt = worked.report.plannedFor
      ? worked.report.dueAt
      : dueAfterChange(worked.report.dueAt, one.report.dueAt)
    await store.setState(tx, ctx.cityId, into, { ...worked.report, dueAt })
    const belonging = await lockMerged(tx, ctx.cityId, caseId)
    for (const { caseId: id } of belonging) await setMerged(tx, ctx.cityId, id, null)
    for (const report of [one.report, ...belonging]) {
      await join(tx, ctx, report, { ...worked.report, dueAt })
      if (one.of.teamId !== worked.of.teamId) await handOver(tx, ctx, report.caseId, worked.of.teamId)
    }
  })
}

async function join(tx: Tx, ctx: StaffContext, report: Report, worked: Report): Promise<void> {
  const { caseId } = report
  const at = ctx.clock.now()
  await setMerged(tx, ctx.cityId, caseId, worked.caseId)
  await store.setState(tx, ctx.cityId, caseId, worked)
  const updateId = newId(at.getTime())
  await store.insertUpdate(tx, {
    city_id: ctx.cityId,
    id: updateId,
    case_id: caseId,
    at,
    state: worked.state,
    text: TOGETHER,
    planned_for: worked.plannedFor,
    account_id: ctx.actor.accountId,
  })
  await emitReport(tx, ctx, 'report.merged', { id: caseId, caseId, at }, { intoId: worked.caseId })
  await tellReport(tx, ctx, caseId, { notice: 'news', of: updateId })
}

async function idOf(ctx: StaffContext, typed: string): Promise<string> {
  const { casePrefix: prefix } = await cityOf(ctx.db, ctx.cityId)
  const number = parseCaseNumber(typed, { prefix })
  if (!number.ok) throw invalid({ number: number.message })
  const found = await findCaseByNumber(ctx.db, ctx.cityId, number.value)
  if (!found || !(await store.findReport(ctx.db, ctx.cityId, found.id)))
    throw invalid({ number: 'Eine Meldung mit dieser Nummer gibt es nicht.' })
  return found.id
}

/** A report that was put to another one by mistake is one of its own again. @throws Problem 409 when it is one, or is answered; 404, 403 */
export async function splitReport(ctx: StaffContext, caseId: string): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  await inTransaction(ctx, async (tx) => {
    const known = await store.findReport(tx, ctx.cityId, caseId)
    if (!known?.mergedInto) throw conflict('not-merged', 'Diese Meldung gehört zu keiner anderen.')
    await openOwnReport(tx, ctx, known.mergedInto)
    const report = await store.lockReport(tx, ctx.cityId, caseId)
    if (report?.mergedInto !== known.mergedInto)
      throw conflict('not-merged', 'Diese Meldung gehört zu keiner anderen.')
    await setMerged(tx, ctx.cityId, caseId, null)
    const at = ctx.clock.now()
    await emitReport(tx, ctx, 'report.split', { id: caseId, caseId, at }, { fromId: known.mergedInto })
  })
}
