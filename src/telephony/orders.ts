import { newId } from '../platform/ids.ts'
import { promiseAtAnswer } from './answerPromise.ts'
import type { Carrier } from './carrier.ts'
import type { Caller, Command, MissedHow, State } from './distribution.model.ts'
import { isPractice, sinceOffered, type Answer, type LiveCall } from './liveCall.ts'

/** A command of the distribution with all that it takes to store and to carry it out. */
export type Order = { call: LiveCall; legId: string | null } & (
  | { kind: 'offer'; agentId: string }
  | { kind: 'withdraw'; agentId: string; how: MissedHow }
  | { kind: 'connect'; answer: Answer }
  | { kind: 'drop' }
)

/** @param mono when it happened, on the monotonic clock (ms) */
export function planOrders(
  commands: readonly Command[],
  calls: ReadonlyMap<string, LiveCall>,
  state: State,
  mono: number,
): Order[] {
  // One step may take an offer back and make the next one: each has its own leg.
  const legs = new Map<LiveCall, string | null>()
  return commands.flatMap((command): Order[] => {
    const call = calls.get(command.callId)
    if (!call) return []
    if (command.kind === 'offer') legs.set(call, isPractice(call) ? null : newId())
    const legId = legs.get(call) ?? call.legId
    if (command.kind !== 'connect') return [{ ...command, call, legId }]
    const caller = state.callers.get(call.id)
    return caller
      ? [{ kind: 'connect', call, legId, answer: answerOf(call, caller, command.agentId, mono) }]
      : []
  })
}

function answerOf(call: LiveCall, caller: Caller, agentId: string, mono: number): Answer {
  const waitMs = sinceOffered(call, mono)
  const { missed, obstacle } = caller
  const promise = isPractice(call)
    ? null
    : promiseAtAnswer({ waitMs, missed, obstacle, linkLost: call.linkLost })
  return { agentId, mono, waitMs, promise }
}

/** Tells the telephone. @throws what the carrier throws */
export function carryOut(order: Order, carrier: Carrier): Promise<void> {
  const { call, legId } = order
  switch (order.kind) {
    case 'offer':
      return carrier.offer(call, order.agentId, legId)
    case 'withdraw':
      return carrier.withdraw(call, legId)
    case 'connect':
      return carrier.connect(call, legId)
    case 'drop':
      return carrier.end(call)
  }
}
