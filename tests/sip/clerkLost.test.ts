import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { DialEvent } from '../../src/telephony/index.ts'
import { givenAttempt } from './kit/attempt.ts'
import { openDesk, openHouse, type Desk, type House } from './kit/house.ts'
import { awaitCallee, clearLab, readLab, type Sipp } from './kit/lab.ts'

const lab = readLab()
const SOON = { timeout: 30_000 }
/** The citizen is kept for ten seconds and then told, which takes five more. */
const TOLD_WITHIN = { timeout: 40_000 }
const CITIZEN = '+493023125011'

let house: House
const desks: Desk[] = []
const processes: Sipp[] = []

beforeAll(async () => {
  await clearLab(lab)
  house = await openHouse(lab)
})
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close()
  await Promise.all(processes.splice(0).map((sipp) => sipp.stop()))
})
afterAll(() => house.stop())

/** A clerk and a citizen who was called back, in a conversation. */
async function givenConversation(): Promise<{
  clerk: Desk
  callee: Sipp
  told: DialEvent[]
  attemptId: string
}> {
  const clerk = await openDesk(house, 'clerk')
  desks.push(clerk)
  await expect.poll(() => house.switchboard.station(clerk.ctx).missing, SOON).toEqual([])
  await clerk.softphone.answerAll(true)
  const callee = awaitCallee(lab)
  processes.push(callee)
  const attemptId = await givenAttempt(house, clerk)
  const told: DialEvent[] = []
  const order = { attemptId, number: CITIZEN, callerId: house.city.lines.service.number, practice: false }
  await house.switchboard.dial(clerk.ctx, order, async (event) => void told.push(event))
  await expect.poll(() => told.at(-1)?.kind, SOON).toBe('answered')
  await expect.poll(async () => (await clerk.softphone.packets()).received, SOON).toBeGreaterThan(50)
  return { clerk, callee, told, attemptId }
}

const stateOf = ({ ctx }: Desk) => house.switchboard.station(ctx).state

it('given a clerk whose page is loaded anew, the citizen is on the line again', async () => {
  const { clerk, callee, told, attemptId } = await givenConversation()
  await clerk.reload()
  await clerk.softphone.answerAll(true)
  await clerk.softphone.until(({ purposes }) => purposes.includes('callback'))
  await expect.poll(async () => (await clerk.softphone.packets()).received, SOON).toBeGreaterThan(100)
  expect(stateOf(clerk)).toBe('in-call')
  expect(told.map(({ kind }) => kind)).toEqual(['clerk-ready', 'rang', 'answered'])
  await house.switchboard.endDial(clerk.ctx, attemptId)
  await expect.poll(() => told.at(-1), SOON).toMatchObject({ kind: 'ended', how: 'hung-up' })
  expect(await callee.ended).toBe(0)
  await expect.poll(() => stateOf(clerk), SOON).toBe('not-ready')
})

it('given a clerk who does not come back, the citizen is told that we call again, and the line is free', async () => {
  const { clerk, callee, told } = await givenConversation()
  const diedAt = Date.now()
  await clerk.page.close()
  expect(await callee.ended).toBe(0)
  expect(Date.now() - diedAt).toBeGreaterThan(10_000)
  await expect.poll(() => told.at(-1), TOLD_WITHIN).toMatchObject({ kind: 'ended', how: 'hung-up' })
  expect(told.filter(({ kind }) => kind === 'answered')).toHaveLength(1)
  await expect.poll(() => stateOf(clerk), SOON).toBe('not-ready')
})
