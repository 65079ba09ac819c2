import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { givenCity } from '../../src/city/city.testkit.ts'
import type { DialEvent } from '../../src/telephony/index.ts'
import { givenAttempt } from './kit/attempt.ts'
import { openDesk, openHouse, type Desk, type House } from './kit/house.ts'
import { awaitCallee, callLine, clearLab, readLab, type Sipp } from './kit/lab.ts'

const lab = readLab()
/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 30_000 }
const CALLER = '+491713920011'
const CITIZEN = '+493023125011'
/** 20 ms of sound each: well below what a second carries, well above what a stray one does. */
const SOME_PACKETS = 50

let house: House
const desks: Desk[] = []
const processes: Sipp[] = []

beforeAll(async () => {
  await clearLab(lab)
  house = await openHouse(lab)
})
afterEach(async () => {
  for (const desk of desks.splice(0)) {
    await house.switchboard.setReady(desk.ctx, false)
    await desk.close()
  }
  await Promise.all(processes.splice(0).map((sipp) => sipp.stop()))
})
afterAll(() => house.stop())

async function desk(role: 'agent' | 'clerk'): Promise<Desk> {
  const opened = await openDesk(house, role)
  desks.push(opened)
  await expect.poll(() => house.switchboard.station(opened.ctx).missing, SOON).toEqual([])
  return opened
}

async function readyAgent(): Promise<Desk> {
  const agent = await desk('agent')
  await house.switchboard.setReady(agent.ctx, true)
  return agent
}

function citizenCalls(talkMs: number, number = house.city.lines.service.number): Sipp {
  const sipp = callLine(lab, number, CALLER, talkMs)
  processes.push(sipp)
  return sipp
}

const stateOf = ({ ctx }: Desk) => house.switchboard.station(ctx).state
const callInHand = ({ ctx }: Desk): string => house.switchboard.station(ctx).callId ?? ''
const lastCall = () =>
  house.platform.db.selectFrom('call').selectAll().orderBy('offered_at', 'desc').executeTakeFirstOrThrow()
const legs = (column: 'call_id' | 'attempt_id', id: string) =>
  house.platform.db.selectFrom('leg').selectAll().where(column, '=', id).orderBy('created_at').execute()

describe('a call on the line', () => {
  it('given a ready agent, is answered in the browser, heard in both directions and written down', async () => {
    const agent = await readyAgent()
    const citizen = citizenCalls(4_000)
    await agent.softphone.until(({ ringing }) => ringing)
    expect((await agent.softphone.state()).purposes).toEqual(['offer'])
    expect(stateOf(agent)).toBe('offered')
    const callId = callInHand(agent)
    await agent.softphone.answer()
    await expect.poll(() => stateOf(agent), SOON).toBe('in-call')
    await expect
      .poll(async () => (await agent.softphone.packets()).received, SOON)
      .toBeGreaterThan(SOME_PACKETS)
    await expect.poll(async () => (await agent.softphone.packets()).sent, SOON).toBeGreaterThan(SOME_PACKETS)

    expect(await citizen.ended).toBe(0)
    await expect.poll(() => stateOf(agent), SOON).toBe('wrap-up')
    const call = await lastCall()
    expect(call).toMatchObject({
      id: callId,
      source: 'asterisk',
      line_id: house.city.lines.service.id,
      caller: CALLER,
      state: 'ended',
      end_reason: 'caller-hung-up',
      agent_id: agent.account.id,
      answer_promise: 'kept',
    })
    expect(call.wait_ms).toBeGreaterThan(0)
    expect(call.wait_ms).toBeLessThan(5_000)
    expect(call.talk_ms).toBeGreaterThan(2_000)
    await expect
      .poll(
        async () => (await legs('call_id', callId)).map((leg) => [leg.party, leg.ended_at !== null]),
        SOON,
      )
      .toEqual([
        ['caller', true],
        ['agent', true],
      ])
    for (const leg of await legs('call_id', callId)) {
      expect(leg.rtp_received).toBeGreaterThan(SOME_PACKETS)
      expect(leg.rtp_sent).toBeGreaterThan(SOME_PACKETS)
    }
    await house.switchboard.finishWrapUp(agent.ctx, callId)
    expect(stateOf(agent)).toBe('available')
  })

  it('given an agent who declines, is offered to the next one', async () => {
    const first = await readyAgent()
    const second = await readyAgent()
    citizenCalls(4_000)
    await first.softphone.until(({ ringing }) => ringing)
    await first.softphone.decline()
    await second.softphone.until(({ ringing }) => ringing)
    expect(stateOf(first)).toBe('available')
    await second.softphone.answer()
    await expect.poll(() => stateOf(second), SOON).toBe('in-call')
    const callId = callInHand(second)
    await house.switchboard.hangUp(second.ctx, callId)
    await expect.poll(() => stateOf(second), SOON).toBe('wrap-up')
    expect(await lastCall()).toMatchObject({ id: callId, end_reason: 'agent-hung-up' })
    await house.switchboard.finishWrapUp(second.ctx, callId)
  })

  it('given a caller who gives up while it rings, stops the ringing and counts as abandoned', async () => {
    const agent = await readyAgent()
    citizenCalls(1_500)
    await agent.softphone.until(({ ringing }) => ringing)
    await agent.softphone.until(({ ringing }) => !ringing)
    await expect.poll(() => stateOf(agent), SOON).toBe('available')
    expect(await lastCall()).toMatchObject({ end_reason: 'abandoned', answer_promise: null })
  })

  it('given nobody ready, waits, and is offered as soon as somebody is', async () => {
    const agent = await desk('agent')
    citizenCalls(5_000)
    const { cityId } = house.city
    await expect.poll(() => house.switchboard.snapshot(cityId).waiting.length, SOON).toBe(1)
    await house.switchboard.setReady(agent.ctx, true)
    await agent.softphone.until(({ ringing }) => ringing)
  })

  it('given a browser that is closed, makes its agent not ready', async () => {
    const agent = await readyAgent()
    await agent.page.close()
    await expect.poll(() => stateOf(agent), SOON).toBe('not-ready')
    expect(house.switchboard.station(agent.ctx).missing.join()).toContain('Telefon im Browser')
  })

  it('given a call outside service hours, plays the announcement, hangs up and promises nothing', async () => {
    const closed = await givenCity(house.platform, { week: [] })
    expect(await citizenCalls(30_000, closed.lines.service.number).ended).toBe(0)
    expect(await lastCall()).toMatchObject({
      city_id: closed.cityId,
      end_reason: 'closed',
      answer_promise: null,
    })
  })

  it('given a number that is no line, ends at once', async () => {
    expect(await citizenCalls(5_000, '+4923069999').ended).toBe(0)
  })
})

describe('a callback', () => {
  async function dial(clerk: Desk): Promise<{ attemptId: string; told: DialEvent[] }> {
    const attemptId = await givenAttempt(house, clerk)
    const told: DialEvent[] = []
    const order = { attemptId, number: CITIZEN, callerId: house.city.lines.service.number, practice: false }
    await house.switchboard.dial(clerk.ctx, order, async (event) => void told.push(event))
    return { attemptId, told }
  }
  const kindsOf = (told: readonly DialEvent[]) => told.map((event) => event.kind)

  it('given a citizen who answers, rings the clerk first, then the citizen, and both hear each other', async () => {
    const clerk = await desk('clerk')
    await clerk.softphone.answerAll(true)
    processes.push(awaitCallee(lab))
    const { attemptId, told } = await dial(clerk)
    expect(stateOf(clerk)).toBe('in-call')
    await expect.poll(() => kindsOf(told), SOON).toEqual(['clerk-ready', 'rang', 'answered'])
    expect((await clerk.softphone.state()).purposes).toEqual(['callback'])
    // The ringing tone was sound too.
    const { received } = await clerk.softphone.packets()
    await expect
      .poll(async () => (await clerk.softphone.packets()).received - received, SOON)
      .toBeGreaterThan(2 * SOME_PACKETS)

    await house.switchboard.endDial(clerk.ctx, attemptId)
    await expect.poll(() => told.at(-1), SOON).toMatchObject({ kind: 'ended', how: 'hung-up' })
    await expect.poll(() => stateOf(clerk), SOON).toBe('not-ready')
    await expect
      .poll(async () => (await legs('attempt_id', attemptId)).every((leg) => leg.ended_at), SOON)
      .toBe(true)
    const both = await legs('attempt_id', attemptId)
    expect(both.map((leg) => leg.party)).toEqual(['clerk', 'citizen'])
    for (const leg of both) {
      expect(leg.rtp_received).toBeGreaterThan(SOME_PACKETS)
      expect(leg.rtp_sent).toBeGreaterThan(SOME_PACKETS)
    }
  })

  it('given a busy citizen, ends as busy', async () => {
    const clerk = await desk('clerk')
    await clerk.softphone.answerAll(true)
    processes.push(awaitCallee(lab, 'callee-busy'))
    const { told } = await dial(clerk)
    await expect.poll(() => told.at(-1), SOON).toMatchObject({ kind: 'ended', how: 'busy' })
    expect(kindsOf(told)).toEqual(['clerk-ready', 'ended'])
  })

  it('given a clerk without a registered softphone, ends as failed', async () => {
    const clerk = await desk('clerk')
    await clerk.page.close()
    await expect.poll(() => house.switchboard.station(clerk.ctx).missing.length, SOON).toBe(1)
    const { told } = await dial(clerk)
    await expect.poll(() => told.at(-1), SOON).toMatchObject({ kind: 'ended', how: 'failed' })
    await expect.poll(() => stateOf(clerk), SOON).toBe('not-ready')
  })
})
