import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, openHouse, type House } from './kit/house.ts'
import { callLine, clearLab, readLab, type Sipp } from './kit/lab.ts'
import { cutPower, restorePower } from './kit/power.ts'

const lab = readLab()
const SOON = { timeout: 20_000, interval: 50 }
let house: House
const callers: Sipp[] = []

beforeAll(async () => {
  await clearLab(lab)
  house = await openHouse(lab)
})
afterAll(async () => {
  await house.stop()
  await Promise.all(callers.map((caller) => caller.stop()))
})

const calls = () => house.platform.db.selectFrom('call').selectAll().orderBy('offered_at').execute()
const come = (from: string, talkMs: number): void => {
  callers.push(callLine(lab, house.city.lines.service.number, from, talkMs))
}

describe('an Asterisk that dies', () => {
  it('is seen by everybody at once, its callers are proposed for a callback, and the next call is answered', async () => {
    const { switchboard, platform, city } = house
    const heard: { topic: string; at: number }[] = []
    platform.live.subscribe(city.cityId, ({ topic }) => void heard.push({ topic, at: performance.now() }))
    const agent = await openDesk(house, 'agent')
    await expect.poll(() => switchboard.station(agent.ctx).missing, SOON).toEqual([])
    await switchboard.setReady(agent.ctx, true)
    await agent.softphone.answerAll(true)
    come('+491713920031', 60_000)
    await expect.poll(() => switchboard.station(agent.ctx).state, SOON).toBe('in-call')
    come('+491713920032', 60_000)
    await expect.poll(async () => (await calls()).length, SOON).toBe(2)

    const diedAt = performance.now()
    await cutPower(lab)
    await expect
      .poll(() => switchboard.alarm(city.cityId), SOON)
      .toContain('Die Telefonanlage antwortet nicht')
    await expect.poll(() => heard.find(({ topic }) => topic === 'telephone.lost'), SOON).toBeDefined()
    const told = (heard.find(({ topic }) => topic === 'telephone.lost')?.at ?? Infinity) - diedAt
    process.stdout.write(`everybody was told ${Math.round(told)} ms after the telephone system died\n`)
    // Two seconds are what is promised; on a machine with other work the printed figure is what counts.
    expect(told).toBeLessThan(10_000)

    const upFrom = performance.now()
    await restorePower(lab)
    await expect.poll(() => switchboard.alarm(city.cityId), SOON).toBeNull()
    process.stdout.write(
      `connected again ${Math.round(performance.now() - upFrom)} ms after its start began\n`,
    )
    await expect.poll(async () => (await calls()).map((call) => call.state), SOON).toEqual(['ended', 'ended'])
    const [talked, waited] = await calls()
    expect(talked).toMatchObject({ end_reason: 'telephone-lost', agent_id: agent.account.id })
    expect(waited).toMatchObject({ end_reason: 'telephone-lost', answered_at: null })
    const { rows } = await sql<{ id: string }>`
      select data->>'callId' as id from pgboss.job where name = 'telephony.call-unanswered'`.execute(
      platform.db,
    )
    expect(rows).toContainEqual({ id: waited?.id })

    // The softphone came back by itself.
    await agent.softphone.until(({ registered }) => registered, 20_000)
    await switchboard.finishWrapUp(agent.ctx, talked?.id ?? '')
    await expect.poll(() => switchboard.station(agent.ctx).state, SOON).toBe('available')
    come('+491713920033', 3_000)
    await expect.poll(() => switchboard.station(agent.ctx).state, SOON).toBe('in-call')
    await agent.close()
  })
})
