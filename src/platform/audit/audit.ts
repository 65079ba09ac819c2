import type { StaffContext } from '../context.ts'
import type { Reader, Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'

/**
 * Writes that this account looked at a citizen's data. Part of the read: when it fails, nothing is shown.
 * @param subject what was looked at; never the data itself
 */
export async function recordLook(
  writer: Reader,
  ctx: StaffContext,
  action: string,
  subject: {
    kind: 'case' | 'call' | 'callback' | 'worklist' | 'account' | 'office-day' | 'appointment'
    id: string
  },
): Promise<void> {
  await record(writer, ctx, action, subject, null)
}

/**
 * Writes that this account did something that others must be able to ask about. Part of the deed, in its transaction.
 * @param note why, in the person's own words; null where no reason is asked
 */
export function recordDeed(
  tx: Tx,
  ctx: StaffContext,
  action: string,
  subject: {
    kind:
      | 'call'
      | 'callback'
      | 'account'
      | 'line'
      | 'announcement'
      | 'dial-permission'
      | 'office-day'
      | 'appointment'
      | 'city'
      | 'release-plan'
      | 'team'
    id: string
  },
  note: string | null,
): Promise<void> {
  return record(tx, ctx, action, subject, note)
}

async function record(
  writer: Reader,
  ctx: StaffContext,
  action: string,
  subject: { kind: string; id: string },
  note: string | null,
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
      note,
    })
    .execute()
}
