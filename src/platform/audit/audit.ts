import type { StaffContext } from '../context.ts'
import type { Reader, Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'

/** What somebody looks at. */
interface Looked {
  kind:
    | 'case'
    | 'attachment'
    | 'photo'
    | 'call'
    | 'callback'
    | 'worklist'
    | 'mail'
    | 'reports'
    | 'account'
    | 'office-day'
    | 'appointment'
  id: string
}

/**
 * Writes that this account looked at a citizen's data. Part of the read: when it fails, nothing is shown.
 * @param subject what was looked at; never the data itself
 */
export async function recordLook(
  writer: Reader,
  ctx: StaffContext,
  action: string,
  subject: Looked,
): Promise<void> {
  await record(writer, ctx, action, subject, null)
}

/** A list that stays on the screen reads itself again with each change; that is one look. */
const ONE_LOOK_MS = 15 * 60_000

/** The same for a list that stays open: once for a quarter of an hour. */
export async function recordLookOnce(
  writer: Reader,
  ctx: StaffContext,
  action: string,
  subject: Looked,
): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - ONE_LOOK_MS)
  const before = await writer
    .selectFrom('audit')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('action', '=', action)
    .where('account_id', '=', ctx.actor.accountId)
    .where('at', '>', since)
    .limit(1)
    .executeTakeFirst()
  if (!before) await recordLook(writer, ctx, action, subject)
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
      | 'attachment'
      | 'photo'
      | 'call'
      | 'case'
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
      | 'trial'
      | 'past-import'
      | 'test-call'
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
