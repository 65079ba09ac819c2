import { createHmac } from 'node:crypto'
import { connectedChannels, mayWriteAgain, queueMessage } from '../../../messages/index.ts'
import { type Context, inTransaction } from '../../../platform/context.ts'
import { signingKey } from '../../../platform/http/signingKey.ts'
import { newId } from '../../../platform/ids.ts'
import { invalid } from '../../../platform/problems.ts'
import type { PageLanguage } from '../../../platform/ui/language.ts'
import { emailAddress } from '../../../shared/emailAddress.ts'
import { emitReport } from '../../events.ts'
import { idIn } from '../../follow/link.ts'
import { isEnded } from '../../model.ts'
import { publicOf } from '../publicReport.ts'
import type { PublicReport } from '../../open311/model.ts'
import * as store from './followerStore.ts'

/** Whether there is news to come of a public report, and a way to tell it. */
export const canFollow = (ctx: Context, report: PublicReport): boolean =>
  !isEnded(report.state) && connectedChannels(ctx).includes('email')

/**
 * Asks an address whether it wants to hear what becomes of a public report, at most once a day. Whoever asks learns nothing of the address:
 * neither that it follows already nor that it was asked. @throws Problem 422
 */
export async function askToFollow(
  ctx: Context,
  report: PublicReport,
  typed: string,
  lang: PageLanguage,
): Promise<void> {
  const read = emailAddress.safeParse(typed.trim().toLowerCase())
  if (!read.success) throw invalid({ email: read.error.issues[0]?.message ?? '' })
  if (!canFollow(ctx, report)) return
  const now = ctx.clock.now()
  const day = now.toISOString().slice(0, 10)
  const mac = createHmac('sha256', await signingKey(ctx))
  const fact = mac.update(`follow\n${ctx.cityId}\n${report.caseId}\n${read.data}\n${day}`).digest('base64url')
  await inTransaction(ctx, async (tx) => {
    if (!(await mayWriteAgain(tx, ctx, read.data))) return
    const follower = await store.insertFollower(tx, {
      city_id: ctx.cityId,
      id: newId(now.getTime()),
      case_id: report.caseId,
      email: read.data,
      lang,
      asked_at: now,
    })
    if (follower.confirmedAt) return
    await queueMessage(tx, ctx, {
      kind: 'report.follow-asked',
      subjectId: follower.id,
      caseId: null,
      // The queue takes each key once; the address is not in it, and cannot be found out from it.
      dedupKey: `report.follow-asked ${fact}`,
      channel: 'email',
      recipient: read.data,
      lang,
    })
  })
}

export interface Following {
  report: PublicReport
  isConfirmed: boolean
}

/** What the link of a mail is about; null where there is nothing any more. */
export async function findFollowing(ctx: Context, link: string): Promise<Following | null> {
  const id = await idIn(ctx, ctx.cityId, link, 'report follower')
  const follower = id && (await store.findFollower(ctx.db, ctx.cityId, id))
  const report = follower ? await publicOf(ctx, follower.caseId) : null
  return follower && report ? { report, isConfirmed: follower.confirmedAt !== null } : null
}

/** From now on the address of a mail's link hears of each new state. */
export async function confirmFollowing(ctx: Context, link: string): Promise<void> {
  const id = await idIn(ctx, ctx.cityId, link, 'report follower')
  if (id === null) return
  await inTransaction(ctx, async (tx) => {
    if (!(await store.setConfirmed(tx, ctx.cityId, id, ctx.clock.now()))) return
    const follower = await store.findFollower(tx, ctx.cityId, id)
    if (follower) await emit(tx, ctx, follower, true)
  })
}

/** Deletes the address of a mail's link; harmless when it is gone. */
export async function stopFollowing(ctx: Context, link: string): Promise<void> {
  const id = await idIn(ctx, ctx.cityId, link, 'report follower')
  if (id === null) return
  await inTransaction(ctx, async (tx) => {
    const gone = await store.deleteFollower(tx, ctx.cityId, id)
    if (gone?.confirmedAt) await emit(tx, ctx, gone, false)
  })
}

const emit = (
  tx: Parameters<typeof emitReport>[0],
  ctx: Context,
  { id, caseId }: store.Follower,
  follows: boolean,
) => emitReport(tx, ctx, 'report.followed', { id: caseId, caseId }, { followerId: id, follows })
