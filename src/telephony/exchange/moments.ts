// What is stored of each moment of a call: the row and the event, in the transaction of the caller.
import { isLineOpen } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { callerKeyOf } from '../callerKey/callerKey.ts'
import { promiseAtAbandon, promiseUnanswered, type AnswerPromise, type Wait } from './answerPromise.ts'
import type { Caller } from '../distribution/model.ts'
import { emitTelephony, type EndReason } from '../events.ts'
import { instantOf, isPractice, sinceOffered, type Answer, type Arrival, type LiveCall } from './liveCall.ts'
import { CALL_UNANSWERED, isLostEnd } from './lostCall.ts'
import type { Order } from './orders.ts'
import { regainedPlace } from './placeStore.ts'
import * as store from '../store.ts'

export async function recordArrival(
  tx: Tx,
  ctx: Context,
  call: LiveCall,
  arrival: Arrival,
  outsideHours = false,
): Promise<void> {
  const { source, offeredAt } = call
  const callerKey = isPractice(call) ? null : await callerKeyOf(tx, ctx, arrival.caller, offeredAt)
  const place = await regainedPlace(tx, ctx, arrival)
  await store.insertCall(tx, {
    city_id: ctx.cityId,
    id: call.id,
    source,
    source_key: arrival.sourceKey,
    line_id: arrival.line.id,
    caller: arrival.caller,
    caller_key: callerKey,
    state: 'waiting',
    offered_at: offeredAt,
    answer_promise: isPractice(call) ? null : 'open',
    ...place,
    outside_hours: outsideHours,
  })
  if (!isPractice(call)) {
    const leg = { id: arrival.sourceKey, call_id: call.id, party: 'caller', created_at: offeredAt } as const
    await store.insertLeg(tx, { city_id: ctx.cityId, ...leg })
  }
  const data = {
    lineId: arrival.line.id,
    source,
    practice: isPractice(call),
    direction: 'in',
    outsideHours,
    callerKey,
    ...(place.place_of ? { placeOf: place.place_of } : {}),
  } as const
  await emitTelephony(tx, ctx, 'call.offered', { id: call.id, at: offeredAt }, data)
}

/** @param mono when it happened, on the monotonic clock (ms) */
export async function recordOrder(tx: Tx, ctx: Context, order: Order, mono: number): Promise<void> {
  const { call, legId } = order
  switch (order.kind) {
    case 'offer':
      if (legId !== null) {
        const leg = { id: legId, call_id: call.id, party: 'agent', account_id: order.agentId } as const
        await store.insertLeg(tx, { city_id: ctx.cityId, created_at: ctx.clock.now(), ...leg })
      }
      return emitTelephony(tx, ctx, 'call.offer-made', { id: call.id }, { agentId: order.agentId })
    case 'withdraw':
      return emitTelephony(
        tx,
        ctx,
        'call.offer-missed',
        { id: call.id },
        { agentId: order.agentId, how: order.how },
      )
    case 'connect':
      if (!order.answer) return recordTakenAgain(tx, ctx, call, order.agentId, legId)
      return recordAnswer(tx, ctx, call, legId, order.answer)
    case 'overflow':
      return recordOverflow(tx, ctx, call, legId, order.lineId)
    case 'park':
      await store.updateCall(tx, ctx.cityId, call.id, { state: 'waiting' })
      return emitTelephony(tx, ctx, 'call.parked', { id: call.id }, { why: order.why })
    case 'offer-callback':
      return
    case 'drop':
      return recordEnd(tx, ctx, call, { reason: 'abandoned', mono })
  }
}

async function recordOverflow(
  tx: Tx,
  ctx: Context,
  call: LiveCall,
  legId: string | null,
  lineId: string,
): Promise<void> {
  if (legId === null) return
  const leg = { id: legId, call_id: call.id, party: 'overflow', created_at: ctx.clock.now() } as const
  await store.insertLeg(tx, { city_id: ctx.cityId, ...leg })
  await emitTelephony(tx, ctx, 'call.overflowed', { id: call.id }, { lineId })
}

/** Answered before: the promise to answer was decided then. */
export async function recordTakenAgain(
  tx: Tx,
  ctx: Context,
  call: LiveCall,
  agentId: string,
  legId: string | null,
): Promise<void> {
  await store.updateCall(tx, ctx.cityId, call.id, { state: 'connected', agent_id: agentId })
  await store.handIntakeOn(tx, ctx.cityId, call.id, agentId)
  if (legId !== null) await store.updateLeg(tx, ctx.cityId, legId, { answered_at: ctx.clock.now() })
  await emitTelephony(tx, ctx, 'call.taken-again', { id: call.id }, { agentId })
}

/** A person has answered; outside the city's desks it is nobody we know. */
export async function recordAnswer(
  tx: Tx,
  ctx: Context,
  call: LiveCall,
  legId: string | null,
  { agentId, waitMs, promise, mono }: Answer,
): Promise<void> {
  const at = instantOf(call, mono)
  await store.updateCall(tx, ctx.cityId, call.id, {
    state: 'connected',
    answered_at: at,
    wait_ms: waitMs,
    agent_id: agentId,
    ...(agentId === null ? { answered_by: 'Überlauf' } : {}),
    ...promiseColumns(promise),
  })
  if (legId !== null) await store.updateLeg(tx, ctx.cityId, legId, { answered_at: at })
  await emitTelephony(
    tx,
    ctx,
    'call.answered',
    { id: call.id, at },
    {
      agentId,
      waitMs,
      kept: promise?.kept ?? null,
      cause: promise?.cause ?? null,
      practice: isPractice(call),
    },
  )
}

/** How a call ends; the caller's wait as the distribution knew it. */
interface Ending extends Partial<Pick<Caller, 'missed' | 'obstacle'>> {
  reason: EndReason
  mono: number
}

/** The call is over. Without an answer the wait ends here, and the promise with it. */
export async function recordEnd(
  tx: Tx,
  ctx: Context,
  call: LiveCall,
  { reason, mono, missed = 0, obstacle = null }: Ending,
): Promise<void> {
  const at = instantOf(call, mono)
  const waitMs = call.answer ? call.answer.waitMs : sinceOffered(call, mono)
  const wait = { waitMs, missed, obstacle, linkLost: call.linkLost }
  const talkMs = call.answer ? Math.max(0, Math.round(mono - call.answer.mono)) : null
  const promise = call.answer ? call.answer.promise : promiseAtEnd(call, reason, wait)
  const gaveUp = call.answer === null && reason === 'abandoned' && !isPractice(call)
  const afterClosing = gaveUp && (await isClosedThen(tx, ctx, call.id, at))
  await store.updateCall(tx, ctx.cityId, call.id, {
    state: 'ended',
    ended_at: at,
    end_reason: reason,
    after_closing: afterClosing,
    wait_ms: waitMs,
    talk_ms: talkMs,
    ...promiseColumns(promise),
  })
  await emitTelephony(
    tx,
    ctx,
    'call.ended',
    { id: call.id, at },
    {
      reason,
      practice: isPractice(call),
      answered: call.answer !== null,
      waitMs,
      talkMs,
      promise: promiseColumns(promise).answer_promise,
      cause: promise?.cause ?? null,
      afterClosing,
    },
  )
  const isLost = call.answer === null && isLostEnd(reason) && call.caller !== null && !isPractice(call)
  if (isLost) await ctx.jobs.send(tx, CALL_UNANSWERED, { cityId: ctx.cityId, callId: call.id })
}

/** Whether the line that this caller waited on last had closed by then. */
async function isClosedThen(tx: Tx, { cityId }: Context, callId: string, at: Date): Promise<boolean> {
  const call = await store.callById(tx, cityId, callId)
  const id = call?.servedLineId ?? call?.lineId ?? null
  return id !== null && !(await isLineOpen(tx, { cityId, id }, at))
}

/** Only a caller who gave up is a promise; of an unknown end nobody knows how long it was waited for. */
function promiseAtEnd(call: LiveCall, reason: EndReason, wait: Wait): AnswerPromise | null {
  if (isPractice(call)) return null
  if (reason === 'abandoned') return promiseAtAbandon(wait.waitMs)
  return reason === 'callback-promised' || reason === 'telephone-lost' ? promiseUnanswered(wait) : null
}

const promiseColumns = (promise: AnswerPromise | null) => ({
  answer_promise: promise === null ? null : promise.kept ? ('kept' as const) : ('broken' as const),
  answer_cause: promise?.cause ?? null,
})
