import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { readWorklist } from '../../src/callbacks/worklist/readWorklist.ts'
import { sweepProposals } from '../../src/callbacks/proposals/withdrawProposals.ts'
import { givenAccount, type GivenAccount } from '../../src/people/people.testkit.ts'
import { formatNational, isPhoneNumber } from '../../src/shared/phoneNumber.ts'
import { telephoneAlarm } from '../../src/telephony/contract.ts'
import { crowdCalls, type Crowd } from './kit/crowd.ts'
import { callLine, clearLab, readLab, type Sipp } from './kit/lab.ts'
import type { LightAgents } from './kit/lightAgents.ts'
import { cutPower, restorePower } from './kit/power.ts'
import { leftOver, openProgram, type Program } from './kit/program.ts'
import { random } from './kit/random.ts'
import { ROUNDS } from './kit/rounds.ts'
import { becomeReady, openTeam, serveAll, talking } from './kit/service.ts'
import { openBrowser } from './kit/softphone.ts'

const lab = readLab()
const TALKING = 5
const WAITING = 20
/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 20_000, interval: 50 }

let program: Program
let browser: Browser
let team: LightAgents
let crowd: Crowd | undefined
const callers: Sipp[] = []

beforeAll(async () => {
  program = await openProgram(lab)
  browser = await openBrowser()
  team = await openTeam(program, browser, TALKING)
})
afterEach(async () => {
  crowd?.stop()
  await clearLab(lab)
})
afterAll(async () => {
  await team?.close()
  await browser?.close()
  await program?.close()
  await Promise.all(callers.map((caller) => caller.stop()))
})

const come = (from: string, talkMs: number): void =>
  void callers.push(callLine(lab, program.premises.city.lines.service.number, from, talkMs))

async function alarmOf({ cookie }: Pick<GivenAccount, 'cookie'>): Promise<string | null> {
  const answer = await fetch(`${program.front.url}/api/v1/telephone`, { headers: { cookie } })
  return telephoneAlarm.parse(await answer.json()).alarm
}

const stations = async () =>
  (await Promise.all(team.agents.map((agent) => agent.desk()))).map(({ state, pause, missing }) => ({
    state,
    pause,
    missing,
  }))
const states = async () => (await stations()).map(({ state }) => state)
const everyone = <T>(value: T): T[] => team.agents.map(() => value)

const national = (number: string | null): string =>
  number !== null && isPhoneNumber(number) ? formatNational(number) : ''

it('given five who talk and twenty who wait, everybody is told, the twenty are proposed, the five records are completed, and service goes on', async () => {
  const { platform, city } = program.premises
  const clerk = await givenAccount(platform, city.cityId, 'clerk')
  const lead = await givenAccount(platform, city.cityId, 'lead')
  await becomeReady(team.agents)
  crowd = crowdCalls(lab, city.lines.service.number, TALKING + WAITING)
  await vi.waitUntil(async () => (await program.open()).length === TALKING + WAITING, SOON)
  await vi.waitUntil(async () => (await talking(team)).length === TALKING, SOON)
  come('anonymous', 60_000)
  await vi.waitUntil(async () => (await program.open()).length === TALKING + WAITING + 1, SOON)
  const before = await program.open()
  const talked = before.filter(({ state }) => state === 'connected')
  const waited = before.filter(({ state }) => state === 'waiting')

  const isTold = (person: GivenAccount) =>
    vi.waitUntil(async () => (await alarmOf(person))?.includes('Die Telefonanlage antwortet nicht'), SOON)
  const diedAt = Date.now()
  const everybodyIsTold = Promise.all([...team.agents, clerk, lead].map(isTold)).then(() => Date.now())
  await cutPower(lab)
  crowd.stop()
  const told = (await everybodyIsTold) - diedAt
  process.stdout.write(`all desks were told ${told} ms after the telephone system died\n`)
  // Two seconds are what is promised; on a machine with other work the printed figure is what counts.
  expect(told).toBeLessThan(10_000)
  // Nobody knows yet whether the conversations live.
  expect(await states()).toEqual(everyone('in-call'))

  await restorePower(lab)
  const upAt = Date.now()
  await expect.poll(states, SOON).toEqual(everyone('wrap-up'))
  process.stdout.write(`all desks knew what became of their call ${Date.now() - upAt} ms after it was back\n`)
  await expect.poll(program.open, SOON).toEqual([])
  const after = new Map((await program.calls()).map((call) => [call.id, call]))
  for (const { id, agent_id } of talked)
    expect(after.get(id)).toMatchObject({ end_reason: 'telephone-lost', agent_id, answer_promise: 'kept' })
  for (const { id } of waited) {
    expect(after.get(id)).toMatchObject({ end_reason: 'telephone-lost', answered_at: null })
    // When it died, not when it was back.
    expect(after.get(id)?.ended_at?.getTime()).toBeLessThan(upAt)
  }

  const proposals = async () => (await readWorklist(clerk.ctx)).proposals.map(({ number }) => number)
  const withNumber = waited.filter(({ caller }) => caller !== null)
  expect(withNumber).toHaveLength(WAITING)
  const numbers = withNumber.map(({ caller }) => national(caller)).toSorted()
  await expect.poll(async () => (await proposals()).toSorted(), SOON).toEqual(numbers)

  for (const agent of team.agents) await agent.finish((await agent.desk()).call?.id ?? '')
  const records = await platform.db.selectFrom('intake').select(['call_id', 'completed_at']).execute()
  expect(records.map(({ call_id }) => call_id).toSorted()).toEqual(talked.map(({ id }) => id).toSorted())
  expect(records.every(({ completed_at }) => completed_at !== null)).toBe(true)
  await expect.poll(stations, SOON).toEqual(everyone({ state: 'available', pause: null, missing: [] }))

  // One of the twenty tries again.
  const [first] = withNumber
  come(first?.caller ?? '', 60_000)
  await expect.poll(async () => (await program.open()).map(({ state }) => state), SOON).toEqual(['connected'])
  expect(await program.open()).toMatchObject([{ caller: first?.caller, place_of: first?.id }])
  await serveAll(team, program.open)
  await sweepProposals(platform)
  expect(await proposals()).toHaveLength(WAITING - 1)
  await expect.poll(() => leftOver(lab, program), SOON).toEqual([])
}, 120_000)

it('given it dies again and again while somebody leaves, comes and is joined, each of the twenty is proposed and service goes on', async () => {
  const { platform, city } = program.premises
  const dice = random()
  for (let round = 0; round < ROUNDS; round++) {
    const known = new Set((await program.calls()).map(({ id }) => id))
    crowd = crowdCalls(lab, city.lines.service.number, TALKING + WAITING)
    await vi.waitUntil(async () => (await program.open()).length === TALKING + WAITING, SOON)
    await vi.waitUntil(async () => (await talking(team)).length === TALKING, SOON)
    const leaver = team.agents[round % TALKING]
    await leaver?.finish((await leaver.desk()).call?.id ?? '')
    await team.hangUp(leaver?.user ?? '')
    const newcomer = crowdCalls(lab, city.lines.service.number, 1)
    await sleep(dice() * 800)
    await cutPower(lab)
    crowd.stop()
    // A telephone whose call was not taken yet goes on asking, and would be served as soon as somebody is there again.
    newcomer.stop()
    await restorePower(lab)

    await expect.poll(program.open, SOON).toEqual([])
    const calls = (await program.calls()).filter(({ id }) => !known.has(id))
    // Who dialled at the very moment may not have come through.
    expect(calls.length - TALKING - WAITING).toBeOneOf([0, 1])
    const unanswered = calls.filter(({ answered_at }) => answered_at === null)
    expect(unanswered.length).toBeGreaterThanOrEqual(WAITING - 1)
    for (const call of unanswered) expect(call).toMatchObject({ end_reason: 'telephone-lost' })
    const proposals = platform.db.selectFrom('callback_proposal_call').select('call_id')
    const proposed = async () => (await proposals.execute()).map(({ call_id }) => call_id)
    await expect.poll(proposed, SOON).toEqual(expect.arrayContaining(unanswered.map(({ id }) => id)))

    await expect.poll(states, SOON).not.toContain('in-call')
    for (const agent of team.agents) {
      const { state, call } = await agent.desk()
      if (state === 'wrap-up') await agent.finish(call?.id ?? '')
    }
    await expect.poll(() => leftOver(lab, program), SOON).toEqual([])
    // A desk that was interrupted more than three times in a minute is not given calls again before its person says so.
    await becomeReady(team.agents)
    await expect.poll(stations, SOON).toEqual(everyone({ state: 'available', pause: null, missing: [] }))
  }
}, 400_000)
