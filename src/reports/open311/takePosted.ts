import { diallingOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import { Problem } from '../../platform/problems.ts'
import { hashOf, newSecret } from '../../platform/secret.ts'
import { callbackNumber } from '../../shared/callbackNumber.ts'
import { emailAddress } from '../../shared/emailAddress.ts'
import { findCategory } from '../categories/store.ts'
import { openReport, type Opened } from '../openReport.ts'
import { keepLoosePhoto } from '../photos/loosePhotos.ts'
import { MOST_PHOTOS } from '../photos/model.ts'
import { photoFaults } from '../photos/photoTexts.ts'
import { takePhoto } from '../photos/takePhoto.ts'
import { Failure } from './failure.ts'
import * as store from './open311Store.ts'
import type { Posted } from './postRule.ts'

/**
 * Opens a report that another program sends, with its photos. Its key says that it may; an `Idempotency-Key` of its own makes a request that is
 * sent again unchanged the same report.
 * @throws Failure 403 without a key, 404 for no such category, 400 for anything else
 */
export async function takePosted(
  ctx: Context,
  posted: Posted,
  files: readonly File[],
  idempotencyKey: string | null,
): Promise<Opened> {
  const keyId =
    posted.apiKey === '' ? null : await store.findActiveKey(ctx.db, ctx.cityId, hashOf(posted.apiKey))
  if (keyId === null) throw new Failure(403, 'api_key was not provided or is not known')
  const category = await findCategory(ctx.db, ctx.cityId, posted.categoryId)
  if (!category?.active) throw new Failure(404, 'service_code not found')
  const contact = await contactIn(ctx, posted)
  // One program's key is nothing to another one.
  const key = idempotencyKey && `open311 ${keyId} ${hashOf(idempotencyKey).toString('hex')}`
  const photosOf = await keepFiles(ctx, files, key)
  try {
    return await openReport(ctx, {
      categoryId: category.id,
      channel: 'web',
      description: posted.description,
      place: posted.place,
      at: posted.at,
      mediaUrl: posted.mediaUrl,
      answers: posted.answers,
      contact,
      lang: 'de',
      idempotencyKey: key,
      photosOf,
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const sentences = Object.entries(error.fields).map(
      ([field, sentence]) => `${theirName(field)}: ${sentence}`,
    )
    throw new Failure(400, sentences.join(' ') || error.message)
  }
}

/** Under the key of the request, so that the same one again doubles none. @returns under which key; null without any */
async function keepFiles(ctx: Context, files: readonly File[], key: string | null): Promise<string | null> {
  if (files.length === 0) return null
  if (files.length > MOST_PHOTOS) throw new Failure(400, photoFaults.de.full)
  const photosOf = key ?? newSecret()
  for (const file of files) {
    const taken = await takePhoto(new Uint8Array(await file.arrayBuffer()))
    const kept = taken.ok ? await keepLoosePhoto(ctx, photosOf, taken.value) : taken.cause
    if (kept !== 'kept') throw new Failure(400, photoFaults.de[kept])
  }
  return photosOf
}

async function contactIn(ctx: Context, { name, email, phone }: Posted) {
  if (email !== '' && !emailAddress.safeParse(email).success)
    throw new Failure(400, 'email is not an e-mail address')
  const number = phone === '' ? null : callbackNumber(phone, await diallingOf(ctx.db, ctx.cityId))
  if (number && !number.ok) throw new Failure(400, `phone: ${number.message}`)
  return { name: name || null, email: email || null, phone: number?.value ?? null }
}

/** A question of ours is an attribute to who sends. */
const theirName = (field: string): string => field.replace(/^answers\.(.+)$/, 'attribute[$1]')
