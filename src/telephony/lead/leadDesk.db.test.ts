import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCity, type GivenCity } from '../../city/city.testkit.ts'
import { linesOf } from '../../city/index.ts'
import { givenAccount, type GivenAccount } from '../../people/people.testkit.ts'
import { readEvents } from '../../platform/events/events.ts'
import { newId } from '../../platform/ids.ts'
import { askWithoutLead, Joins, parkWithoutLead } from '../asterisk/join.ts'
import { Legs } from '../asterisk/legs.ts'
import type { Carrier } from '../exchange/carrier.ts'
import { Exchange } from '../exchange/exchange.ts'
import { LeadDesk } from './leadDesk.ts'
import { forgetSignOut, signOutOf } from './leadStore.ts'
import { restoreExchange } from '../exchange/restore.ts'

const database = useDatabase()
const quiet = async (): Promise<void> => undefined
const carrier: Carrier = {
  offer: quiet,
  withdraw: quiet,
  connect: quiet,
  overflow: quiet,
  offerCallback: quiet,
  park: quiet,
  end: quiet,
}
const newExchange = (): Exchange =>
  new Exchange(database.platform, city.cityId, { asterisk: carrier, training: carrier }, false)

let city: GivenCity
let lead: GivenAccount
let agent: GivenAccount
let exchange: Exchange
let joins: Joins
let leads: LeadDesk
/** What was asked of Asterisk, and whether a bridge is there. */
let asked: string[]
let hasBridge: boolean
let isPair: boolean

beforeEach(async () => {
  const { platform } = database
  city = await givenCity(platform)
  lead = await givenAccount(platform, city.cityId, 'lead', { name: 'Frau Leitner' })
  agent = await givenAccount(platform, city.cityId, 'agent')
  exchange = newExchange()
  asked = []
  hasBridge = true
  isPair = true
  joins = new Joins({
    platform,
    // Only what was asked counts here; the telephone tests ask a real Asterisk.
    ari: { request: ask as never },
    app: 'freizeichen',
    legs: new Legs(platform),
    exchangeOf: () => exchange,
    isPair: () => isPair,
  })
  leads = new LeadDesk({
    platform,
    exchangeOf: () => exchange,
    joins,
    pauseOf: () => null,
    decided: () => undefined,
  })
  return () => exchange.stop()
})

async function ask(operation: string): Promise<unknown> {
  asked.push(operation)
  return operation.includes('/bridges/') && !hasBridge ? undefined : {}
}

async function givenCaller(line: 'service' | 'report' = 'service'): Promise<string> {
  const lines = await linesOf(database.platform.db, city.cityId)
  const callId = newId()
  await exchange.arrive({
    callId,
    source: 'asterisk',
    sourceKey: callId,
    line: lines.find(({ id }) => id === city.lines[line].id)!,
    caller: null,
    offeredAt: database.platform.clock.now(),
    offeredMono: performance.now(),
    onlyFor: null,
  })
  database.platform.clock.advance(1_000)
  return callId
}

async function givenReady(account: GivenAccount, teams?: readonly string[]): Promise<string> {
  const { actor } = account.ctx
  const agentId = actor.accountId
  await exchange.tell({ kind: 'came', agentId, teams: teams ?? actor.teamIds })
  await exchange.tell({ kind: 'ready', agentId })
  return agentId
}

async function givenTalk(): Promise<string> {
  await givenReady(agent)
  const callId = await givenCaller()
  await exchange.accept(callId, agent.account.id)
  return callId
}

const waiting = () => leads.now(city.cityId).waiting
const audit = () =>
  database.platform.db
    .selectFrom('audit')
    .select(['action', 'account_id', 'subject_id', 'note'])
    .where('city_id', '=', city.cityId)
    .orderBy('seq')
    .execute()
const eventsOf = async (prefix: string) =>
  (await readEvents(database.platform.db, city.cityId, { from: new Date(0), to: new Date('2100-01-01') }))
    .filter(({ kind }) => kind.startsWith(prefix))
    .map(({ kind, data, actorId }) => ({ kind, data, actorId }))

describe('moving somebody who waits', () => {
  test('given the last of three, serves them first, and again the next who is moved', async () => {
    const [first, second, third] = [await givenCaller(), await givenCaller(), await givenCaller('report')]
    await leads.move(lead.ctx, third, { kind: 'front' }, 'Notfall in der Familie')
    await leads.move(lead.ctx, second, { kind: 'front' }, 'wartet schon zum zweiten Mal')
    expect(waiting().map(({ callId }) => callId)).toEqual([second, third, first])
    expect(waiting().map(({ front }) => front)).toEqual([true, true, false])
    expect(await audit()).toMatchObject([
      {
        action: 'call.moved',
        account_id: lead.account.id,
        subject_id: third,
        note: 'Notfall in der Familie',
      },
      { action: 'call.moved', subject_id: second },
    ])
    const [told] = await eventsOf('call.moved')
    expect(told).toEqual({
      kind: 'call.moved',
      data: { to: 'front', id: null },
      actorId: lead.account.id,
    })
  })

  test('given another line, waits there, in its old place, and is found there after a restart', async () => {
    const other = await givenCaller('report')
    const moved = await givenCaller()
    await leads.move(lead.ctx, moved, { kind: 'line', id: city.lines.report.id }, 'falsche Leitung')
    await leads.move(lead.ctx, moved, { kind: 'front' }, 'und gleich')
    const next = newExchange()
    await restoreExchange(database.platform, city.cityId, next, true)
    const restored = [...next.state.callers.values()]
    expect(restored.find(({ id }) => id === moved)).toMatchObject({
      lineId: city.lines.report.id,
      priority: 1,
    })
    expect(restored.find(({ id }) => id === other)).toMatchObject({ priority: 0 })
    await next.stop()
  })

  test('given another team, only its agents are rung, also after a restart', async () => {
    const callId = await givenCaller()
    await leads.move(lead.ctx, callId, { kind: 'team', id: city.teams.office }, 'Fachfrage')
    await givenReady(agent)
    expect(waiting()).toMatchObject([{ callId, doing: 'waiting', teamIds: [city.teams.office] }])
    const next = newExchange()
    await restoreExchange(database.platform, city.cityId, next, true)
    expect(next.state.callers.get(callId)).toMatchObject({ teams: [city.teams.office] })
    await next.stop()
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
    await givenReady(clerk)
    expect(waiting()).toMatchObject([{ callId, doing: 'rings' }])
  })

  test('given a conversation, a call that is over, or a strange line or team, refuses', async () => {
    const talk = await givenTalk()
    const move = (callId: string, to: Parameters<LeadDesk['move']>[2]) =>
      leads.move(lead.ctx, callId, to, 'x')
    await expect(move(talk, { kind: 'front' })).rejects.toMatchObject({ status: 409 })
    await expect(move(newId(), { kind: 'front' })).rejects.toMatchObject({ status: 409 })
    const callId = await givenCaller()
    const elsewhere = await givenCity(database.platform)
    const line = { kind: 'line', id: elsewhere.lines.service.id } as const
    const team = { kind: 'team', id: elsewhere.teams.office } as const
    await expect(move(callId, line)).rejects.toMatchObject({ status: 404 })
    await expect(move(callId, team)).rejects.toMatchObject({ status: 404 })
    expect(await audit()).toEqual([])
  })
})

describe('signing an agent out', () => {
  const signOut = () => leads.signOut(lead.ctx, agent.account.id, 'Platz ist leer')
  const desk = () => leads.now(city.cityId).desks.find(({ accountId }) => accountId === agent.account.id)

  test('given an agent who waits for calls, makes the desk not ready and says who and why', async () => {
    await givenReady(agent)
    await signOut()
    expect(desk()).toMatchObject({ state: 'not-ready', ready: false })
    const told = await signOutOf(database.platform.db, city.cityId, agent.account.id)
    expect(told).toMatchObject({ by: 'Frau Leitner', reason: 'Platz ist leer' })
    await forgetSignOut(database.platform.db, city.cityId, agent.account.id)
    expect(await signOutOf(database.platform.db, city.cityId, agent.account.id)).toBeNull()
    expect(await eventsOf('agent.')).toEqual([
      { kind: 'agent.signed-out', data: {}, actorId: lead.account.id },
    ])
    expect(await audit()).toMatchObject([{ action: 'agent.signed-out', note: 'Platz ist leer' }])
  })

  test('given a call in hand, it goes on; only then the desk is not ready', async () => {
    const callId = await givenTalk()
    await signOut()
    expect(desk()).toMatchObject({ state: 'in-call', ready: false })
    await exchange.end(callId, 'caller')
    await exchange.tell({ kind: 'wrapped-up', agentId: agent.account.id, callId })
    expect(desk()).toMatchObject({ state: 'not-ready' })
  })

  test('given a call that rings there, the caller goes to the next', async () => {
    await givenReady(agent)
    const callId = await givenCaller()
    expect(waiting()).toMatchObject([{ callId, doing: 'rings' }])
    await signOut()
    expect(waiting()).toMatchObject([{ callId, doing: 'waiting' }])
  })

  test('given nobody at the desk, refuses', async () => {
    await expect(signOut()).rejects.toMatchObject({ status: 409, code: 'not-there' })
    expect(await audit()).toEqual([])
  })
})

describe('joining a conversation', () => {
  const legOf = async (callId: string) =>
    database.platform.db
      .selectFrom('leg')
      .selectAll()
      .where('call_id', '=', callId)
      .where('party', '=', 'lead')
      .executeTakeFirstOrThrow()
  const ADD = 'POST /bridges/{bridgeId}/addChannel'

  async function givenRinging(): Promise<{ callId: string; leg: Parameters<Joins['entered']>[0] }> {
    const callId = await givenTalk()
    await exchange.tell({ kind: 'came', agentId: lead.account.id, teams: lead.ctx.actor.teamIds })
    await leads.join(lead.ctx, callId)
    const { id } = await legOf(callId)
    const { cityId } = city
    return { callId, leg: new Legs(database.platform).add({ id, cityId, party: 'lead', callId }) }
  }

  test('given a lead who answered, both sides are told first, and only then is the lead let in', async () => {
    const { callId, leg } = await givenRinging()
    await joins.entered(leg)
    expect(asked).toContain('POST /bridges/{bridgeId}/play')
    expect(asked).not.toContain(ADD)
    expect(leads.now(city.cityId).talking).toMatchObject([
      { callId, agentId: agent.account.id, lead: { name: 'Frau Leitner', in: false } },
    ])
    await joins.afterPlayback(`lead-comes-${leg.id}`, 'done')
    expect(asked.at(-1)).toBe(ADD)
    expect(joins.of(callId)).toMatchObject({ in: true })
    await joins.legEnded(leg)
    await exchange.settled()
    expect(joins.of(callId)).toBeNull()
    expect(leads.now(city.cityId).talking).toMatchObject([{ callId, lead: null }])
    const joined = { leadId: lead.account.id }
    expect((await eventsOf('call.lead-')).map(({ kind, data }) => [kind, data])).toEqual([
      ['call.lead-joined', joined],
      ['call.lead-left', joined],
    ])
    expect(await audit()).toMatchObject([{ action: 'call.lead-joined', account_id: lead.account.id }])
  })

  test('given an announcement that could not be played, nobody is let in', async () => {
    const { callId, leg } = await givenRinging()
    await joins.entered(leg)
    await joins.afterPlayback(`lead-comes-${leg.id}`, 'failed')
    expect(asked).not.toContain(ADD)
    expect(asked.at(-1)).toBe('DELETE /channels/{channelId}')
    expect(joins.of(callId)).toMatchObject({ in: false })
  })

  test('given a caller on hold or a third person, nobody joins, and nobody is let in who was on the way', async () => {
    const { callId, leg } = await givenRinging()
    await joins.entered(leg)
    isPair = false
    await joins.afterPlayback(`lead-comes-${leg.id}`, 'done')
    expect(asked).not.toContain(ADD)
    await joins.legEnded(leg)
    await exchange.settled()
    await expect(leads.join(lead.ctx, callId)).rejects.toMatchObject({ code: 'not-together' })
  })

  test('given a lead in it, the lead is out before anybody is asked in and before the caller is parked', async () => {
    const { callId } = await givenRinging()
    const talk = askWithoutLead(
      { arrange: quiet, ask: async () => void asked.push('ask'), hangUp: quiet, release: quiet },
      joins,
    )
    const guest = { legId: newId(), accountId: null }
    await talk.ask(city.cityId, callId, guest, { number: '+493023125011', callerId: '+493023125000' })
    expect(asked.slice(-2)).toEqual(['DELETE /channels/{channelId}', 'ask'])
    const parking = parkWithoutLead({ ...carrier, park: async () => void asked.push('park') }, joins)
    await parking.park(exchange.calls.get(callId)!, null)
    expect(asked.slice(-2)).toEqual(['DELETE /channels/{channelId}', 'park'])
  })

  test('given a conversation that ended meanwhile, the lead is hung up on', async () => {
    const { leg } = await givenRinging()
    hasBridge = false
    await joins.entered(leg)
    expect(asked.at(-1)).toBe('DELETE /channels/{channelId}')
  })

  test('given somebody in it already, a lead with a call, or no conversation, refuses', async () => {
    const { callId } = await givenRinging()
    const second = await givenAccount(database.platform, city.cityId, 'lead')
    await exchange.tell({ kind: 'came', agentId: second.account.id, teams: [] })
    await expect(leads.join(second.ctx, callId)).rejects.toMatchObject({ code: 'lead-there' })
    await expect(leads.join(agent.ctx, newId())).rejects.toMatchObject({ code: 'not-talking' })
    const other = await givenAccount(database.platform, city.cityId, 'agent')
    await givenReady(other)
    const talk = await givenCaller()
    await exchange.accept(talk, other.account.id)
    await expect(leads.join(lead.ctx, talk)).rejects.toMatchObject({ code: 'call-in-hand' })
  })
})
