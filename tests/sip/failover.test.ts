import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { crowdCalls, type Crowd } from './kit/crowd.ts'
import { clearLab, readLab } from './kit/lab.ts'
import type { LightAgents } from './kit/lightAgents.ts'
import { openProgram, RESTART_MS, type Program } from './kit/program.ts'
import { random } from './kit/random.ts'
import { ROUNDS } from './kit/rounds.ts'
import { startWatchdogProcess } from './kit/servers.ts'
import { becomeReady, openTeam, SERVE_MS, serveAll } from './kit/service.ts'
import { openBrowser } from './kit/softphone.ts'

const lab = readLab()
const TALKING = 5
const WAITING = 20
const KILLS = 10
/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 20_000, interval: 100 }

let program: Program
let browser: Browser
let team: LightAgents
const crowds: Crowd[] = []

beforeAll(async () => {
  program = await openProgram(lab)
  browser = await openBrowser()
  team = await openTeam(program, browser, TALKING)
})
afterEach(async () => {
  for (const crowd of crowds.splice(0)) crowd.stop()
  await clearLab(lab)
})
afterAll(async () => {
  await team?.close()
  await browser?.close()
  await program?.close()
})

const gaps = async () =>
  (
    await program.premises.platform.db
      .selectFrom('event')
      .select('data')
      .where('kind', '=', 'telephone.gap')
      .execute()
  ).map(({ data }) => data)

function come(size: number): Crowd {
  const crowd = crowdCalls(lab, program.premises.city.lines.service.number, size)
  crowds.push(crowd)
  return crowd
}

/** The agents end one conversation after the other until these citizens are all gone. @returns SIPp's exit codes */
async function hangUpUntil(gone: readonly Crowd[]): Promise<(number | null)[]> {
  let isOver = false
  const all = Promise.all(gone.map(({ ended }) => ended)).finally(() => (isOver = true))
  const until = performance.now() + SERVE_MS
  while (!isOver && performance.now() < until) {
    for (const user of await hearing()) await team.hangUp(user)
    await sleep(200)
  }
  return isOver ? all : []
}

/** Softphones that hear their citizen now. */
async function hearing(): Promise<string[]> {
  const before = new Map((await team.packets()).map(({ user, received }) => [user, received]))
  await sleep(400)
  return (await team.packets())
    .filter(({ user, received }) => received - (before.get(user) ?? 0) > 5)
    .map(({ user }) => user)
}

/**
 * Whoever is in charge dies again and again, each time while somebody leaves, the next is offered and somebody comes.
 * Afterwards everybody is served.
 * @returns how long nobody was in charge, each time (ms, without the start of a process)
 */
async function dieAgain(times: number, successor: 'starts then' | 'stands by'): Promise<number[]> {
  const dice = random()
  const known = (await program.calls()).length
  await becomeReady(team.agents)
  const crowd = come(TALKING + WAITING)
  await vi.waitUntil(async () => (await program.open()).length === TALKING + WAITING, SOON)
  const newcomers: Crowd[] = []
  const took: number[] = []
  for (let round = 0; round < times; round++) {
    if (successor === 'stands by' && program.running.length === 1) await program.start()
    await vi.waitUntil(async () => (await hearing()).length === TALKING, SOON)
    const leaver = team.agents[round % TALKING]
    const { call } = (await leaver?.desk()) ?? {}
    if (leaver && call) await leaver.finish(call.id)
    if (leaver) await team.hangUp(leaver.user)
    newcomers.push(come(1))
    await sleep(dice() * 800)
    const [instance] = program.running
    if (!instance) throw new Error('nothing to kill')
    const diedAt = performance.now()
    await program.kill(instance)
    // The next one of who left may not be joined yet; the others are in the middle of a conversation.
    const going = team.agents.filter((agent) => agent !== leaver).map(({ user }) => user)
    expect(await hearing()).toEqual(expect.arrayContaining(going))
    if (successor === 'starts then') await program.start()
    const waitedFor = await program.front.untilInCharge(RESTART_MS)
    took.push(Math.round(successor === 'starts then' ? waitedFor : performance.now() - diedAt))
    expect(await hearing()).toEqual(expect.arrayContaining(going))
  }
  await serveAll(team, program.open)
  // Who called while nobody was in charge may talk in the fallback.
  expect(await hangUpUntil([crowd, ...newcomers])).toEqual(Array.from({ length: times + 1 }, () => 0))
  const everybody = known + TALKING + WAITING + times
  await vi.waitUntil(async () => (await program.calls()).length >= everybody, SOON)
  const calls = await program.calls()
  expect(calls).toHaveLength(everybody)
  const lost = calls.filter((call) => call.answered_at === null || call.end_reason === 'unknown-end')
  expect(lost).toEqual([])
  return took
}

describe('an application that is killed', () => {
  it('ten times at random moments: five go on talking, and each of twenty reaches a person', async () => {
    const took = await dieAgain(KILLS, 'starts then')
    process.stdout.write(`in charge again after (ms, without the start of the process): ${took.join(' ')}\n`)
    await expect.poll(gaps, SOON).toHaveLength(KILLS)
  }, 180_000)

  it('with a standby beside it, has a successor within five seconds who goes on with everybody', async () => {
    const before = (await gaps()).length
    const standby = await program.start()
    const refused = await fetch(`http://127.0.0.1:${standby.port}/api/v1/desk/state`, {
      method: 'POST',
      headers: { cookie: team.agents[0]?.cookie ?? '', 'content-type': 'application/json' },
      body: JSON.stringify({ state: 'not-ready' }),
    })
    expect(refused.status).toBe(503)
    expect(await refused.json()).toMatchObject({ error: { code: 'not-in-charge' } })

    const took = await dieAgain(ROUNDS, 'stands by')
    process.stdout.write(`the standby was in charge after (ms): ${took.join(' ')}\n`)
    // Five seconds are what is promised; on a machine with other work the printed figure is what counts.
    expect(Math.max(...took)).toBeLessThan(15_000)
    await expect.poll(gaps, SOON).toHaveLength(before + ROUNDS)
  }, 300_000)

  it('for long, with a watchdog: everybody is rung through by the dialplan and is on record afterwards', async () => {
    await becomeReady(team.agents)
    const before = (await program.calls()).length
    const crowd = come(TALKING + 4)
    await vi.waitUntil(async () => (await hearing()).length === TALKING, SOON)
    await vi.waitUntil(async () => (await program.open()).length === TALKING + 4, SOON)
    // The dialplan is told every second whom to ring.
    await sleep(1_500)
    const dog = startWatchdogProcess(lab)
    const [instance] = program.running
    if (!instance) throw new Error('nothing to kill')
    await program.kill(instance)
    expect(await hearing()).toHaveLength(TALKING)
    // Also somebody who calls only now.
    const late = come(1)
    expect(await hangUpUntil([crowd, late])).toEqual([0, 0])
    dog.kill()
    const rung = (await team.phones()).flatMap(({ purposes }) => purposes)
    expect(rung.filter((purpose) => purpose === 'fallback').length).toBeGreaterThanOrEqual(5)

    await program.start()
    await program.front.untilInCharge(RESTART_MS)
    await vi.waitUntil(async () => (await program.calls()).length === before + TALKING + 5, SOON)
    await vi.waitUntil(async () => (await program.open()).length === 0, SOON)
    const now = (await program.calls()).slice(before)
    expect(now.filter(({ end_reason }) => end_reason !== 'handed-over')).toEqual([])
    expect(now.every(({ answered_at, agent_id }) => answered_at && agent_id)).toBe(true)
    await expect.poll(async () => (await gaps()).at(-1), SOON).toMatchObject({ handedOver: TALKING + 5 })
  }, 90_000)
})
