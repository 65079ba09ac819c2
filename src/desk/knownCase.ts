import { owedCallback } from '../callbacks/index.ts'
import { openCaseOfNumber } from '../cases/index.ts'
import type { StaffContext } from '../platform/context.ts'
import { callerNumber } from '../shared/callerNumber.ts'
import type { CallRecord, Switchboard } from '../telephony/index.ts'
import type { DeskCall } from './contract.ts'

/**
 * The newest open case of a caller's number: its number, its promise and who could be spoken to; never what it is
 * about. The case that this very call opened is no news to the agent.
 */
export async function knownCase(
  ctx: StaffContext,
  switchboard: Pick<Switchboard, 'talk'>,
  { caller, practice, caseId }: Pick<CallRecord, 'caller' | 'practice' | 'caseId'>,
): Promise<DeskCall['openCase']> {
  const number = caller ? callerNumber(caller) : null
  if (!number) return null
  const known = await openCaseOfNumber(ctx.db, ctx.cityId, number, { now: ctx.clock.now(), practice })
  if (!known || known.id === caseId) return null
  const owed = await owedCallback(ctx.db, ctx.cityId, known.id)
  const owner = owed?.owner ?? null
  const isFree = switchboard.talk.reachable(ctx).some((one) => one.accountId === owner?.id && one.free)
  return {
    number: known.number,
    promise: known.promise,
    owed: owed && { owner, reachable: isFree, attempt: owed.attempt },
  }
}
