import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { hashPassword } from '../../people/index.ts'
import type { WordsView } from '../contract.ts'
import { emitReport } from '../events.ts'
import { ownReport } from '../ownReport.ts'
import { plainSecret, secretFor } from './secret.ts'
import * as store from './secretStore.ts'

/**
 * Three new words for somebody on the telephone, with which they look their report up. Former ones open nothing any more, and
 * wrong tries are forgotten. @returns the words, shown this once @throws Problem 404, 403 for another team's
 */
export async function giveWords(ctx: StaffContext, caseId: string): Promise<WordsView> {
  requireRole(ctx, ...CITY_STAFF)
  const words = await secretFor(ctx, ctx.cityId, null)
  const hash = await hashPassword(plainSecret(words))
  await inTransaction(ctx, async (tx) => {
    await ownReport(tx, ctx, caseId)
    await store.setSecret(tx, ctx.cityId, caseId, hash)
    await emitReport(tx, ctx, 'report.words-given', { id: caseId, caseId }, {})
    await recordDeed(tx, ctx, 'report.words-given', { kind: 'case', id: caseId }, null)
  })
  return { words }
}
