import { writeNote } from '../../cases/index.ts'
import { mayWriteAgain } from '../../messages/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { openReport } from '../openReport.ts'
import { LONGEST_DESCRIPTION } from '../reportInput.ts'
import { keepAttachments } from './keepAttachments.ts'
import type { MailWords } from './model.ts'

/**
 * A mail becomes a report of its own. Its receipt is left out where that address got many mails today already: two machines
 * would write to each other for ever.
 * @param ctx its `db` is the transaction @returns the case's id
 */
export async function openFromMail(
  tx: Tx,
  ctx: Context,
  mail: MailWords,
  { categoryId }: { categoryId: string },
): Promise<string> {
  const { sender } = mail
  const receipt = sender !== null && (await mayWriteAgain(tx, ctx, sender.address))
  const { caseId } = await openReport(ctx, {
    categoryId,
    channel: 'email',
    description: described(mail),
    place: '',
    answers: {},
    incomplete: true,
    contact: { name: sender?.name || null, phone: null, email: sender?.address ?? null },
    lang: 'de',
    idempotencyKey: null,
    receipt,
  })
  await keepAttachments(tx, ctx, caseId, mail)
  if (sender !== null && !receipt) await writeNote(tx, ctx, caseId, NO_RECEIPT)
  return caseId
}

const NO_RECEIPT =
  'Keine Eingangsbestätigung: An diese Adresse gingen heute schon viele E-Mails. Vielleicht antwortet dort ein Automat.'
const NOTHING = '(Diese E-Mail hatte keinen Text.)'
const CUT = '\n… (gekürzt; alles steht in der E-Mail)'

/** The subject stands first, unless the words begin with it. */
function described({ subject, ownWords }: MailWords): string {
  const whole = ownWords.startsWith(subject) ? ownWords : `${subject}\n\n${ownWords}`.trim()
  if (whole.length <= LONGEST_DESCRIPTION) return whole || NOTHING
  return `${whole.slice(0, LONGEST_DESCRIPTION - CUT.length).toWellFormed()}${CUT}`
}
