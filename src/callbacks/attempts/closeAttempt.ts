import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { momentsOf } from './attemptRule.ts'
import { learnLength } from '../windows/learnLength.ts'
import * as store from './attemptStore.ts'
import { emitCallback } from '../events.ts'
import type { Attempt, AttemptResult, Callback } from '../model.ts'

/** Says what came of an open attempt, with the moments that follow from it. @returns the attempt as it is then */
export async function closeAttempt(
  tx: Tx,
  ctx: Context,
  callback: Callback,
  attempt: Attempt,
  result: AttemptResult,
): Promise<Attempt> {
  const now = ctx.clock.now()
  const { rangAt, answeredAt } = momentsOf(attempt, result, now)
  const { id, caseId, practice } = callback
  await store.updateAttempt(tx, ctx.cityId, attempt.id, {
    rang_at: rangAt,
    answered_at: answeredAt,
    closed_at: now,
    result,
  })
  const data = { callbackId: id }
  if (rangAt && !attempt.rangAt) {
    await emitCallback(tx, ctx, 'attempt.rang', { id, caseId, at: rangAt }, data)
  }
  if (answeredAt && !attempt.answeredAt) {
    await emitCallback(tx, ctx, 'attempt.answered', { id, caseId, at: answeredAt }, data)
  }
  await emitCallback(
    tx,
    ctx,
    'attempt.closed',
    { id, caseId, at: now },
    {
      ...data,
      result,
      practice,
      ...(attempt.heard ? { heard: attempt.heard } : {}),
    },
  )
  const closed = { ...attempt, rangAt, answeredAt, closedAt: now, result }
  await learnLength(tx, ctx, callback, closed)
  return closed
}
