import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCity, type GivenCity } from '../city/city.testkit.ts'
import { givenAccount, type GivenAccount } from '../people/people.testkit.ts'
import { readEvents } from '../platform/events/events.ts'
import { createSwitchboard } from './createSwitchboard.ts'
import { callById } from './store.ts'
import type { DialEvent, Switchboard } from './switchboard.ts'
import { trainingScript } from './training/scripts.ts'

const database = useDatabase()
const HEALTHY = { phoneRegistered: true, microphone: true }
let city: GivenCity
let agent: GivenAccount
let switchboard: Switchboard

beforeEach(async () => {
  city = await givenCity(database.platform)
  agent = await givenAccount(database.platform, city.cityId, 'agent')
  switchboard = createSwitchboard(database.platform, null)
  await switchboard.start()
  return () => switchboard.stop()
})

const kinds = async (): Promise<string[]> => {
  const range = { from: new Date(0), to: new Date('2100-01-01') }
  const events = await readEvents(database.platform.db, city.cityId, range)
  return events.map((event) => event.kind).filter((kind) => kind.startsWith('call.'))
}
const stateOf = () => switchboard.station(agent.ctx).state

describe('without a telephone system', () => {
  it('given a ready agent, refuses and says what is missing', async () => {
    await switchboard.heartbeat(agent.ctx, HEALTHY)
    await expect(switchboard.setReady(agent.ctx, true)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('keine Telefonanlage'),
    })
    expect(stateOf()).toBe('not-ready')
    expect(switchboard.missing()).toContain('ARI_URL')
    expect(await switchboard.phoneAccount(agent.ctx)).toBeNull()
  })

  it('given a pause with its reason, tells it, also after a restart', async () => {
    await switchboard.heartbeat(agent.ctx, HEALTHY)
    await switchboard.setReady(agent.ctx, false, 'meeting')
    const place = { state: 'not-ready', ready: false, pause: 'meeting' }
    expect(switchboard.station(agent.ctx)).toMatchObject(place)
    expect(switchboard.snapshot(city.cityId).stations).toMatchObject([
      { state: 'not-ready', pause: 'meeting' },
    ])
    const next = createSwitchboard(database.platform, null)
    await next.start()
    try {
      expect(next.station(agent.ctx)).toMatchObject(place)
    } finally {
      await next.stop()
    }
  })

  it('given a training call, plays it from the offer to the end, marked as practice and promising nothing', async () => {
    const { platform } = database
    const callId = await switchboard.startTraining(agent.ctx)
    expect(switchboard.station(agent.ctx)).toMatchObject({ state: 'offered', callId })
    expect(switchboard.snapshot(city.cityId).waiting).toEqual([])
    expect(trainingScript(callId).length).toBeGreaterThan(2)

    await switchboard.accept(agent.ctx, callId)
    expect(stateOf()).toBe('training')
    await switchboard.hangUp(agent.ctx, callId)
    expect(switchboard.station(agent.ctx)).toMatchObject({ state: 'wrap-up', callId })
    await switchboard.finishWrapUp(agent.ctx, callId)
    expect(switchboard.station(agent.ctx)).toMatchObject({ state: 'not-ready', callId: null })

    expect(await callById(platform.db, city.cityId, callId)).toMatchObject({
      practice: true,
      state: 'ended',
      endReason: 'agent-hung-up',
      agentId: agent.account.id,
      promise: null,
    })
    expect(await kinds()).toEqual(['call.offered', 'call.offer-made', 'call.answered', 'call.ended'])
  })

  it('given a record completed during the training call, ends it and frees the agent', async () => {
    const callId = await switchboard.startTraining(agent.ctx)
    await switchboard.accept(agent.ctx, callId)
    await database.platform.db
      .insertInto('intake')
      .values({
        city_id: city.cityId,
        call_id: callId,
        account_id: agent.account.id,
        draft: '{}',
        updated_at: new Date(),
        completed_at: new Date(),
      })
      .execute()
    await switchboard.finishWrapUp(agent.ctx, callId)
    expect(stateOf()).toBe('not-ready')
    expect(await callById(database.platform.db, city.cityId, callId)).toMatchObject({
      endReason: 'caller-hung-up',
    })
  })

  it('given a declined training call, ends it; given another agent, refuses', async () => {
    const other = await givenAccount(database.platform, city.cityId, 'agent')
    const callId = await switchboard.startTraining(agent.ctx)
    await expect(switchboard.accept(other.ctx, callId)).rejects.toMatchObject({ status: 409 })
    await expect(switchboard.startTraining(agent.ctx)).rejects.toMatchObject({ status: 409 })
    await switchboard.decline(agent.ctx, callId)
    expect(stateOf()).toBe('not-ready')
    await expect(switchboard.accept(agent.ctx, callId)).rejects.toMatchObject({ status: 409 })
    expect(await callById(database.platform.db, city.cityId, callId)).toMatchObject({
      endReason: 'abandoned',
    })
  })

  it('given a process that died in a training call, ends the call and keeps the record open', async () => {
    const callId = await switchboard.startTraining(agent.ctx)
    await switchboard.accept(agent.ctx, callId)
    const next = createSwitchboard(database.platform, null)
    await next.start()
    try {
      expect(next.station(agent.ctx)).toMatchObject({ state: 'wrap-up', callId })
      expect(await callById(database.platform.db, city.cityId, callId)).toMatchObject({
        endReason: 'unknown-end',
      })
    } finally {
      await next.stop()
    }
  })

  it('given a practice attempt, rings, answers and ends when the clerk hangs up', async () => {
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
    const told: DialEvent['kind'][] = []
    const order = {
      attemptId: 'a',
      number: '+493023125001',
      callerId: city.lines.service.number,
      practice: true,
    }
    await switchboard.dial(clerk.ctx, order, async ({ kind }) => void told.push(kind))
    expect(switchboard.station(clerk.ctx).state).toBe('in-call')
    await sleep(800)
    await switchboard.endDial(clerk.ctx, 'a')
    await expect.poll(() => told).toEqual(['clerk-ready', 'rang', 'answered', 'ended'])
    await expect.poll(() => switchboard.station(clerk.ctx).state).toBe('not-ready')
  })

  it('given a real attempt, refuses, so that the clerk dials', async () => {
    const order = { attemptId: 'b', number: '+493023125001', callerId: '+49', practice: false }
    await expect(switchboard.dial(agent.ctx, order, async () => undefined)).rejects.toMatchObject({
      status: 409,
      code: 'no-telephone',
    })
  })
})
