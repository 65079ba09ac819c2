import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { decideLine, endDecision } from '../../src/city/decideLine.ts'
import { givenAccount } from '../../src/people/people.testkit.ts'
import { openDesk, openHouse, type Desk, type House } from './kit/house.ts'
import { citizenCalls, type Citizen } from './kit/citizen.ts'
import { clearLab, readLab } from './kit/lab.ts'

const lab = readLab()
const SOON = { timeout: 30_000 }
/** 20 ms of sound each. */
const SOME_PACKETS = 50

let house: House
const desks: Desk[] = []
const citizens: Citizen[] = []

beforeAll(async () => {
  await clearLab(lab)
  house = await openHouse(lab)
})
afterEach(async () => {
  for (const desk of desks.splice(0)) {
    await house.switchboard.setReady(desk.ctx, false)
    await desk.close()
  }
  await Promise.all(citizens.splice(0).map((citizen) => citizen.hangUp()))
  await vi.waitUntil(() => now().waiting.length + now().talking.length === 0, SOON)
})
afterAll(() => house.stop())

async function desk(role: 'agent' | 'clerk' | 'lead'): Promise<Desk> {
  const opened = await openDesk(house, role)
  desks.push(opened)
  await expect.poll(() => house.switchboard.station(opened.ctx).missing, SOON).toEqual([])
  return opened
}

function calls(line: 'service' | 'report', from: string): Citizen {
  const citizen = citizenCalls(lab, house.city.lines[line].number, from)
  citizens.push(citizen)
  return citizen
}

const now = () => house.switchboard.telephoneNow(house.city.cityId)
const callOf = (caller: string) =>
  house.platform.db
    .selectFrom('call')
    .selectAll()
    .where('caller', '=', caller)
    .orderBy('offered_at', 'desc')
    .executeTakeFirst()
const stateOf = ({ ctx }: Desk) => house.switchboard.station(ctx).state

describe('a lead at the telephone', () => {
  it('given two who wait, moves the second to the front and to the other line; that one rings first', async () => {
    const lead = await givenAccount(house.platform, house.city.cityId, 'lead')
    const agent = await desk('agent')
    calls('service', '+491713920101')
    await expect.poll(() => now().waiting.length, SOON).toBe(1)
    calls('report', '+491713920102')
    await expect.poll(() => now().waiting.length, SOON).toBe(2)
    const second = now().waiting[1]?.callId ?? ''
    const { id } = house.city.lines.service
    await house.switchboard.moveCaller(lead.ctx, second, { kind: 'line', id }, 'falsche Leitung')
    await house.switchboard.moveCaller(lead.ctx, second, { kind: 'front' }, 'eilig')
    expect(now().waiting).toMatchObject([{ callId: second, lineId: id, front: true }, { front: false }])

    await house.switchboard.setReady(agent.ctx, true)
    await agent.softphone.until(({ ringing }) => ringing)
    expect(house.switchboard.station(agent.ctx).callId).toBe(second)
    expect(await callOf('+491713920102')).toMatchObject({ id: second, line_id: id })

    // Signed out while it rings: the caller waits again, and the desk gets nothing more.
    await house.switchboard.signOut(lead.ctx, agent.account.id, 'Schichtende')
    await agent.softphone.until(({ ringing }) => !ringing)
    expect(stateOf(agent)).toBe('not-ready')
    expect(now().waiting.map(({ doing }) => doing)).toEqual(['waiting', 'waiting'])
  })

  it('given a line that is closed now, plays the announcement; given the line open again, takes the call', async () => {
    const lead = await givenAccount(house.platform, house.city.cityId, 'lead')
    const { id } = house.city.lines.report
    await decideLine(lead.ctx, id, { state: 'closed', until: null, reason: 'Rohrbruch' })
    const turnedAway = '+491713920103'
    calls('report', turnedAway)
    await expect.poll(async () => (await callOf(turnedAway))?.end_reason, SOON).toBe('closed')
    expect(now().waiting.filter(({ lineId }) => lineId === id)).toEqual([])
    await endDecision(lead.ctx, id)
    calls('report', '+491713920104')
    await expect.poll(() => now().waiting.some(({ lineId }) => lineId === id), SOON).toBe(true)
  })

  it('given a conversation, puts the lead in so that all three hear, and lets the two go on afterwards', async () => {
    const agent = await desk('agent')
    const lead = await desk('lead')
    await lead.softphone.answerAll(true)
    await house.switchboard.setReady(agent.ctx, true)
    const caller = '+491713920105'
    const citizen = calls('service', caller)
    await agent.softphone.until(({ ringing }) => ringing)
    await agent.softphone.answer()
    await expect.poll(() => stateOf(agent), SOON).toBe('in-call')
    const { callId = '' } = now().talking[0] ?? {}

    await house.switchboard.joinCall(lead.ctx, callId)
    expect(house.switchboard.leadIn(callId)).toMatchObject({ accountId: lead.account.id, in: false })
    await expect.poll(() => house.switchboard.leadIn(callId)?.in, SOON).toBe(true)
    expect((await lead.softphone.state()).purposes).toEqual(['join'])
    expect(stateOf(lead)).toBe('in-call')
    const before = { lead: await lead.softphone.packets(), agent: await agent.softphone.packets() }
    const grown = async (who: 'lead' | 'agent') =>
      (await (who === 'lead' ? lead : agent).softphone.packets()).received - before[who].received
    await expect.poll(() => grown('lead'), SOON).toBeGreaterThan(SOME_PACKETS)
    await expect.poll(() => grown('agent'), SOON).toBeGreaterThan(SOME_PACKETS)

    await house.switchboard.leaveCall(lead.ctx, callId)
    await expect.poll(() => stateOf(lead), SOON).toBe('not-ready')
    expect(house.switchboard.leadIn(callId)).toBeNull()
    const alone = (await agent.softphone.packets()).received
    await expect
      .poll(async () => (await agent.softphone.packets()).received - alone, SOON)
      .toBeGreaterThan(2 * SOME_PACKETS)
    expect(stateOf(agent)).toBe('in-call')

    await house.switchboard.hangUp(agent.ctx, callId)
    expect(await citizen.ended).toBe(0)
    const legs = () =>
      house.platform.db.selectFrom('leg').selectAll().where('call_id', '=', callId).orderBy('party').execute()
    await expect.poll(async () => (await legs()).every(({ ended_at }) => ended_at !== null), SOON).toBe(true)
    expect((await legs()).map(({ party }) => party)).toEqual(['agent', 'caller', 'lead'])
    for (const leg of await legs()) {
      expect(leg.rtp_received).toBeGreaterThan(SOME_PACKETS)
      expect(leg.rtp_sent).toBeGreaterThan(SOME_PACKETS)
    }
    await house.switchboard.finishWrapUp(agent.ctx, callId)
  })

  it('given a lead in it, a third person who is asked in never meets one of whom nobody told them', async () => {
    const agent = await desk('agent')
    const lead = await desk('lead')
    const clerk = await desk('clerk')
    await lead.softphone.answerAll(true)
    await clerk.softphone.answerAll(true)
    await house.switchboard.setReady(agent.ctx, true)
    calls('service', '+491713920106')
    await agent.softphone.until(({ ringing }) => ringing)
    await agent.softphone.answer()
    await expect.poll(() => stateOf(agent), SOON).toBe('in-call')
    const { callId = '' } = now().talking[0] ?? {}
    await house.switchboard.joinCall(lead.ctx, callId)
    await expect.poll(() => house.switchboard.leadIn(callId)?.in, SOON).toBe(true)

    const target = { to: 'clerk', targetId: clerk.account.id } as const
    await house.switchboard.talk.consult(agent.ctx, callId, target)
    await expect.poll(() => house.switchboard.leadIn(callId), SOON).toBeNull()
    await expect.poll(() => stateOf(clerk), SOON).toBe('in-call')
    await expect(house.switchboard.joinCall(lead.ctx, callId)).rejects.toMatchObject({ code: 'not-together' })

    await house.switchboard.talk.takeBack(agent.ctx, callId)
    await expect.poll(() => stateOf(clerk), SOON).toBe('not-ready')
    await house.switchboard.joinCall(lead.ctx, callId)
    await expect.poll(() => house.switchboard.leadIn(callId)?.in, SOON).toBe(true)
    await house.switchboard.hangUp(agent.ctx, callId)
    await expect.poll(() => stateOf(lead), SOON).toBe('not-ready')
    await house.switchboard.finishWrapUp(agent.ctx, callId)
  })
})
