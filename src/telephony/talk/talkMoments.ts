// What is stored of each step of a conversation, in the transaction of the step.
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { Talk, TalkEvent, TalkStep } from './model.ts'
import * as store from '../store.ts'
import { emitTalk, type GuestLeft } from './talkEvents.ts'
import { setServedLine } from './talkStore.ts'

/** Whom an agent asked for, and who of the house that led to. */
export interface Asked {
  to: 'line' | 'clerk' | 'outside'
  /** Of the line, the account or the outside number. */
  targetId: string
  /** Null for an outside number. */
  accountId: string | null
}

interface TalkMoment {
  callId: string
  agentId: string
  asked: Asked | null
  before: Talk | null
  event: TalkEvent
  step: TalkStep
  how: GuestLeft
}

export async function recordTalk(tx: Tx, ctx: Context, moment: TalkMoment): Promise<void> {
  const { callId, agentId, asked, before, event, step } = moment
  const subject = { id: callId }
  if (event.kind === 'ask' && asked) {
    await store.insertLeg(tx, {
      city_id: ctx.cityId,
      id: event.guest.legId,
      call_id: callId,
      party: asked.accountId === null ? 'outside' : 'consulted',
      account_id: asked.accountId,
      outside_id: asked.to === 'outside' ? asked.targetId : null,
      created_at: ctx.clock.now(),
    })
    const { passOn } = event
    await emitTalk(tx, ctx, 'call.consulted', subject, { agentId, ...asked, passOn })
  }
  if (event.kind === 'hold') await emitTalk(tx, ctx, 'call.held', subject, { agentId })
  if (event.kind === 'confer') await emitTalk(tx, ctx, 'call.conference', subject, { agentId })
  if (event.kind === 'guest-answered' && asked && before?.guest) {
    await store.updateLeg(tx, ctx.cityId, before.guest.legId, { answered_at: ctx.clock.now() })
    await emitTalk(tx, ctx, 'call.consult-answered', subject, asked)
  }
  await recordOutcome(tx, ctx, moment)
  const isTogether = step.talk === null && step.effects.every(({ kind }) => kind === 'release-guest')
  if (isTogether && before && before.stage !== 'conference')
    await emitTalk(tx, ctx, 'call.resumed', subject, { agentId })
}

async function recordOutcome(tx: Tx, ctx: Context, moment: TalkMoment): Promise<void> {
  const { callId, agentId, asked, before, event, step, how } = moment
  const subject = { id: callId }
  const passedTo = step.effects.find(({ kind }) => kind === 'taken-over' || kind === 'passed-on')
  if (passedTo && asked) {
    const transferred = before?.stage === 'conference' ? 'conference' : before?.passOn ? 'blind' : 'consulted'
    if (asked.to === 'line') await setServedLine(tx, ctx.cityId, callId, asked.targetId)
    await emitTalk(tx, ctx, 'call.transferred', subject, { agentId, ...asked, how: transferred })
  }
  if (step.effects.some(({ kind }) => kind === 'requeue'))
    await emitTalk(tx, ctx, 'call.waits-again', subject, { agentId })
  if (!before?.guest || !asked || passedTo || step.talk?.guest) return
  const left = LEFT_BY[event.kind] ?? how
  await emitTalk(tx, ctx, 'call.consult-ended', subject, { ...asked, how: left })
}

const LEFT_BY: Readonly<Partial<Record<TalkEvent['kind'], GuestLeft>>> = {
  'take-back': 'taken-back',
  'caller-gone': 'caller-left',
}
