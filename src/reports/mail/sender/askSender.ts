import { createHmac } from 'node:crypto'
import { caseOf } from '../../../cases/index.ts'
import { mayWriteAgain, queueMessage } from '../../../messages/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { signingKey } from '../../../platform/http/signingKey.ts'

const DAY_MS = 86_400_000
/** So long whoever is asked can say that it was them. */
export const ASKED_FOR_MS = 14 * DAY_MS

/** The kind of the message that asks. */
export const CONFIRM_SENDER = 'report.confirm-sender'

/**
 * Asks the address that a case knows whether an answer from another one is its person's too, once for each case and address.
 * Until somebody says so, here or at the city hall, it stays outside of the case.
 */
export async function askSender(
  tx: Tx,
  ctx: Context,
  { mailId, caseId, from }: { mailId: string; caseId: string; from: string },
): Promise<void> {
  const { contactEmail, emailRefused, contactLang, practice } = await caseOf(tx, ctx.cityId, caseId)
  if (contactEmail === null || emailRefused || practice) return
  if (!(await mayWriteAgain(tx, ctx, contactEmail))) return
  const mac = createHmac('sha256', await signingKey(ctx))
  const fact = mac.update(`sender\n${ctx.cityId}\n${caseId}\n${from.toLowerCase()}`).digest('base64url')
  await queueMessage(tx, ctx, {
    kind: CONFIRM_SENDER,
    subjectId: mailId,
    caseId,
    // The stranger's address is not in it, and cannot be found out from it.
    dedupKey: `${CONFIRM_SENDER} ${fact}`,
    channel: 'email',
    recipient: contactEmail,
    lang: contactLang,
    uselessFrom: new Date(ctx.clock.now().getTime() + ASKED_FOR_MS),
  })
}
