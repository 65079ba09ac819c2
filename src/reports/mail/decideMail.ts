import { findCaseByNumber, requireTeam } from '../../cases/index.ts'
import { cityOf } from '../../city/index.ts'
import { type FoundMail, lockWaiting, updateMail } from '../../messages/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, invalid } from '../../platform/problems.ts'
import { parseCaseNumber } from '../../shared/caseNumber.ts'
import { findCategory } from '../categories/store.ts'
import { addReply } from './addReply.ts'
import type { DecisionInput } from './contract.ts'
import { MAIL_STAFF } from './mailStaff.ts'
import { openFromMail } from './openFromMail.ts'
import { wordsOfMail } from './wordsOfMail.ts'

/**
 * Somebody decides what becomes of a mail that waits: a report, words in a case, or nothing.
 * @throws Problem 422 with a sentence at the field, 409 when somebody has decided, 403 for another team's case
 */
export async function decideMail(
  ctx: StaffContext,
  id: string,
  input: DecisionInput,
): Promise<{ caseId: string | null }> {
  requireRole(ctx, ...MAIL_STAFF)
  return inTransaction(ctx, async (tx) => {
    const inTx = { ...ctx, db: tx }
    const mail = await lockWaiting(tx, ctx.cityId, id)
    if (!mail) throw conflict('decided', 'Über diese E-Mail hat schon jemand entschieden.')
    const done = await carryOut(tx, inTx, mail, input)
    await updateMail(tx, ctx.cityId, id, {
      state: 'done',
      became: done.became,
      waits_because: null,
      case_id: done.caseId ?? mail.caseId,
      handled_at: ctx.clock.now(),
      handled_by: ctx.actor.accountId,
    })
    return { caseId: done.caseId }
  })
}

async function carryOut(
  tx: Tx,
  ctx: StaffContext,
  mail: FoundMail,
  input: DecisionInput,
): Promise<{ became: 'report' | 'reply' | 'note' | 'discarded'; caseId: string | null }> {
  switch (input.as) {
    case 'discarded':
      return { became: 'discarded', caseId: null }
    case 'report': {
      const category = await findCategory(tx, ctx.cityId, input.category)
      if (!category?.active) throw invalid({ category: 'Bitte eine Kategorie wählen.' })
      const caseId = await openFromMail(tx, ctx, await wordsOfMail(tx, ctx.cityId, mail), {
        categoryId: category.id,
      })
      return { became: 'report', caseId }
    }
    case 'case': {
      const { casePrefix: prefix } = await cityOf(tx, ctx.cityId)
      const number = parseCaseNumber(input.number, { prefix })
      if (!number.ok) throw invalid({ number: number.message })
      const found = await findCaseByNumber(tx, ctx.cityId, number.value)
      if (!found) throw invalid({ number: 'Ein Anliegen mit dieser Nummer gibt es nicht.' })
      requireTeam(ctx.actor, found.teamId)
      const became = await addReply(tx, ctx, found.id, false, await wordsOfMail(tx, ctx.cityId, mail))
      return { became, caseId: found.id }
    }
  }
}
