import { caseOf, changeContactPhone } from '../../cases/index.ts'
import { diallingOf } from '../../city/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { invalid } from '../../platform/problems.ts'
import { removeKeysOf } from '../notices/keyStore.ts'
import { tellCallback } from '../notices/tellCallback.ts'
import { toldText } from '../notices/toldText.ts'
import * as store from '../store.ts'
import { CALLERS, lockOwn, requireNoAttempt } from '../worklist/hands.ts'
import type { CorrectedNumber, CorrectNumberInput } from './contract.ts'
import { checkNumberOf } from './newCallbackRule.ts'
import { noteCorrected } from './noteCorrected.ts'

/**
 * The number of an own callback was written down wrongly. Whoever has the former one gets nothing more of it: messages on
 * their way are dropped, links that were sent open nothing. The person is told at the new number.
 * @throws Problem 422 at `contactPhone` or `phoneReadBack`; 409 `attempt-open`, `not-yours`, `callback-done`; 404, 403
 */
export async function correctNumber(
  ctx: StaffContext,
  id: string,
  input: CorrectNumberInput,
): Promise<CorrectedNumber> {
  requireRole(ctx, ...CALLERS)
  const number = checkNumberOf(input, await diallingOf(ctx.db, ctx.cityId))
  if (!number.ok) throw invalid(number.fields)
  return inTransaction(ctx, async (tx) => {
    const callback = await lockOwn(tx, ctx, id)
    await requireNoAttempt(tx, ctx, callback)
    const { caseId, sequence, dueUntil } = callback
    const { contactPhone } = await caseOf(tx, ctx.cityId, caseId)
    if (contactPhone === number.value)
      throw invalid({ contactPhone: 'Das ist die Nummer, die schon da steht. Bitte eine andere eingeben.' })
    await changeContactPhone(tx, ctx, caseId, number.value)
    await store.updateCallback(tx, ctx.cityId, id, { sequence: sequence + 1 })
    await removeKeysOf(tx, ctx.cityId, id)
    await noteCorrected(tx, ctx, callback)
    // Nobody is told of a time that is over.
    if (dueUntil <= ctx.clock.now()) return { toldText: null }
    return { toldText: toldText('made', await tellCallback(tx, ctx, 'made', id)) }
  })
}
