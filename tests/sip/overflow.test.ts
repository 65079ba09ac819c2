import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, openHouse, type Desk, type House } from './kit/house.ts'
import { awaitCallee, callLine, clearLab, readLab, type Sipp } from './kit/lab.ts'

const lab = readLab()
/** What escalates takes its seconds; a busy machine some more. */
const SOON = { timeout: 30_000, interval: 100 }
const OUTSIDE = '+493023125099'

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

/** What an administrator sets at the line; seconds are short here only where the test need not wait for them. */
async function lineWith(set: { overflow?: string; overflowAfterMs?: number }): Promise<void> {
  const { db } = house.platform
  await db
    .updateTable('line')
    .set({
      overflow_number: set.overflow ?? null,
      overflow_basis: set.overflow ? 'AV-Vertrag vom 1. September 2026' : null,
      overflow_after_ms: set.overflowAfterMs ?? 8_000,
    })
    .where('id', '=', house.city.lines.service.id)
    .execute()
}

async function desk(teamIds?: readonly string[]): Promise<Desk> {
  const opened = await openDesk(house, 'agent', teamIds)
  desks.push(opened)
  await expect.poll(() => house.switchboard.station(opened.ctx).missing, SOON).toEqual([])
  return opened
}

function calls(from: string, talkMs = 60_000): Sipp {
  const sipp = callLine(lab, house.city.lines.service.number, from, talkMs)
  processes.push(sipp)
  return sipp
}

const callFrom = (caller: string) =>
  house.platform.db.selectFrom('call').selectAll().where('caller', '=', caller).executeTakeFirst()

const eventsOf = async (id: string): Promise<string[]> =>
  (
    await house.platform.db
      .selectFrom('event')
      .select('kind')
      .where('subject_id', '=', id)
      .orderBy('at')
      .execute()
  ).map(({ kind }) => kind)

describe('the promise of fifteen seconds, before it breaks', () => {
  it('given nobody here for eight seconds, rings the number outside, where a person answers in time', async () => {
    await lineWith({ overflow: OUTSIDE })
    const outside = awaitCallee(lab)
    const from = '+491713920031'
    const caller = calls(from, 14_000)
    await expect.poll(async () => (await callFrom(from))?.state, SOON).toBe('connected')
    const call = await callFrom(from)
    expect(call).toMatchObject({ answer_promise: 'kept', agent_id: null, answered_by: 'Überlauf' })
    expect(call?.wait_ms).toBeGreaterThanOrEqual(8_000)
    expect(call?.wait_ms).toBeLessThanOrEqual(15_000)

    expect(await caller.ended).toBe(0)
    expect(await outside.ended).toBe(0)
    await expect.poll(async () => (await callFrom(from))?.state, SOON).toBe('ended')
    const id = call?.id ?? ''
    expect(await eventsOf(id)).toEqual(['call.offered', 'call.overflowed', 'call.answered', 'call.ended'])
    const legs = () => house.platform.db.selectFrom('leg').selectAll().where('call_id', '=', id).execute()
    await expect.poll(async () => (await legs()).every((leg) => leg.ended_at), SOON).toBe(true)
    for (const leg of await legs()) {
      expect(leg.rtp_received, leg.party).toBeGreaterThan(50)
      expect(leg.rtp_sent, leg.party).toBeGreaterThan(50)
    }
  })

  it('given a number outside that is busy, keeps the place for the next agent and says why it took so long', async () => {
    await lineWith({ overflow: OUTSIDE, overflowAfterMs: 1_000 })
    const busy = awaitCallee(lab, 'callee-busy')
    const from = '+491713920032'
    calls(from)
    expect(await busy.ended).toBe(0)
    expect(await callFrom(from)).toMatchObject({ state: 'waiting' })
    const agent = await desk()
    const waited = Date.now() - ((await callFrom(from))?.offered_at.getTime() ?? 0)
    await sleep(15_100 - waited)
    await house.switchboard.setReady(agent.ctx, true)
    await agent.softphone.until(({ ringing }) => ringing)
    await agent.softphone.answer()
    await expect.poll(async () => (await callFrom(from))?.state, SOON).toBe('connected')
    const call = await callFrom(from)
    expect(call).toMatchObject({ answer_promise: 'broken', answer_cause: 'none-signed-in' })
    await house.switchboard.hangUp(agent.ctx, call?.id ?? '')
    await house.switchboard.finishWrapUp(agent.ctx, call?.id ?? '')
  })

  it('given nobody of the line’s own team, asks the team that helps after five seconds', async () => {
    await lineWith({})
    const { cityId, lines, teams } = house.city
    await house.platform.db
      .insertInto('line_helper_team')
      .values({ city_id: cityId, line_id: lines.service.id, team_id: teams.reports })
      .execute()
    const helper = await desk([teams.reports])
    await house.switchboard.setReady(helper.ctx, true)
    const from = '+491713920033'
    calls(from)
    await expect.poll(async () => (await callFrom(from))?.state, SOON).toBe('waiting')
    expect((await helper.softphone.state()).ringing).toBe(false)
    await helper.softphone.until(({ ringing }) => ringing, 20_000)
    await helper.softphone.answer()
    await expect.poll(async () => (await callFrom(from))?.state, SOON).toBe('connected')
    const call = await callFrom(from)
    expect(call?.wait_ms).toBeGreaterThanOrEqual(5_000)
    await house.switchboard.hangUp(helper.ctx, call?.id ?? '')
    await house.switchboard.finishWrapUp(helper.ctx, call?.id ?? '')
  })
})
