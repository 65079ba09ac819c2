import { beforeEach, expect, it } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCity, type GivenCity } from '../../city/city.testkit.ts'
import { lineById } from '../../city/index.ts'
import { givenAccount, type GivenAccount } from '../../people/people.testkit.ts'
import { readEvents } from '../../platform/events/events.ts'
import { newId } from '../../platform/ids.ts'
import type { Carrier } from '../exchange/carrier.ts'
import { Exchange } from '../exchange/exchange.ts'
import { callById } from '../store.ts'

const database = useDatabase()
let city: GivenCity
let first: GivenAccount
let second: GivenAccount
let exchange: Exchange
let ordered: string[]

beforeEach(async () => {
  const { platform } = database
  city = await givenCity(platform)
  first = await givenAccount(platform, city.cityId, 'agent')
  second = await givenAccount(platform, city.cityId, 'agent')
  ordered = []
  const note = (what: string) => async () => void ordered.push(what)
  const carrier: Carrier = {
    offer: note('offer'),
    withdraw: note('withdraw'),
    connect: note('connect'),
    overflow: note('overflow'),
    offerCallback: note('offer-callback'),
    park: note('park'),
    end: note('end'),
  }
  exchange = new Exchange(platform, city.cityId, { asterisk: carrier, training: carrier }, false)
  return () => exchange.stop()
})

async function ready({ account }: GivenAccount): Promise<void> {
  const line = await lineById(database.platform.db, city.cityId, city.lines.service.id)
  const teams = line ? [line.answeringTeamId] : []
  await exchange.tell({ kind: 'came', agentId: account.id, teams })
  await exchange.tell({ kind: 'ready', agentId: account.id })
}

/** A caller who talks with the first agent. */
async function givenConversation(): Promise<string> {
  const { db, clock } = database.platform
  const line = await lineById(db, city.cityId, city.lines.service.id)
  if (!line) throw new Error('no line')
  const callId = newId()
  await ready(first)
  await exchange.arrive({
    callId,
    source: 'asterisk',
    sourceKey: callId,
    line,
    caller: null,
    offeredAt: clock.now(),
    offeredMono: performance.now(),
    onlyFor: null,
  })
  await exchange.accept(callId, first.account.id)
  return callId
}

const legOf = (callId: string): string => exchange.calls.get(callId)?.legId ?? ''
const lose = (callId: string, { account }: GivenAccount, legId = legOf(callId)): Promise<boolean> =>
  exchange.agentLost({ callId, agentId: account.id, legId })
const call = (callId: string) => callById(database.platform.db, city.cityId, callId)

async function kinds(): Promise<string[]> {
  const range = { from: new Date(0), to: new Date('2100-01-01') }
  const events = await readEvents(database.platform.db, city.cityId, range)
  return events.map((event) => event.kind).filter((kind) => kind.startsWith('call.'))
}

const intake = (callId: string) =>
  database.platform.db.selectFrom('intake').select('account_id').where('call_id', '=', callId).execute()

it('given an agent who is back, the same agent has the caller again, answered once', async () => {
  const callId = await givenConversation()
  expect(await lose(callId, first)).toBe(true)
  expect(await call(callId)).toMatchObject({ state: 'waiting', agentId: first.account.id })
  expect(exchange.state.agents.get(first.account.id)).toMatchObject({ phase: 'not-ready', ready: false })

  await ready(second)
  expect(exchange.state.callers.get(callId)?.agentId).toBeNull()
  await ready(first)
  expect(exchange.state.callers.get(callId)?.agentId).toBe(first.account.id)
  expect(exchange.calls.get(callId)?.talkedTo).toBe(first.account.id)
  await exchange.accept(callId, first.account.id)
  await exchange.end(callId, 'caller')
  await exchange.settled()
  expect(await kinds()).toEqual([
    'call.offered',
    'call.offer-made',
    'call.answered',
    'call.parked',
    'call.offer-made',
    'call.taken-again',
    'call.ended',
  ])
  expect(ordered).toEqual(['offer', 'connect', 'park', 'offer', 'connect', 'end'])
  expect(await call(callId)).toMatchObject({ state: 'ended', endReason: 'caller-hung-up' })
})

it('given another agent who takes the caller, what was written goes along', async () => {
  const callId = await givenConversation()
  await lose(callId, first)
  expect(await intake(callId)).toEqual([{ account_id: first.account.id }])
  const [waiting, live] = [exchange.state.callers.get(callId), exchange.calls.get(callId)]
  if (!waiting || !live) throw new Error('nobody waits')
  // Its agent did not come in time.
  const later = new Map([[callId, { ...waiting, prefers: null }]])
  await exchange.restore({ agents: new Map(), callers: later }, [live])
  await ready(second)
  await exchange.accept(callId, second.account.id)
  expect(await intake(callId)).toEqual([{ account_id: second.account.id }])
  expect(await call(callId)).toMatchObject({ state: 'connected', agentId: second.account.id })
})

it('given a caller who leaves while parked, the conversation is over and its record is still to be written', async () => {
  const callId = await givenConversation()
  await lose(callId, first)
  await exchange.end(callId, 'caller')
  expect(await call(callId)).toMatchObject({ state: 'ended', endReason: 'caller-hung-up', promise: 'kept' })
  expect(await intake(callId)).toEqual([{ account_id: first.account.id }])
})

it('given the leg of an earlier offer, loses nothing', async () => {
  const callId = await givenConversation()
  expect(await lose(callId, first, newId())).toBe(false)
  expect(await lose(callId, second)).toBe(false)
  expect(await call(callId)).toMatchObject({ state: 'connected' })
})

it('given the dead leg that ends after all, the caller goes on waiting', async () => {
  const callId = await givenConversation()
  const legId = legOf(callId)
  await lose(callId, first)
  const lost = { how: 'failed', by: 'agent', mono: performance.now() } as const
  await exchange.agentLegLost({ callId, agentId: first.account.id, legId }, lost)
  expect(exchange.calls.has(callId)).toBe(true)
})
