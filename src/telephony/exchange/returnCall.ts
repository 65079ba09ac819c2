// A citizen whom a clerk is calling right now has called us: both are put together, and nobody else is asked.
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { promiseAtAnswer } from './answerPromise.ts'
import { sinceOffered, type Answer, type LiveCall } from './liveCall.ts'
import { recordAnswer, recordEnd } from './moments.ts'
import { updateLeg } from '../store.ts'

/** The clerk answers at once: nobody was asked before. @param mono on the monotonic clock (ms) */
export function answerByClerk(call: LiveCall, clerkId: string, mono: number): Answer {
  const waitMs = sinceOffered(call, mono)
  const wait = { waitMs, missed: 0, obstacle: null, linkLost: call.linkLost }
  return { agentId: clerkId, mono, waitMs, promise: promiseAtAnswer(wait) }
}

/** The call was answered and is over for the distribution; the conversation that follows is the attempt's. */
export async function recordReturn(tx: Tx, ctx: Context, call: LiveCall, answer: Answer): Promise<void> {
  await recordAnswer(tx, ctx, call, null, answer)
  await recordEnd(tx, ctx, { ...call, answer }, { reason: 'handed-over', mono: answer.mono })
}

/** The caller's channel is the citizen's leg of the attempt from now on; the database allows one of both only. */
export async function rehomeLeg(
  tx: Tx,
  cityId: string,
  channelId: string,
  attempt: { id: string; at: Date },
): Promise<void> {
  await updateLeg(tx, cityId, channelId, {
    call_id: null,
    attempt_id: attempt.id,
    party: 'citizen',
    answered_at: attempt.at,
  })
}
