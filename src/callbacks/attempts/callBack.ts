import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { DialEvent, Switchboard } from '../../telephony/index.ts'
import { type Begun, beginAttempt } from './beginAttempt.ts'
import { CALLERS } from '../worklist/hands.ts'
import { recordNews } from './recordNews.ts'
import { viaOf } from './viaOf.ts'

/**
 * Begins an attempt and, unless the clerk dials on a telephone of their own, dials: the clerk first, then the citizen.
 * @throws Problem 409 when `beginAttempt` or the telephone refuses; a refusal of the telephone closes the attempt as failed
 */
export async function callBack(ctx: StaffContext, switchboard: Switchboard, id: string): Promise<void> {
  requireRole(ctx, ...CALLERS)
  const via = (practice: boolean) => viaOf(switchboard, ctx.cityId, practice)
  const begun = await inTransaction(ctx, (tx) => beginAttempt(tx, ctx, id, via))
  if (via(begun.practice) !== 'tel') await dial(ctx, switchboard, id, begun)
}

async function dial(
  ctx: StaffContext,
  switchboard: Switchboard,
  callbackId: string,
  begun: Begun,
): Promise<void> {
  const { attemptId } = begun
  // A played call rings no telephone of the clerk's.
  let clerkReady = begun.practice
  const tell = (event: DialEvent): Promise<void> => {
    clerkReady ||= event.kind === 'clerk-ready'
    return recordNews(ctx, { callbackId, attemptId, clerkReady, event })
  }
  try {
    await switchboard.dial(ctx, begun, tell)
  } catch (refused) {
    await tell({ kind: 'ended', at: ctx.clock.now(), how: 'failed' })
    throw refused
  }
}
