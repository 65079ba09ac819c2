import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import { emitReport } from '../events.ts'
import { objectUntil } from '../objectRule.ts'
import * as reports from '../store.ts'
import type { TakenPhoto } from './model.ts'
import { photoFaults } from './photoTexts.ts'
import * as store from './store.ts'

/**
 * Adds a photo to a report that is there, in the caller's transaction, whoever sent it. The same photo twice is one.
 * @param taken of `takePhoto`
 * @throws Problem 409 `photos-full`, `report-over` 30 days after the answer; 404
 */
export async function addPhoto(tx: Tx, ctx: Context, caseId: string, taken: TakenPhoto): Promise<void> {
  const { cityId, clock, actor } = ctx
  const report = await reports.lockReport(tx, cityId, caseId)
  if (!report) throw notFound('Diese Meldung')
  const at = clock.now()
  if (report.answeredAt && objectUntil(report.answeredAt) <= at)
    throw conflict('report-over', photoFaults.de.over)
  const owner = { caseId }
  if (await store.hasSame(tx, cityId, owner, taken)) return
  const id = newId(at.getTime())
  const addedBy = actor.kind === 'account' ? actor.accountId : null
  if (!(await store.insertPhoto(tx, cityId, owner, { id, taken, at, addedBy })))
    throw conflict('photos-full', photoFaults.de.full)
  await emitReport(tx, ctx, 'report.photo-added', { id: caseId, caseId, at }, { photoId: id })
}
