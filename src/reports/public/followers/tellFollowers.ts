import { queueMessage } from '../../../messages/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { ReportState } from '../../model.ts'
import { followersOf } from './followerStore.ts'

interface Standing {
  state: ReportState
  plannedFor: string | null
}

/** Has those who follow a report told of its new state or day, in the transaction of the fact; of words alone nobody hears. */
export async function tellFollowers(
  tx: Tx,
  ctx: Context,
  caseId: string,
  updateId: string,
  [before, after]: readonly [Standing, Standing],
): Promise<void> {
  if (before.state === after.state && before.plannedFor === after.plannedFor) return
  for (const { id, email, lang } of await followersOf(tx, ctx.cityId, caseId))
    await queueMessage(tx, ctx, {
      kind: 'report.follow-news',
      subjectId: id,
      caseId: null,
      dedupKey: `report.follow-news ${id} ${updateId}`,
      channel: 'email',
      recipient: email,
      lang,
    })
}
