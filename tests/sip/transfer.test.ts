import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '../../src/platform/ids.ts'
import { createSwitchboard, type TalkTarget } from '../../src/telephony/index.ts'
import { givenAttempt } from './kit/attempt.ts'
import { citizenCalls, type Citizen } from './kit/citizen.ts'
import { openDesk, openHouse, type Desk, type House } from './kit/house.ts'
import { awaitCallee, clearLab, readLab, type Sipp } from './kit/lab.ts'

const lab = readLab()
/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 30_000 }
/** Another one each time: too many calls of one number in a short time are turned away. */
let caller = 491713920100
/** 20 ms of sound each: well below what a second carries, well above what a stray one does. */
const SOME_PACKETS = 50

let house: House
const desks: Desk[] = []
const citizens: Citizen[] = []
const callees: Sipp[] = []

beforeAll(async () => {
  await clearLab(lab)
  house = await openHouse(lab)
  // The report line is answered by the report team: the other line has other people.
  await house.platform.db
    .updateTable('line')
    .set({ answering_team_id: house.city.teams.reports })
    .where('id', '=', house.city.lines.report.id)
    .execute()
})
afterEach(async () => {
  await Promise.all(citizens.splice(0).map((citizen) => citizen.hangUp()))
  for (const desk of desks.splice(0)) {
    await house.switchboard.setReady(desk.ctx, false)
    await desk.close()
  }
  await Promise.all(callees.splice(0).map((callee) => callee.stop()))
})
afterAll(() => house.stop())

async function desk(role: 'agent' | 'clerk' | 'report', ready: boolean): Promise<Desk> {
  const opened = await openDesk(house, role)
  desks.push(opened)
  await expect.poll(() => house.switchboard.station(opened.ctx).missing, SOON).toEqual([])
  if (ready) await house.switchboard.setReady(opened.ctx, true)
  return opened
}

/** A citizen and an agent who talk. */
async function conversation(number = house.city.lines.service.number) {
  const agent = await desk('agent', true)
  caller += 1
  const citizen = citizenCalls(lab, number, `+${caller}`)
  citizens.push(citizen)
  await agent.softphone.until(({ ringing }) => ringing)
  const callId = house.switchboard.station(agent.ctx).callId ?? ''
  await agent.softphone.answer()
  await expect.poll(() => stateOf(agent), SOON).toBe('in-call')
  await expectBothWays(agent)
  return { agent, citizen, callId }
}

const stateOf = ({ ctx }: Desk) => house.switchboard.station(ctx).state
const stageOf = ({ ctx }: Desk, callId: string) =>
  house.switchboard.talk.state(ctx, callId)?.talk?.stage ?? 'together'
const rowOf = (callId: string) =>
  house.platform.db.selectFrom('call').selectAll().where('id', '=', callId).executeTakeFirstOrThrow()
const legsOf = (callId: string) =>
  house.platform.db
    .selectFrom('leg')
    .selectAll()
    .where('call_id', '=', callId)
    .orderBy('created_at')
    .execute()

async function kindsOf(callId: string): Promise<string[]> {
  const events = await house.platform.db
    .selectFrom('event')
    .select('kind')
    .where('subject_id', '=', callId)
    .orderBy('seq')
    .execute()
  return events.map(({ kind }) => kind)
}

/** From now on, sound in both directions at this softphone. */
async function expectBothWays({ softphone }: Desk): Promise<void> {
  const before = await softphone.packets()
  await expect
    .poll(async () => (await softphone.packets()).received - before.received, SOON)
    .toBeGreaterThan(SOME_PACKETS)
  await expect
    .poll(async () => (await softphone.packets()).sent - before.sent, SOON)
    .toBeGreaterThan(SOME_PACKETS)
}

/** Nothing is heard at this softphone for a while. */
async function expectSilence({ softphone }: Desk): Promise<void> {
  await sleep(300)
  const { received } = await softphone.packets()
  await sleep(600)
  expect((await softphone.packets()).received - received).toBeLessThan(10)
}

/** Packets that Asterisk has sent to the caller's channel. */
async function sentToCaller(callId: string): Promise<number> {
  const { source_key: channel } = await rowOf(callId)
  const { url, user, password } = lab.ari
  const answer = await fetch(`${url}/channels/${channel}/rtp_statistics`, {
    headers: { authorization: `Basic ${btoa(`${user}:${password}`)}` },
  })
  const { txcount } = (await answer.json()) as { txcount?: number }
  return txcount ?? 0
}

/** Sound goes to the caller: music, or a voice. */
async function expectMusic(callId: string): Promise<void> {
  const before = await sentToCaller(callId)
  await expect.poll(async () => (await sentToCaller(callId)) - before, SOON).toBeGreaterThan(SOME_PACKETS)
}

const toReportLine = (): TalkTarget => ({ to: 'line', targetId: house.city.lines.report.id })
const toClerk = ({ account }: Desk): TalkTarget => ({ to: 'clerk', targetId: account.id })

async function finish(...parties: [Desk, string][]): Promise<void> {
  for (const [{ ctx }, callId] of parties) await house.switchboard.finishWrapUp(ctx, callId)
}

describe('hold', () => {
  it('given a caller on hold, plays music to the caller, silence to the agent, and joins them again', async () => {
    const { agent, callId } = await conversation()
    await house.switchboard.talk.hold(agent.ctx, callId)
    expect(stageOf(agent, callId)).toBe('held')
    await expectMusic(callId)
    await expectSilence(agent)
    await expect(house.switchboard.talk.hold(agent.ctx, callId)).rejects.toMatchObject({ status: 409 })

    await house.switchboard.talk.takeBack(agent.ctx, callId)
    await expectBothWays(agent)
    expect(await kindsOf(callId)).toEqual([
      'call.offered',
      'call.offer-made',
      'call.answered',
      'call.held',
      'call.resumed',
    ])
  })

  it('given a caller who hangs up on hold, ends the call as any other', async () => {
    const { agent, citizen, callId } = await conversation()
    await house.switchboard.talk.hold(agent.ctx, callId)
    await citizen.hangUp()
    await expect.poll(() => stateOf(agent), SOON).toBe('wrap-up')
    expect(await rowOf(callId)).toMatchObject({ state: 'ended', end_reason: 'caller-hung-up' })
    await finish([agent, callId])
    expect(stateOf(agent)).toBe('available')
  })
})

describe('a consultation', () => {
  it('given the other line, both talk while the caller hears music, and the hand-over joins the caller with the other agent', async () => {
    const { agent, callId } = await conversation()
    const other = await desk('report', true)
    await house.switchboard.talk.consult(agent.ctx, callId, toReportLine())
    await other.softphone.until(({ ringing }) => ringing)
    expect((await other.softphone.state()).purposes).toEqual(['consult'])
    expect(stageOf(agent, callId)).toBe('asking')
    await other.softphone.answer()
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('consulting')
    await expectBothWays(agent)
    await expectBothWays(other)
    await expectMusic(callId)

    await house.switchboard.talk.handOver(agent.ctx, callId)
    await expect.poll(() => stateOf(agent), SOON).toBe('available')
    expect(house.switchboard.talk.state(agent.ctx, callId)).toBeNull()
    expect(house.switchboard.talk.state(other.ctx, callId)?.part).toBe('own')
    await expectBothWays(other)

    const [citizen] = citizens
    await citizen?.hangUp()
    await expect.poll(() => stateOf(other), SOON).toBe('wrap-up')
    expect(await rowOf(callId)).toMatchObject({
      state: 'ended',
      end_reason: 'caller-hung-up',
      agent_id: other.account.id,
      answer_promise: 'kept',
      line_id: house.city.lines.service.id,
      served_line_id: house.city.lines.report.id,
    })
    await finish([other, callId])
    await expect
      .poll(async () => (await legsOf(callId)).map((leg) => [leg.party, leg.ended_at !== null]), SOON)
      .toEqual([
        ['caller', true],
        ['agent', true],
        ['consulted', true],
      ])
    for (const leg of await legsOf(callId)) {
      expect(leg.rtp_received).toBeGreaterThan(SOME_PACKETS)
      expect(leg.rtp_sent).toBeGreaterThan(SOME_PACKETS)
    }
    const kinds = await kindsOf(callId)
    expect(kinds.filter((kind) => kind === 'call.answered')).toHaveLength(1)
    expect(kinds).toContain('call.transferred')
  })

  it('given a clerk who declines, the agent is told and takes the caller back', async () => {
    const { agent, callId } = await conversation()
    const clerk = await desk('clerk', false)
    await house.switchboard.talk.consult(agent.ctx, callId, toClerk(clerk))
    await clerk.softphone.until(({ ringing }) => ringing)
    await clerk.softphone.decline()
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('held')
    expect(house.switchboard.talk.state(agent.ctx, callId)?.news?.how).toBe('declined')
    await expect.poll(() => stateOf(clerk), SOON).toBe('not-ready')
    await house.switchboard.talk.takeBack(agent.ctx, callId)
    await expectBothWays(agent)
  })

  it('given a conference, all three hear each other, and whoever leaves ends only the own leg', async () => {
    const { agent, citizen, callId } = await conversation()
    const clerk = await desk('clerk', false)
    await clerk.softphone.answerAll(true)
    await house.switchboard.talk.consult(agent.ctx, callId, toClerk(clerk))
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('consulting')
    await house.switchboard.talk.confer(agent.ctx, callId)
    expect(stageOf(agent, callId)).toBe('conference')
    await expectBothWays(agent)
    await expectBothWays(clerk)

    await clerk.softphone.hangUp()
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('together')
    await expectBothWays(agent)
    expect(await rowOf(callId)).toMatchObject({ state: 'connected', agent_id: agent.account.id })

    await house.switchboard.talk.consult(agent.ctx, callId, toClerk(clerk))
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('consulting')
    await house.switchboard.talk.confer(agent.ctx, callId)
    await agent.softphone.hangUp()
    await expect.poll(() => stateOf(agent), SOON).toBe('available')
    await expectBothWays(clerk)
    expect(await rowOf(callId)).toMatchObject({ state: 'connected', agent_id: clerk.account.id })
    await citizen.hangUp()
    await expect.poll(() => stateOf(clerk), SOON).toBe('wrap-up')
  })

  it('given an agent who hangs up in a consultation, the caller waits again and comes to the next one', async () => {
    const { agent, callId } = await conversation()
    const clerk = await desk('clerk', false)
    await clerk.softphone.answerAll(true)
    await house.switchboard.talk.consult(agent.ctx, callId, toClerk(clerk))
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('consulting')
    await agent.softphone.hangUp()
    await expect.poll(() => kindsOf(callId), SOON).toContain('call.waits-again')
    await expect.poll(() => stateOf(clerk), SOON).toBe('not-ready')
    await agent.softphone.until(({ ringing }) => ringing)
    await agent.softphone.answer()
    await expect.poll(() => stateOf(agent), SOON).toBe('in-call')
    await expectBothWays(agent)
    expect((await kindsOf(callId)).filter((kind) => kind === 'call.answered')).toHaveLength(1)
  })

  it('given a caller who hangs up meanwhile, everybody is free', async () => {
    const { agent, citizen, callId } = await conversation()
    const clerk = await desk('clerk', false)
    await clerk.softphone.answerAll(true)
    await house.switchboard.talk.consult(agent.ctx, callId, toClerk(clerk))
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('consulting')
    await citizen.hangUp()
    await expect.poll(() => stateOf(agent), SOON).toBe('wrap-up')
    await expect.poll(() => stateOf(clerk), SOON).toBe('not-ready')
    expect(await rowOf(callId)).toMatchObject({ state: 'ended', end_reason: 'caller-hung-up' })
    await expect
      .poll(async () => (await legsOf(callId)).every((leg) => leg.ended_at !== null), SOON)
      .toBe(true)
  })
})

describe('a transfer without asking', () => {
  it('given the other line, the caller waits there at the old place and is answered there', async () => {
    const { agent, callId } = await conversation()
    await house.switchboard.talk.transfer(agent.ctx, callId, toReportLine())
    await expect.poll(() => stateOf(agent), SOON).toBe('available')
    await expectMusic(callId)
    const { cityId } = house.city
    const [waiting] = house.switchboard.snapshot(cityId).waiting
    expect(waiting).toMatchObject({ callId, lineId: house.city.lines.report.id })
    expect(waiting?.since).toEqual((await rowOf(callId)).offered_at)

    const other = await desk('report', true)
    await other.softphone.until(({ ringing }) => ringing)
    await other.softphone.answer()
    await expect.poll(() => stateOf(other), SOON).toBe('in-call')
    await expectBothWays(other)
    expect(await rowOf(callId)).toMatchObject({ agent_id: other.account.id, state: 'connected' })
  })

  it('given a clerk who does not answer, the agent has the caller again', async () => {
    const { agent, callId } = await conversation()
    const clerk = await desk('clerk', false)
    await house.switchboard.talk.transfer(agent.ctx, callId, toClerk(clerk))
    await clerk.softphone.until(({ ringing }) => ringing)
    await clerk.softphone.decline()
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('together')
    await expectBothWays(agent)
  })

  it('given an allowed outside number, the caller talks with it and the agent is free', async () => {
    const { agent, citizen, callId } = await conversation()
    const outside = await givenOutside('+4923061040000')
    callees.push(awaitCallee(lab))
    await house.switchboard.talk.transfer(agent.ctx, callId, outside)
    await expect.poll(() => stateOf(agent), SOON).toBe('wrap-up')
    expect(await rowOf(callId)).toMatchObject({
      state: 'ended',
      end_reason: 'handed-over',
      agent_id: agent.account.id,
    })
    await expectMusic(callId)
    await citizen.hangUp()
    expect(await callees[0]?.ended).toBe(0)
    await expect
      .poll(async () => (await legsOf(callId)).map((leg) => [leg.party, leg.ended_at !== null]), SOON)
      .toEqual([
        ['caller', true],
        ['agent', true],
        ['outside', true],
      ])
    for (const { party, rtp_received: received, rtp_sent: sent } of await legsOf(callId))
      if (party === 'outside') expect(Math.min(received ?? 0, sent ?? 0)).toBeGreaterThan(SOME_PACKETS)
    await finish([agent, callId])
  })

  it('given an outside number that is asked first, all three talk, and the two go on when the agent leaves', async () => {
    const { agent, citizen, callId } = await conversation()
    const outside = await givenOutside('+4923061040002')
    callees.push(awaitCallee(lab))
    await house.switchboard.talk.consult(agent.ctx, callId, outside)
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('consulting')
    await expectBothWays(agent)
    await house.switchboard.talk.confer(agent.ctx, callId)
    await expectBothWays(agent)
    await agent.softphone.hangUp()
    await expect.poll(() => stateOf(agent), SOON).toBe('wrap-up')
    expect(await rowOf(callId)).toMatchObject({ state: 'ended', end_reason: 'handed-over' })
    await expectMusic(callId)
    await citizen.hangUp()
    expect(await callees[0]?.ended).toBe(0)
    await expect
      .poll(async () => (await legsOf(callId)).every((leg) => leg.ended_at !== null), SOON)
      .toBe(true)
    await finish([agent, callId])
  })

  it('given an outside number that is busy, the agent has the caller again', async () => {
    const { agent, callId } = await conversation()
    const outside = await givenOutside('+4923061040001')
    callees.push(awaitCallee(lab, 'callee-busy'))
    await house.switchboard.talk.transfer(agent.ctx, callId, outside)
    await expect.poll(() => house.switchboard.talk.state(agent.ctx, callId)?.news?.how, SOON).toBe('declined')
    await expectBothWays(agent)
  })
})

describe('a process that is replaced by another', () => {
  async function replaceProcess(): Promise<void> {
    await house.switchboard.stop()
    house.switchboard = createSwitchboard(house.platform, lab.ari)
    await house.switchboard.start()
    await vi.waitUntil(() => house.switchboard.missing() === null, { timeout: 15_000 })
  }

  it('given a caller on hold, the caller is still on hold and comes back', async () => {
    const { agent, callId } = await conversation()
    await house.switchboard.talk.hold(agent.ctx, callId)
    await replaceProcess()
    expect(stageOf(agent, callId)).toBe('held')
    await expectMusic(callId)
    await house.switchboard.talk.takeBack(agent.ctx, callId)
    await expectBothWays(agent)
  })

  it('given a consultation, it goes on and the caller can be handed over', async () => {
    const { agent, callId } = await conversation()
    const clerk = await desk('clerk', false)
    await clerk.softphone.answerAll(true)
    await house.switchboard.talk.consult(agent.ctx, callId, toClerk(clerk))
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('consulting')
    await expectBothWays(clerk)
    await replaceProcess()
    expect(stageOf(agent, callId)).toBe('consulting')
    await expectBothWays(clerk)
    await house.switchboard.talk.handOver(agent.ctx, callId)
    await expectBothWays(clerk)
    expect(await rowOf(callId)).toMatchObject({ agent_id: clerk.account.id, state: 'connected' })
  })

  it('given a guest whose telephone rings, the caller is with the agent again', async () => {
    const { agent, callId } = await conversation()
    const clerk = await desk('clerk', false)
    await house.switchboard.talk.consult(agent.ctx, callId, toClerk(clerk))
    await clerk.softphone.until(({ ringing }) => ringing)
    await replaceProcess()
    await clerk.softphone.until(({ ringing }) => !ringing)
    expect(stageOf(agent, callId)).toBe('together')
    await expectBothWays(agent)
  })
})

describe('a browser that dies', () => {
  it('given the one of who was asked, the agent is told and keeps the caller', async () => {
    const { agent, callId } = await conversation()
    const clerk = await desk('clerk', false)
    await clerk.softphone.answerAll(true)
    await house.switchboard.talk.consult(agent.ctx, callId, toClerk(clerk))
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('consulting')
    await clerk.page.close()
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('held')
    await house.switchboard.talk.takeBack(agent.ctx, callId)
    await expectBothWays(agent)
  })

  it('given the agent who consults, the caller waits in front for the same one', async () => {
    const { agent, callId } = await conversation()
    const clerk = await desk('clerk', false)
    await clerk.softphone.answerAll(true)
    await house.switchboard.talk.consult(agent.ctx, callId, toClerk(clerk))
    await expect.poll(() => stageOf(agent, callId), SOON).toBe('consulting')
    await agent.page.close()
    await expect.poll(() => kindsOf(callId), SOON).toContain('call.parked')
    await expect.poll(() => stateOf(clerk), SOON).toBe('not-ready')
    await expectMusic(callId)
  })
})

describe('a callback', () => {
  it('given a citizen on hold, silence for the clerk and both again afterwards', async () => {
    const clerk = await desk('clerk', false)
    await clerk.softphone.answerAll(true)
    callees.push(awaitCallee(lab))
    const attemptId = await givenAttempt(house, clerk)
    const told: string[] = []
    const order = {
      attemptId,
      number: '+493023125011',
      callerId: house.city.lines.service.number,
      practice: false,
    }
    await house.switchboard.dial(clerk.ctx, order, async ({ kind }) => void told.push(kind))
    await expect.poll(() => told, SOON).toContain('answered')
    await expectBothWays(clerk)
    await house.switchboard.holdDial(clerk.ctx, attemptId, true)
    expect(house.switchboard.isDialHeld(attemptId)).toBe(true)
    await expectSilence(clerk)
    await house.switchboard.holdDial(clerk.ctx, attemptId, false)
    await expectBothWays(clerk)
    await house.switchboard.endDial(clerk.ctx, attemptId)
    await expect.poll(() => told.at(-1), SOON).toBe('ended')
    await expect(house.switchboard.holdDial(clerk.ctx, attemptId, true)).rejects.toMatchObject({
      status: 409,
    })
  })
})

async function givenOutside(number: string): Promise<TalkTarget> {
  const id = newId()
  await house.platform.db
    .insertInto('outside_number')
    .values({
      city_id: house.city.cityId,
      id,
      name: `Ziel ${number}`,
      number,
      purpose: 'Nur im Test',
      created_at: new Date(),
    })
    .execute()
  return { to: 'outside', targetId: id }
}
