import type { ToldCall } from './ctiNews.ts'
import type { CallTruth, CtiFacts } from './ctiRule.ts'
import type { CallRow, FactsRow, KnownCallRow } from './store.ts'

const date = (ms: number | null): Date | null => (ms === null ? null : new Date(ms))
const ms = (at: Date | null): number | null => (at === null ? null : at.getTime())

export function factsFromRow(row: KnownCallRow): CtiFacts {
  if (row.line_id === null) throw new Error(`webhook call ${row.id} without a line`)
  return {
    newCallAt: ms(row.new_call_at),
    answerAt: ms(row.answer_at),
    hangupAt: ms(row.hangup_at),
    direction: row.direction,
    lineId: row.line_id,
    caller: row.caller,
    cause: row.cause,
    answeredBy: row.answered_by,
    silent: row.silent,
  }
}

/** What the row says now, which is what the events have told. */
export function toldFromRow(row: KnownCallRow, facts: CtiFacts): ToldCall {
  return {
    lineId: facts.lineId,
    direction: facts.direction,
    state: row.state,
    offeredAt: row.offered_at.getTime(),
    answeredAt: ms(row.answered_at),
    endedAt: ms(row.ended_at),
    waitMs: row.wait_ms,
    talkMs: row.talk_ms,
    endReason: row.end_reason,
    promise: row.answer_promise,
    promiseCause: row.answer_cause,
    afterClosing: row.after_closing,
    callerKey: row.caller_key,
  }
}

export const toldOf = (
  facts: CtiFacts,
  truth: CallTruth,
  { afterClosing, callerKey }: Pick<ToldCall, 'afterClosing' | 'callerKey'>,
): ToldCall => ({
  ...truth,
  lineId: facts.lineId,
  direction: facts.direction,
  afterClosing,
  callerKey,
})

export function factsToRow(facts: CtiFacts): Omit<FactsRow, 'city_id' | 'call_id' | 'source_id'> {
  return {
    new_call_at: date(facts.newCallAt),
    answer_at: date(facts.answerAt),
    hangup_at: date(facts.hangupAt),
    cause: facts.cause,
    silent: facts.silent,
  }
}

export function callToRow(
  facts: CtiFacts,
  told: ToldCall,
): Omit<CallRow, 'city_id' | 'id' | 'source' | 'source_key'> {
  return {
    direction: facts.direction,
    line_id: facts.lineId,
    caller: facts.caller,
    answered_by: facts.answeredBy,
    state: told.state,
    offered_at: new Date(told.offeredAt),
    answered_at: date(told.answeredAt),
    ended_at: date(told.endedAt),
    wait_ms: told.waitMs,
    talk_ms: told.talkMs,
    end_reason: told.endReason,
    answer_promise: told.promise,
    answer_cause: told.promiseCause,
    after_closing: told.afterClosing,
    caller_key: told.callerKey,
  }
}
