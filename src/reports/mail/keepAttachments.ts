import { addAttachment } from '../../cases/index.ts'
import { removeMailFile } from '../../messages/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { Problem } from '../../platform/problems.ts'
import { addPhoto } from '../photos/addPhoto.ts'
import { takePhoto } from '../photos/takePhoto.ts'
import * as reports from '../store.ts'
import type { MailWords } from './model.ts'

/**
 * What of a mail's files may stand with the case, stands there: photos, written anew without what the camera noted, and PDF. Their
 * originals go. Everything else, and what is too much, stays with the mail, to be saved and never shown.
 */
export async function keepAttachments(
  tx: Tx,
  ctx: Context,
  caseId: string,
  { id: mailId, files }: MailWords,
): Promise<void> {
  const isReport = (await reports.findReport(tx, ctx.cityId, caseId)) !== null
  for (const [position, file] of files.entries()) {
    if (!(await isKept(tx, ctx, caseId, file, isReport))) continue
    await removeMailFile(tx, ctx.cityId, { mailId, position: file.position ?? position })
  }
}

async function isKept(
  tx: Tx,
  ctx: Context,
  caseId: string,
  { name, bytes }: MailWords['files'][number],
  isReport: boolean,
): Promise<boolean> {
  try {
    const photo = isReport ? await takePhoto(bytes) : null
    if (photo?.ok) await addPhoto(tx, ctx, caseId, photo.value)
    // A picture that cannot be written anew still holds what its camera noted.
    else if (photo && photo.cause !== 'pdf') return false
    else await addAttachment(tx, ctx, caseId, { name, bytes: Buffer.from(bytes) })
    return true
  } catch (error) {
    // Refused before anything was written.
    if (error instanceof Problem) return false
    throw error
  }
}
