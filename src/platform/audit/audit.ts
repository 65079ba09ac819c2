import type { StaffContext } from '../context.ts'
import type { Reader } from '../db/connect.ts'
import { newId } from '../ids.ts'

/**
 * Writes that this account looked at a citizen's data. Part of the read: when it fails, nothing is shown.
 * @param subject what was looked at; never the data itself
 */
export async function recordLook(
  writer: Reader,
  ctx: StaffContext,
  action: string,
  subject: { kind: 'case' | 'call' | 'callback' | 'worklist' | 'account'; id: string },
): Promise<void> {
  await writer
    .insertInto('audit')
    .values({
      city_id: ctx.cityId,
      id: newId(),
      at: ctx.clock.now(),
      account_id: ctx.actor.accountId,
      action,
      subject_kind: subject.kind,
      subject_id: subject.id,
    })
    .execute()
}
