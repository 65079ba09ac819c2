import { asSystem, type Context, inTransaction } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { DialEvent } from '../../telephony/index.ts'
import * as store from './attemptStore.ts'
import { closeAttempt } from './closeAttempt.ts'
import { emitCallback } from '../events.ts'
import type { Attempt, Callback, Heard } from '../model.ts'
import { settlePromise } from '../promises/settlePromise.ts'
import { lockCallback } from '../store.ts'

/** What the telephone system tells of an attempt. `clerkReady`: the clerk's own telephone had answered. */
export interface AttemptNews {
  callbackId: string
  attemptId: string
  clerkReady: boolean
  event: DialEvent
}

/** Writes down a moment of an attempt and decides the promise by it, in one transaction. A repeated moment changes nothing. */
export async function recordNews(ctx: Context, news: AttemptNews): Promise<void> {
  const system = asSystem(ctx, ctx.cityId)
  await inTransaction(ctx, async (tx) => {
    const callback = await lockCallback(tx, ctx.cityId, news.callbackId)
    const before = await store.attemptsOf(tx, ctx.cityId, news.callbackId)
    const attempt = before.find(({ id }) => id === news.attemptId)
    if (!callback || !attempt) throw new Error(`no attempt ${news.attemptId}`)
    const after = await write(tx, system, callback, attempt, news)
    await settlePromise(
      tx,
      system,
      callback,
      before.map((other) => (other.id === attempt.id ? after : other)),
    )
  })
}

async function write(
  tx: Tx,
  ctx: Context,
  callback: Callback,
  attempt: Attempt,
  { event, clerkReady }: AttemptNews,
): Promise<Attempt> {
  switch (event.kind) {
    case 'clerk-ready':
      return attempt
    case 'rang':
      return moment(tx, ctx, callback, attempt, 'rangAt', event.at)
    case 'answered':
      return moment(tx, ctx, callback, attempt, 'answeredAt', event.at)
    case 'joined':
      return join(tx, ctx, callback, attempt, event)
    case 'ended': {
      const hungUp = await moment(tx, ctx, callback, attempt, 'hungUpAt', event.at)
      if (event.how === 'called-back-meanwhile')
        return attempt.closedAt ? hungUp : closeAttempt(tx, ctx, callback, hungUp, event.how)
      const failed =
        event.how === 'failed' || event.how === 'no-such-number' || (event.how !== 'hung-up' && !clerkReady)
      const after = clerkReady ? await hear(tx, ctx, hungUp, event.how) : hungUp
      if (failed && !attempt.closedAt) return closeAttempt(tx, ctx, callback, after, 'failed')
      // An engaged telephone was reached as much as a ringing one.
      return event.how === 'busy' ? moment(tx, ctx, callback, after, 'rangAt', event.at) : after
    }
  }
}

type Ended = Extract<DialEvent, { kind: 'ended' }>['how']
const HEARD: Readonly<Partial<Record<Ended, Heard>>> = {
  busy: 'busy',
  'no-answer': 'no-answer',
  'no-such-number': 'no-such-number',
}

/** What the telephone heard is kept as a proposal; what came of the attempt is the clerk's word. */
async function hear(tx: Tx, ctx: Context, attempt: Attempt, how: Ended): Promise<Attempt> {
  const heard = HEARD[how]
  if (!heard) return attempt
  await store.updateAttempt(tx, ctx.cityId, attempt.id, { heard })
  return { ...attempt, heard }
}

/** The citizen's own call is this conversation, and belongs to the case. */
async function join(
  tx: Tx,
  ctx: Context,
  callback: Callback,
  attempt: Attempt,
  { callId, at }: Extract<DialEvent, { kind: 'joined' }>,
): Promise<Attempt> {
  if (attempt.answeredAt) return attempt
  const { id, caseId } = callback
  await store.setCaseOfCall(tx, ctx.cityId, callId, caseId)
  await emitCallback(tx, ctx, 'attempt.joined', { id, caseId, at }, { callbackId: id, callId })
  return moment(tx, ctx, callback, attempt, 'answeredAt', at)
}

type Moment = 'rangAt' | 'answeredAt' | 'hungUpAt'
const KINDS = { rangAt: 'attempt.rang', answeredAt: 'attempt.answered', hungUpAt: 'attempt.hung-up' } as const
const COLUMNS = { rangAt: 'rang_at', answeredAt: 'answered_at', hungUpAt: 'hung_up_at' } as const

async function moment(
  tx: Tx,
  ctx: Context,
  { id, caseId }: Callback,
  attempt: Attempt,
  name: Moment,
  at: Date,
): Promise<Attempt> {
  if (attempt[name]) return attempt
  await store.updateAttempt(tx, ctx.cityId, attempt.id, { [COLUMNS[name]]: at })
  await emitCallback(tx, ctx, KINDS[name], { id, caseId, at }, { callbackId: id })
  return { ...attempt, [name]: at }
}
