import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createSwitchboard } from '../../src/telephony/index.ts'
import { startAnsweringProcess } from './kit/answeringProcess.ts'
import { openDesk, openHouse, openPremises, type House, type Premises } from './kit/house.ts'
import { callLine, clearLab, readLab, type Sipp } from './kit/lab.ts'
import { openOutlivingDatabase, type OutlivingDatabase } from './kit/outlivingDatabase.ts'

const lab = readLab()
/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 30_000 }
const TALK_MS = 45_000
let database: OutlivingDatabase
let premises: Premises
let house: House | undefined
const callers: Sipp[] = []

beforeAll(async () => {
  await clearLab(lab)
  database = await openOutlivingDatabase()
  premises = await openPremises(database.url)
})
afterAll(async () => {
  await (house ? house.stop() : premises.close())
  await Promise.all(callers.map((caller) => caller.stop()))
  await database.stop()
})

const calls = () => premises.platform.db.selectFrom('call').selectAll().orderBy('offered_at').execute()

describe('a process that is killed', () => {
  it('given callers who wait, keeps their places; given a conversation, keeps it up', async () => {
    const { number } = premises.city.lines.service
    const first = await startAnsweringProcess(lab, database.url)
    callers.push(callLine(lab, number, '+491713920021', TALK_MS))
    await vi.waitUntil(async () => (await calls()).length === 1, { timeout: 30_000 })
    callers.push(callLine(lab, number, '+491713920022', TALK_MS))
    await vi.waitUntil(async () => (await calls()).length === 2, { timeout: 30_000 })
    first.kill('SIGKILL')
    await once(first, 'exit')

    house = await openHouse(lab, premises)
    const before = await calls()
    const { waiting } = house.switchboard.snapshot(premises.city.cityId)
    expect(waiting.map(({ callId, since }) => [callId, since])).toEqual(
      before.map((call) => [call.id, call.offered_at]),
    )
    const gap = await premises.platform.db
      .selectFrom('event')
      .select('data')
      .where('kind', '=', 'telephone.gap')
      .execute()
    expect(gap.map((event) => event.data)).toEqual([{ requeued: 2, kept: 0, ended: 0, handedOver: 0 }])

    const agent = await openDesk(house, 'agent')
    await expect.poll(() => house?.switchboard.station(agent.ctx).missing, SOON).toEqual([])
    await house.switchboard.setReady(agent.ctx, true)
    await agent.softphone.until(({ ringing }) => ringing)
    expect(house.switchboard.station(agent.ctx).callId).toBe(before[0]?.id)
    await agent.softphone.answer()
    await expect.poll(() => house?.switchboard.station(agent.ctx).state, SOON).toBe('in-call')

    await house.switchboard.stop()
    house.switchboard = createSwitchboard(house.platform, lab.ari)
    await house.switchboard.start()
    await vi.waitUntil(() => house?.switchboard.missing() === null, { timeout: 15_000 })
    const { switchboard } = house
    expect(switchboard.station(agent.ctx)).toMatchObject({ state: 'in-call', callId: before[0]?.id })
    const { received } = await agent.softphone.packets()
    await expect
      .poll(async () => (await agent.softphone.packets()).received - received, SOON)
      .toBeGreaterThan(50)

    await agent.softphone.hangUp()
    await expect.poll(() => switchboard.station(agent.ctx).state, SOON).toBe('wrap-up')
    expect(await callers[0]?.ended).toBe(0)
    const [talked] = await calls()
    expect(talked).toMatchObject({ state: 'ended', end_reason: 'agent-hung-up', agent_id: agent.account.id })

    await switchboard.finishWrapUp(agent.ctx, before[0]?.id ?? '')
    await agent.softphone.until(({ ringing }) => ringing)
    expect(switchboard.station(agent.ctx).callId).toBe(before[1]?.id)
    await agent.softphone.answer()
    await expect.poll(() => switchboard.station(agent.ctx).state, SOON).toBe('in-call')
    await switchboard.hangUp(agent.ctx, before[1]?.id ?? '')
    await agent.close()
  })
})
