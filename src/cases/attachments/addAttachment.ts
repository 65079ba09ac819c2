import { createHash } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, invalid, notFound, Problem } from '../../platform/problems.ts'
import { keptUntil } from '../keptRule.ts'
import { type AttachmentAdded, MOST_BYTES, MOST_PER_CASE, TOO_LARGE } from './contract.ts'
import { emitAttachment } from './events.ts'
import { cleanName } from './nameRule.ts'
import { mediaTypeOf } from './sniffRule.ts'
import * as store from './store.ts'

/**
 * Adds a file to a case in the caller's transaction, whoever sent it. The same content twice in one case is one file.
 * @param file its name as the sender calls it, and its content; what it is decides the content alone
 * @throws Problem 422 for another kind of file, 413, 404 for no such case, 409 `case-over` or `case-full`
 */
export async function addAttachment(
  tx: Tx,
  ctx: Context,
  caseId: string,
  file: { name: string; bytes: Buffer },
): Promise<AttachmentAdded> {
  const { bytes } = file
  if (bytes.length > MOST_BYTES) throw new Problem(413, 'too-large', TOO_LARGE)
  const mediaType = mediaTypeOf(bytes)
  if (!mediaType) throw invalid({ file: bytes.length === 0 ? EMPTY : WRONG_KIND })
  const sha256 = createHash('sha256').update(bytes).digest()
  const at = ctx.clock.now()
  const found = await store.lockCase(tx, ctx.cityId, caseId)
  if (!found) throw notFound('Dieses Anliegen')
  if (found.closedAt && keptUntil(found.closedAt) <= at) throw conflict('case-over', OVER)
  const same = await store.findSame(tx, ctx.cityId, caseId, sha256)
  if (same) return { ...same, joined: true }
  if (found.attachments >= MOST_PER_CASE) throw conflict('case-full', FULL)
  const id = newId(at.getTime())
  const name = cleanName(file.name, mediaType)
  await store.insertAttachment(tx, {
    city_id: ctx.cityId,
    id,
    case_id: caseId,
    name,
    media_type: mediaType,
    bytes,
    added_by: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
    added_at: at,
  })
  const data = { attachmentId: id, mediaType, size: bytes.length }
  await emitAttachment(tx, ctx, 'case.attachment-added', { id, caseId, at }, data)
  return { id, name, joined: false }
}

const EMPTY = 'Diese Datei ist leer.'
const WRONG_KIND = 'Diese Datei ist weder PDF noch JPEG- oder PNG-Bild. Ihr Inhalt zählt, nicht ihr Name.'
const FULL = `Dieses Anliegen hat schon ${MOST_PER_CASE} Anlagen. Mehr gehen nicht.`
const OVER =
  'Dieses Anliegen ist schon seit 30 Tagen abgeschlossen. Seine Anlagen sind gelöscht, und neue kommen nicht dazu.'
