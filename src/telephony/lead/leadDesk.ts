import { lineById, teamsOf } from '../../city/index.ts'
import type { NotReadyReason } from '../../desk/contract.ts'
import { recordDeed } from '../../platform/audit/audit.ts'
import type { Platform, StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import type { Joins } from '../asterisk/join.ts'
import type { Agent, Caller, Destination } from '../distribution/model.ts'
import { byRank } from '../distribution/state.ts'
import { emitTelephony } from '../events.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { saveSignOut } from './leadStore.ts'
import type { CallerMove, TelephoneNow } from './leadTypes.ts'
import { instantOf, isPractice } from '../exchange/liveCall.ts'
import { presenceOf } from '../exchange/presence.ts'
import { destinationOf } from '../exchange/routing.ts'
import { updateCall } from '../store.ts'

interface LeadDeskNeeds {
  platform: Platform
  exchangeOf(cityId: string): Exchange
  /** Why nobody rings there. */
  pauseOf(agent: Agent): NotReadyReason | null
  /** A person decided about this desk: nothing that was interrupted is given back to it. */
  decided(accountId: string): void
  /** Null where no telephone system is. */
  joins: Joins | null
}

/** What a lead sees of the telephone and does to it. Whether somebody is a lead was asked before. */
export class LeadDesk {
  readonly #needs: LeadDeskNeeds

  constructor(needs: LeadDeskNeeds) {
    this.#needs = needs
  }

  /** Everything but whether the telephone system is there. */
  now(cityId: string): Pick<TelephoneNow, 'waiting' | 'talking' | 'desks'> {
    const exchange = this.#needs.exchangeOf(cityId)
    const callers = [...exchange.state.callers.values()].filter((caller) => caller.onlyFor === null)
    return {
      waiting: callers
        .filter((caller) => !caller.connected)
        .toSorted(byRank)
        .map((caller) => ({
          callId: caller.id,
          lineId: caller.lineId,
          teamIds: caller.teams,
          since: new Date(caller.since),
          front: caller.priority > 0,
          doing: doingOf(caller),
        })),
      talking: callers
        .filter((caller) => caller.connected)
        .map(({ id: callId, lineId, agentId }) => {
          const call = exchange.calls.get(callId)
          const since = call?.answer ? instantOf(call, call.answer.mono) : new Date()
          return { callId, lineId, agentId, since, lead: this.#needs.joins?.of(callId) ?? null }
        })
        .toSorted((a, b) => a.since.getTime() - b.since.getTime()),
      desks: [...exchange.state.agents.values()].map((agent) => {
        const call = exchange.calls.get(agent.callId ?? '')
        return {
          accountId: agent.id,
          teamIds: agent.teams,
          state: presenceOf(agent, call !== undefined && isPractice(call)),
          since: new Date(agent.since),
          ready: agent.ready,
          pause: this.#needs.pauseOf(agent),
        }
      }),
    }
  }

  /** @throws Problem 404 for no such line or team, 409 when nobody of this call waits any more */
  async move(ctx: StaffContext, callId: string, move: CallerMove, reason: string): Promise<void> {
    const exchange = this.#needs.exchangeOf(ctx.cityId)
    const to = await this.#destination(ctx, exchange, callId, move)
    const write = async (tx: Tx): Promise<void> => {
      const row = {
        ...(to.priority === undefined ? {} : { priority: to.priority }),
        ...(move.kind === 'line' ? { line_id: move.id, team_id: null } : {}),
        ...(move.kind === 'team' ? { team_id: move.id } : {}),
      }
      await updateCall(tx, ctx.cityId, callId, row)
      const target = move.kind === 'front' ? null : move.id
      await emitTelephony(tx, ctx, 'call.moved', { id: callId }, { to: move.kind, id: target })
      await recordDeed(tx, ctx, 'call.moved', { kind: 'call', id: callId }, reason)
    }
    const when = (): boolean => {
      const caller = exchange.state.callers.get(callId)
      return caller !== undefined && !caller.connected && caller.onlyFor === null
    }
    if (!(await exchange.tell({ kind: 'moved', callId, to }, { write, when }))) throw waitsNoMore()
  }

  async #destination(
    { db, cityId }: StaffContext,
    exchange: Exchange,
    callId: string,
    move: CallerMove,
  ): Promise<Partial<Destination & Pick<Caller, 'priority'>>> {
    if (move.kind === 'front') {
      const waiting = [...exchange.state.callers.values()].filter((caller) => !caller.connected)
      return { priority: 1 + Math.max(0, ...waiting.map(({ priority }) => priority)) }
    }
    if (move.kind === 'team') {
      const team = (await teamsOf(db, cityId)).find(({ id }) => id === move.id)
      if (!team) throw notFound('Dieses Team')
      return { teams: [team.id] }
    }
    const line = await lineById(db, cityId, move.id)
    if (!line?.active) throw notFound('Diese Leitung')
    const offeredAt = exchange.calls.get(callId)?.offeredAt ?? new Date()
    return destinationOf(line, offeredAt)
  }

  /** No more calls for this desk; one in hand goes on. @throws Problem 409 when nobody is there */
  async signOut(ctx: StaffContext, accountId: string, reason: string): Promise<void> {
    const { cityId } = ctx
    const exchange = this.#needs.exchangeOf(cityId)
    const write = async (tx: Tx): Promise<void> => {
      const by = { by_account_id: ctx.actor.accountId, reason, at: ctx.clock.now() }
      await saveSignOut(tx, { city_id: cityId, account_id: accountId, ...by })
      await emitTelephony(tx, ctx, 'agent.signed-out', { id: accountId }, {})
      await recordDeed(tx, ctx, 'agent.signed-out', { kind: 'account', id: accountId }, reason)
    }
    const when = (): boolean => exchange.state.agents.has(accountId)
    this.#needs.decided(accountId)
    if (!(await exchange.tell({ kind: 'not-ready', agentId: accountId }, { write, when })))
      throw conflict('not-there', 'An diesem Arbeitsplatz ist niemand mehr.')
    await ctx.live.signal({ city: cityId, topic: 'desk', subject: accountId })
  }

  /**
   * Puts the lead into a conversation, openly: both sides hear it said before the lead hears a word.
   * The lead's place must be known to the exchange.
   * @throws Problem 409 when the conversation is over, somebody is in it already, or the lead is not free
   */
  async join(ctx: StaffContext, callId: string): Promise<void> {
    const { cityId, actor } = ctx
    const { joins } = this.#needs
    const exchange = this.#needs.exchangeOf(cityId)
    const call = exchange.calls.get(callId)
    if (!joins || !call || isPractice(call) || !exchange.state.callers.get(callId)?.connected)
      throw conflict('not-talking', 'Dieses Gespräch ist schon zu Ende.')
    if (joins.of(callId)) throw conflict('lead-there', 'In diesem Gespräch ist schon eine Teamleitung.')
    if (!joins.canJoin(callId))
      throw conflict(
        'not-together',
        'Hier wird gerade gehalten oder mit jemand Drittem gesprochen. Bitte gleich noch einmal.',
      )
    const free = (): boolean => {
      const phase = exchange.state.agents.get(actor.accountId)?.phase
      return phase === 'available' || phase === 'not-ready'
    }
    const write = (tx: Tx) => recordDeed(tx, ctx, 'call.lead-joined', { kind: 'call', id: callId }, null)
    const agentId = actor.accountId
    if (!(await exchange.tell({ kind: 'assist', agentId, callId }, { write, when: free })))
      throw conflict('call-in-hand', 'Bitte beenden Sie zuerst Ihr eigenes Gespräch.')
    await joins.start({ cityId, callId, accountId: agentId, name: actor.name })
  }

  /** Takes the lead out again; the others go on talking. Harmless when nobody is in. */
  async leave({ actor }: StaffContext, callId: string): Promise<void> {
    const part = this.#needs.joins?.of(callId)
    if (part?.accountId === actor.accountId) await this.#needs.joins?.end(callId)
  }
}

function doingOf({ agentId, where }: Caller): TelephoneNow['waiting'][number]['doing'] {
  if (where === 'menu') return 'keying'
  if (where === 'overflow') return 'rung-outside'
  return agentId === null ? 'waiting' : 'rings'
}

const waitsNoMore = () =>
  conflict('not-waiting', 'Hier wartet niemand mehr: Das Gespräch hat begonnen oder ist zu Ende.')
