import { asSystem, inTransaction, type Platform } from '../../platform/context.ts'
import { repeat } from '../../platform/jobs/repeat.ts'
import { emitReport } from '../events.ts'
import { stoodSince } from '../objectRule.ts'
import * as store from './store.ts'

const EVERY_MS = 3_600_000
/** So long a photo may lie beside a report that nobody sent. */
const LOOSE_MS = 24 * EVERY_MS

/**
 * Deletes photos of all cities whose time is over: those of a draft after a day; those of a report when whoever reported can no
 * longer say that it is not solved. Of a photo that everybody sees the small one stays, as long as it is shown.
 * @returns how many are gone or only small now
 */
export function forgetPhotos(platform: Platform): Promise<number> {
  const now = platform.clock.now()
  return inTransaction(platform, async (tx) => {
    const loose = await store.deleteLooseBefore(tx, new Date(now.getTime() - LOOSE_MS))
    const { deleted, reduced } = await store.deleteOfAnswered(tx, stoodSince(now))
    const gone = [
      ...deleted.map((photo) => ({ ...photo, smallStays: false })),
      ...reduced.map((photo) => ({ ...photo, smallStays: true })),
    ]
    for (const { cityId, caseId, id, smallStays } of gone)
      await emitReport(
        tx,
        asSystem(platform, cityId),
        'report.photo-removed',
        { id: caseId, caseId },
        { photoId: id, smallStays },
      )
    return loose + gone.length
  })
}

/** Does so now and every hour. @returns how to stop it */
export const startForgettingPhotos = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, EVERY_MS, 'removal of photos', () => forgetPhotos(platform))
