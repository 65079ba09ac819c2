import { writeNote } from '../../cases/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict } from '../../platform/problems.ts'
import type { Switchboard } from '../../telephony/index.ts'
import { counts } from './attemptRule.ts'
import { attemptsOf } from './attemptStore.ts'
import { closeAttempt } from './closeAttempt.ts'
import type { OutcomeInput as PlainOutcome, OutcomeResult } from '../contract.ts'
import { finish } from './finish.ts'
import { CALLERS, lockOwn } from '../worklist/hands.ts'
import { type Attempt, type AttemptResult, type Callback, MAX_ATTEMPTS } from '../model.ts'
import { followUp } from '../worklist/followUp.ts'
import { passOn } from '../worklist/passOn.ts'
import { tellCallback } from '../notices/tellCallback.ts'
import { toldText } from '../notices/toldText.ts'
import { planRetry } from './planRetry.ts'
import { settlePromise } from '../promises/settlePromise.ts'

/** `appointment-booked` comes only from whoever books the appointment in the same transaction. */
type OutcomeInput = Omit<PlainOutcome, 'outcome'> & {
  outcome: PlainOutcome['outcome'] | 'appointment-booked'
}

/**
 * Says what came of an own callback: closes the attempt, decides the promise, and finishes, plans or passes on.
 * @param alsoDo what belongs to it, in the same transaction and before the case ends
 * @throws Problem 409 `no-attempt` for a result that needs a call, 422 for a team that cannot take over
 */
export async function recordOutcome(
  ctx: StaffContext,
  switchboard: Switchboard,
  id: string,
  input: OutcomeInput,
  alsoDo?: (tx: Tx, callback: Callback) => Promise<void>,
): Promise<OutcomeResult> {
  requireRole(ctx, ...CALLERS)
  const { open, result } = await inTransaction(ctx, async (tx) => {
    const callback = await lockOwn(tx, ctx, id)
    const before = await attemptsOf(tx, ctx.cityId, id)
    const open = before.find((attempt) => !attempt.closedAt)
    requireAttempt(input, open, before.at(-1))
    const closed = open && (await closeAttempt(tx, ctx, callback, open, resultOf(input, open)))
    const attempts = closed ? [...before.filter((attempt) => attempt !== open), closed] : before
    const decided = await settlePromise(tx, ctx, callback, attempts)
    await alsoDo?.(tx, callback)
    if (input.note) await writeNote(tx, ctx, callback.caseId, input.note)
    return { open, result: await conclude(tx, ctx, counted(decided, attempts.at(-1)), attempts, input) }
  })
  if (open && endsWithOutcome(open, input)) await switchboard.endDial(ctx, open.id)
  return result
}

/**
 * Where nobody answered nobody is cut off, only the ringing ends. A played person never hangs up: the clerk would stay
 * in a call that nobody hears and could make no other.
 */
const endsWithOutcome = ({ via }: Attempt, { outcome }: OutcomeInput): boolean =>
  via === 'training' || (via === 'asterisk' && outcome === 'not-reached')

/** "Reached" and "not reached" are said of a call; a failed one is one that nobody answered. */
function requireAttempt(input: OutcomeInput, open: Attempt | undefined, last: Attempt | undefined): void {
  if (open || input.outcome === 'withdrawn' || input.outcome === 'pass-on') return
  if (input.outcome === 'not-reached' && last?.result === 'failed') return
  throw conflict('no-attempt', 'Bitte zuerst anrufen: Ohne Anrufversuch gibt es dieses Ergebnis nicht.')
}

const SPOKEN: readonly OutcomeInput['outcome'][] = [
  'settled',
  'needs-appointment',
  'appointment-booked',
  'follow-up',
]

function resultOf(input: OutcomeInput, open: Attempt): AttemptResult {
  if (input.outcome === 'not-reached') return input.notReached ?? 'no-answer'
  const spoke = SPOKEN.includes(input.outcome)
  // Withdrawing or passing on during a call means that somebody said so, unless nobody has picked up.
  return spoke || open.via === 'tel' || open.answeredAt ? 'reached' : 'no-answer'
}

function counted(callback: Callback, last: Attempt | undefined): Callback {
  if (!last || !counts(last, callback.promise === 'open')) return callback
  return { ...callback, attempts: Math.min(callback.attempts + 1, MAX_ATTEMPTS) }
}

/** Whoever said so on the telephone knows it. */
async function withdraw(
  tx: Tx,
  ctx: StaffContext,
  callback: Callback,
  attempts: readonly Attempt[],
): Promise<OutcomeResult> {
  const result = await finish(tx, ctx, callback, 'withdrawn')
  if (attempts.at(-1)?.result === 'reached') return result
  return { ...result, toldText: toldText('withdrawn', await tellCallback(tx, ctx, 'withdrawn', callback.id)) }
}

function conclude(
  tx: Tx,
  ctx: StaffContext,
  callback: Callback,
  attempts: readonly Attempt[],
  input: OutcomeInput,
): Promise<OutcomeResult> {
  switch (input.outcome) {
    case 'settled':
    case 'needs-appointment':
    case 'appointment-booked':
      return finish(tx, ctx, callback, input.outcome)
    case 'withdrawn':
      return withdraw(tx, ctx, callback, attempts)
    case 'not-reached':
      return planRetry(tx, ctx, callback, attempts)
    case 'follow-up': {
      const windowStart = new Date(input.windowStart ?? Number.NaN)
      const windowEnd = input.windowEnd === undefined ? undefined : new Date(input.windowEnd)
      return followUp(tx, ctx, callback, { windowStart, windowEnd, mine: input.mine ?? false })
    }
    case 'pass-on':
      return passOn(tx, ctx, callback, input.teamId ?? '')
  }
}
