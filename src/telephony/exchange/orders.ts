import { newId } from '../../platform/ids.ts'
import { promiseAtAnswer } from './answerPromise.ts'
import type { Carrier } from './carrier.ts'
import type { Caller, Change, Command, MissedHow } from '../distribution/model.ts'
import { isPractice, sinceOffered, type Answer, type LiveCall } from './liveCall.ts'

/** A command of the distribution with all that it takes to store and to carry it out. */
export type Order = { call: LiveCall; legId: string | null } & (
  | { kind: 'offer'; agentId: string }
  | { kind: 'withdraw'; agentId: string; how: MissedHow }
  /** `answer` is null for a caller who was answered before and waited again. */
  | { kind: 'connect'; agentId: string; answer: Answer | null }
  | { kind: 'overflow'; lineId: string }
  | { kind: 'offer-callback' }
  | { kind: 'park'; why: 'agent-lost' | 'handed-on' }
  | { kind: 'drop' }
)

/** @param mono when it happened, on the monotonic clock (ms) */
export function planOrders(
  { commands, callers }: Pick<Change, 'commands' | 'callers'>,
  calls: ReadonlyMap<string, LiveCall>,
  mono: number,
): Order[] {
  // One step may take an offer back and make the next one: each has its own leg.
  const legs = new Map<LiveCall, string | null>()
  return commands.flatMap((command): Order[] => {
    const call = calls.get(command.callId)
    if (!call) return []
    if (rings(command)) legs.set(call, isPractice(call) ? null : newId())
    const legId = legs.get(call) ?? call.legId
    const caller = callers.find(({ id }) => id === call.id)
    if (command.kind === 'overflow') return caller ? [{ ...command, call, legId, lineId: caller.lineId }] : []
    if (command.kind !== 'connect') return [{ ...command, call, legId }]
    if (!caller) return []
    const answer = call.answer ? null : answerOf(call, caller, command.agentId, mono)
    return [{ kind: 'connect', call, legId, agentId: command.agentId, answer }]
  })
}

const rings = ({ kind }: Command): boolean => kind === 'offer' || kind === 'overflow'

/** Somebody answers for the first time. @param agentId null for somebody outside */
export function answerOf(call: LiveCall, caller: Caller, agentId: string | null, mono: number): Answer {
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
    case 'overflow':
      return carrier.overflow(call, legId, order.lineId)
    case 'offer-callback':
      return carrier.offerCallback(call)
    case 'park':
      return carrier.park(call, legId)
    case 'drop':
      return carrier.end(call)
  }
}
