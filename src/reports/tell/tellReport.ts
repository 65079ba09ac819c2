import { caseOf } from '../../cases/index.ts'
import { connectedChannels, queueMessage, reachOf } from '../../messages/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'

/** What whoever reported is told: that it came in, that there is news, that it is answered, that it lasts longer. */
export const NOTICES = ['received', 'news', 'answered', 'reminder'] as const
export type Notice = (typeof NOTICES)[number]

/**
 * Has whoever reported told, in the transaction of the fact: by e-mail, else by SMS. The same fact is told once.
 * @param fact.of an update's id, or the case itself
 * @returns whether a message will be sent
 */
export async function tellReport(
  tx: Tx,
  ctx: Context,
  caseId: string,
  { notice, of, dueAt }: { notice: Notice; of: string; dueAt?: Date },
): Promise<boolean> {
  const found = await caseOf(tx, ctx.cityId, caseId)
  if (found.practice) return false
  const email = found.emailRefused ? null : found.contactEmail
  const reach = reachOf({ phone: found.contactPhone, email }, connectedChannels(ctx))
  if (!reach) return false
  return queueMessage(tx, ctx, {
    ...reach,
    kind: `report.${notice}`,
    subjectId: of,
    caseId,
    // A planned day is another due time, and is told anew.
    dedupKey: `report.${notice} ${of}${dueAt ? ` ${dueAt.getTime()}` : ''}`,
    lang: found.contactLang,
  })
}
