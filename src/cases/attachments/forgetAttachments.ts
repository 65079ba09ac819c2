import { asSystem, inTransaction, type Platform } from '../../platform/context.ts'
import { repeat } from '../../platform/jobs/repeat.ts'
import { closedBefore } from '../keptRule.ts'
import { emitAttachment } from './events.ts'
import * as store from './store.ts'

const EVERY_MS = 3_600_000

/** Deletes the files of cases that were closed 30 days ago or earlier, of all cities. @returns how many */
export function forgetAttachments(platform: Platform): Promise<number> {
  return inTransaction(platform, async (tx) => {
    const gone = await store.deleteOfCasesClosed(tx, closedBefore(platform.clock.now()))
    for (const { cityId, caseId, id } of gone) {
      const data = { attachmentId: id, because: 'time-is-over' } as const
      await emitAttachment(tx, asSystem(platform, cityId), 'case.attachment-removed', { id, caseId }, data)
    }
    return gone.length
  })
}

/** Does so now and every hour. @returns how to stop it */
export const startForgettingAttachments = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, EVERY_MS, 'removal of attachments', () => forgetAttachments(platform))
