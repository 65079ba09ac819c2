import { lineById, type Line } from '../../city/index.ts'
import type { Platform, StaffContext } from '../../platform/context.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import type { NotReadyReason } from '../../desk/contract.ts'
import type { Conversations, Hand } from './conversations.ts'
import type { Agent } from '../distribution/model.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { GuestAddress } from './talkCarrier.ts'
import type { Asked } from './talkMoments.ts'
import { requireDialable } from '../requireDialable.ts'
import * as store from './talkStore.ts'
import type { Reachable, TalkState, TalkSwitch, TalkTarget } from './talkSwitch.ts'

interface TalkSwitchNeeds {
  platform: Platform
  conversations: Conversations
  exchangeOf(cityId: string): Exchange
  /** What keeps an account from being rung; empty when nothing does. */
  missing(cityId: string, accountId: string): readonly string[]
  /** Why nobody rings at this desk, when somebody said so. */
  pauseOf(accountId: string): NotReadyReason | null
}

export function createTalkSwitch(needs: TalkSwitchNeeds): TalkSwitch {
  const { conversations } = needs
  const ask = async (ctx: StaffContext, callId: string, target: TalkTarget, passOn: boolean) => {
    const { asked, address } = await find(needs, ctx, callId, target)
    await conversations.ask(handOf(ctx, callId), asked, address, passOn)
  }
  return {
    state: (ctx, callId) => stateOf(needs, ctx, callId),
    reachable: (ctx) => reachable(needs, ctx),
    hold: (ctx, callId) => conversations.act(handOf(ctx, callId), { kind: 'hold' }),
    takeBack: (ctx, callId) => conversations.act(handOf(ctx, callId), { kind: 'take-back' }),
    handOver: (ctx, callId) => conversations.act(handOf(ctx, callId), { kind: 'hand-over' }),
    confer: (ctx, callId) => conversations.act(handOf(ctx, callId), { kind: 'confer' }),
    consult: (ctx, callId, target) => ask(ctx, callId, target, false),
    transfer: (ctx, callId, target) =>
      target.to === 'line' ? passToLine(needs, ctx, callId, target) : ask(ctx, callId, target, true),
  }
}

const handOf = ({ cityId, actor }: StaffContext, callId: string): Hand => ({
  cityId,
  callId,
  agentId: actor.accountId,
})

function stateOf(
  { conversations, exchangeOf }: TalkSwitchNeeds,
  ctx: StaffContext,
  callId: string,
): TalkState | null {
  const { cityId, actor } = ctx
  const me = actor.accountId
  const { state } = exchangeOf(cityId)
  const caller = state.callers.get(callId)
  const open = conversations.of(callId)
  const shared = {
    talk: open?.talk ?? null,
    agentId: open?.agentId ?? caller?.agentId ?? null,
    asked: open?.asked ?? null,
    news: conversations.newsOf(callId),
  }
  if (open?.talk.guest?.accountId === me) return { part: 'guest', ...shared }
  return caller?.agentId === me ? { part: 'own', ...shared } : null
}

function reachable(
  { exchangeOf, missing, pauseOf }: TalkSwitchNeeds,
  { cityId, actor }: StaffContext,
): Reachable[] {
  return [...exchangeOf(cityId).state.agents.values()]
    .filter(({ id }) => id !== actor.accountId && missing(cityId, id).length === 0)
    .map((agent) => ({
      accountId: agent.id,
      teamIds: agent.teams,
      free: isFree(agent, pauseOf(agent.id)),
      available: agent.phase === 'available',
    }))
}

/** Who takes no callers of a line (a clerk at the worklist) can be asked all the same; who said "not now" cannot. */
const isFree = ({ phase }: Agent, pause: NotReadyReason | null): boolean =>
  phase === 'available' || (phase === 'not-ready' && (pause === null || !AWAY.includes(pause)))

const AWAY: readonly NotReadyReason[] = ['break', 'meeting', 'technical']

async function find(
  needs: TalkSwitchNeeds,
  ctx: StaffContext,
  callId: string,
  target: TalkTarget,
): Promise<{ asked: Asked; address: GuestAddress }> {
  switch (target.to) {
    case 'clerk':
      return findClerk(needs, ctx, target)
    case 'line':
      return findFreeAgent(needs, ctx, target)
    case 'outside':
      return findOutside(needs, ctx, callId, target)
  }
}

function findClerk(needs: TalkSwitchNeeds, ctx: StaffContext, target: TalkTarget) {
  const accountId = target.targetId
  const found = reachable(needs, ctx).find((one) => one.accountId === accountId)
  if (!found?.free) throw conflict('not-free', 'Diese Person ist gerade nicht erreichbar.')
  return { asked: { ...target, accountId }, address: { accountId } }
}

async function findFreeAgent(needs: TalkSwitchNeeds, ctx: StaffContext, target: TalkTarget) {
  const line = await lineOf(ctx, target.targetId)
  const { agents } = needs.exchangeOf(ctx.cityId).state
  const team = reachable(needs, ctx).filter(
    ({ available, teamIds }) => available && teamIds.includes(line.answeringTeamId),
  )
  const idleSince = (accountId: string): number => agents.get(accountId)?.since ?? 0
  const [longest] = team.toSorted((a, b) => idleSince(a.accountId) - idleSince(b.accountId))
  if (!longest) throw conflict('not-free', `${line.name}: Dort ist gerade niemand frei.`)
  const { accountId } = longest
  return { asked: { ...target, accountId }, address: { accountId } }
}

async function findOutside(
  { exchangeOf }: TalkSwitchNeeds,
  ctx: StaffContext,
  callId: string,
  target: TalkTarget,
) {
  const entry = await store.outsideNumber(ctx.db, ctx.cityId, target.targetId)
  if (!entry) throw notFound('Dieses Ziel')
  await requireDialable(ctx.db, ctx.cityId, entry.number)
  const lineId = exchangeOf(ctx.cityId).state.callers.get(callId)?.lineId
  const callerId = lineId ? ((await lineById(ctx.db, ctx.cityId, lineId))?.number ?? '') : ''
  return { asked: { ...target, accountId: null }, address: { number: entry.number, callerId } }
}

async function passToLine(
  { conversations }: TalkSwitchNeeds,
  ctx: StaffContext,
  callId: string,
  target: TalkTarget,
): Promise<void> {
  const line = await lineOf(ctx, target.targetId)
  await conversations.passToLine(handOf(ctx, callId), { ...target, accountId: null }, line)
}

async function lineOf(ctx: StaffContext, id: string): Promise<Line> {
  const line = await lineById(ctx.db, ctx.cityId, id)
  if (!line?.active) throw notFound('Diese Rufnummer')
  return line
}
