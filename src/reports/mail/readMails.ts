import { caseOf, requireTeam } from '../../cases/index.ts'
import { fileOfMail, type FoundMail, mailById, mailsBy, rawOfMail } from '../../messages/index.ts'
import { recordLook, recordLookOnce } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { invalid, notFound } from '../../platform/problems.ts'
import { findCategory } from '../categories/store.ts'
import { type MailsView, type MailView, WAITS } from './contract.ts'
import { intakeCategory, setIntakeCategory } from './intakeStore.ts'
import { MAIL_STAFF } from './mailStaff.ts'

/** What waits for a decision, or was set aside. The look is in the audit trail before anything is shown. */
export async function readMails(
  ctx: StaffContext,
  { which }: { which: 'waiting' | 'aside' },
): Promise<MailsView> {
  requireRole(ctx, ...MAIL_STAFF)
  const mails = await mailsBy(ctx.db, ctx.cityId, { which })
  if (mails.length > 0) await recordLookOnce(ctx.db, ctx, 'mail.list-read', { kind: 'mail', id: which })
  return { mails: await presented(ctx, mails), intake: await intakeCategory(ctx.db, ctx.cityId) }
}

/** The mails of a case, for who works it. @throws Problem 403 for another team's */
export async function readMailsOfCase(ctx: StaffContext, caseId: string): Promise<MailsView> {
  requireRole(ctx, ...CITY_STAFF)
  const mails = await mailsBy(ctx.db, ctx.cityId, { ofCase: caseId })
  if (mails.length > 0) {
    requireTeam(ctx.actor, (await caseOf(ctx.db, ctx.cityId, caseId)).teamId)
    await recordLookOnce(ctx.db, ctx, 'mail.list-read', { kind: 'case', id: caseId })
  }
  return { mails: await presented(ctx, mails), intake: null }
}

/** One file of a mail, or the mail as it came; to save, never to show. @throws Problem 404, 403 */
export async function readMailFile(
  ctx: StaffContext,
  which: { mailId: string; id: string | 'raw' },
): Promise<{ name: string; bytes: Buffer }> {
  requireRole(ctx, ...CITY_STAFF)
  const mail = await mailById(ctx.db, ctx.cityId, which.mailId)
  if (!mail) throw notFound('Diese E-Mail')
  await requireReader(ctx, mail)
  await recordLook(ctx.db, ctx, 'mail.file-read', { kind: 'mail', id: which.mailId })
  if (which.id !== 'raw') {
    const file = await fileOfMail(ctx.db, ctx.cityId, which)
    if (!file) throw notFound('Diese Anlage')
    return file
  }
  const bytes = await rawOfMail(ctx.db, ctx.cityId, which.mailId)
  if (!bytes) throw notFound('Diese E-Mail')
  return { name: 'nachricht.eml', bytes }
}

/** In which category mails begin from now on. @throws Problem 422 */
export async function chooseIntake(ctx: StaffContext, { category }: { category: string }): Promise<void> {
  requireRole(ctx, 'admin')
  const found = await findCategory(ctx.db, ctx.cityId, category)
  if (!found?.active) throw invalid({ category: 'Bitte eine Kategorie wählen.' })
  await inTransaction(ctx, (tx) => setIntakeCategory(tx, ctx.cityId, category))
}

/** Who reads the mailbox sees all that has no case yet; what has one belongs to its team. */
async function requireReader(ctx: StaffContext, mail: FoundMail): Promise<void> {
  if (mail.state === 'done' && mail.caseId !== null)
    return requireTeam(ctx.actor, (await caseOf(ctx.db, ctx.cityId, mail.caseId)).teamId)
  requireRole(ctx, ...MAIL_STAFF)
}

async function presented(ctx: StaffContext, mails: readonly FoundMail[]): Promise<MailView[]> {
  const shown: MailView[] = []
  for (const { receivedAt, waitsBecause, caseId, files, messageId: _, state: __, ...mail } of mails) {
    const found = caseId === null ? null : await caseOf(ctx.db, ctx.cityId, caseId)
    shown.push({
      ...mail,
      receivedAt: receivedAt.toISOString(),
      waitsBecause: WAITS.find((one) => one === waitsBecause) ?? null,
      case: found && { id: found.id, number: found.number },
      files: [...files],
    })
  }
  return shown
}
