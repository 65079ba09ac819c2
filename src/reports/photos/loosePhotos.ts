import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { refusedBy } from '../../platform/problems.ts'
import { hashOf } from '../../platform/secret.ts'
import { emitReport } from '../events.ts'
import * as reports from '../store.ts'
import type { SmallPhoto, TakenPhoto } from './model.ts'
import * as store from './store.ts'

/** So many photos may lie in a city without a report: over a thousand people who write one at the same time. */
const MOST_LOOSE = 2_000

/**
 * Keeps a photo for a report that somebody is still writing, whose key only their browser has. The same photo twice is one.
 * @returns why not: five are there already, or too many of other people
 */
export async function keepLoosePhoto(
  ctx: Context,
  key: string,
  taken: TakenPhoto,
): Promise<'kept' | 'full' | 'too-many-now'> {
  const { db, cityId, clock } = ctx
  const owner = ownerOf(key)
  if (await store.hasSame(db, cityId, owner, taken)) return 'kept'
  if ((await store.countLoose(db, cityId)) >= MOST_LOOSE) return 'too-many-now'
  const at = clock.now()
  try {
    const isIn = await store.insertPhoto(db, cityId, owner, {
      id: newId(at.getTime()),
      taken,
      at,
      addedBy: null,
    })
    return isIn ? 'kept' : 'full'
  } catch (error) {
    // Another window of the same draft took this place: the next one is tried until there is none.
    if (refusedBy(error) !== 'report_photo_draft_place') throw error
    return keepLoosePhoto(ctx, key, taken)
  }
}

/** Those of a draft, for whoever has its key. */
export const loosePhotosOf = ({ db, cityId }: Context, key: string): Promise<SmallPhoto[]> =>
  store.smallOf(db, cityId, ownerOf(key))

/** Takes one away again; nothing for the id of any other photo. */
export const removeLoosePhoto = ({ db, cityId }: Context, key: string, id: string): Promise<void> =>
  store.deleteLoose(db, cityId, hashOf(key), id)

/**
 * The photos of a draft become those of its report, in the transaction that opens it or answers the same request again. Each of
 * them does so once.
 */
export async function attachPhotos(tx: Tx, ctx: Context, caseId: string, key: string): Promise<void> {
  const { cityId } = ctx
  const draftHash = hashOf(key)
  await reports.lockReport(tx, cityId, caseId)
  await store.deleteDoubled(tx, cityId, draftHash, caseId)
  for (const id of await store.idsOfDraft(tx, cityId, draftHash))
    if (await store.attach(tx, cityId, { draftHash, id }, caseId))
      await emitReport(tx, ctx, 'report.photo-added', { id: caseId, caseId }, { photoId: id })
}

const ownerOf = (key: string): store.Owner => ({ draftHash: hashOf(key) })
