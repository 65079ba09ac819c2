import { writeNote } from '../../cases/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { emitReport } from '../events.ts'
import { objectToAnswer } from '../follow/objectToAnswer.ts'
import * as reports from '../store.ts'
import { keepAttachments } from './keepAttachments.ts'
import type { MailWords } from './model.ts'

const LONGEST = { update: 4000, objection: 2000 }

/**
 * What somebody wrote to their own case: an update of their report, "not solved" where it was answered, a note of any other case.
 * @param ctx its `db` is the transaction @param reopens the case has ended recently, and a person writes
 */
export async function addReply(
  tx: Tx,
  ctx: Context,
  caseId: string,
  reopens: boolean,
  mail: MailWords,
): Promise<'reply' | 'note'> {
  const words = mail.ownWords || mail.subject || '(Diese E-Mail hatte keinen Text.)'
  const report = await reports.lockReport(tx, ctx.cityId, caseId)
  if (!report) await writeNote(tx, ctx, caseId, `E-Mail: ${cut(words, LONGEST.update)}`)
  else if (reopens && report.answeredAt) await objectToAnswer(ctx, caseId, cut(words, LONGEST.objection))
  else await addUpdate(tx, ctx, report, cut(words, LONGEST.update))
  await keepAttachments(tx, ctx, caseId, mail)
  return report ? 'reply' : 'note'
}

async function addUpdate(
  tx: Tx,
  ctx: Context,
  { caseId, state }: { caseId: string; state: reports.Changed['state'] },
  text: string,
): Promise<void> {
  const at = ctx.clock.now()
  const updateId = newId(at.getTime())
  await reports.insertUpdate(tx, {
    city_id: ctx.cityId,
    id: updateId,
    case_id: caseId,
    at,
    state,
    text,
    planned_for: null,
    account_id: null,
  })
  await reports.setPutAway(tx, ctx.cityId, caseId, null)
  await emitReport(tx, ctx, 'report.replied', { id: caseId, caseId, at }, { updateId })
}

const MORE = '\n… (gekürzt)'

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - MORE.length).toWellFormed()}${MORE}`
