import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { leadView } from '../../src/lead/contract.ts'
import { givenAccount } from '../../src/people/people.testkit.ts'
import { EXCHANGE_RULES } from '../../src/telephony/distribution/exchangeRules.ts'
import { crowdCalls, type Crowd } from './kit/crowd.ts'
import { clearLab, readLab } from './kit/lab.ts'
import type { LightAgents } from './kit/lightAgents.ts'
import { launchMortalBrowser, type MortalBrowser } from './kit/mortalBrowser.ts'
import { leftOver, openProgram, type Program } from './kit/program.ts'
import { random } from './kit/random.ts'
import { ROUNDS } from './kit/rounds.ts'
import { becomeReady, openTeam, serveAll, talking } from './kit/service.ts'
import { openBrowser } from './kit/softphone.ts'

const lab = readLab()
const TALKING = 5
const WAITING = 20
/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 20_000, interval: 100 }

let program: Program
let mortal: MortalBrowser
let browser: Browser
let lost: LightAgents
let others: LightAgents
let crowd: Crowd | undefined

/** Five who work in a browser that will die. */
async function openLost(): Promise<void> {
  mortal = await launchMortalBrowser()
  lost = await openTeam(program, mortal.browser, TALKING)
}

beforeAll(async () => {
  program = await openProgram(lab)
  browser = await openBrowser()
  await openLost()
  others = await openTeam(program, browser, TALKING)
})
afterEach(async () => {
  crowd?.stop()
  await clearLab(lab)
})
afterAll(async () => {
  await lost?.close()
  await others?.close()
  await mortal?.kill()
  await browser?.close()
  await program?.close()
})

/** What happened to callers, in order. */
async function story(...kinds: string[]): Promise<{ kind: string; callId: string; at: number }[]> {
  const events = await program.premises.platform.db
    .selectFrom('event')
    .select(['kind', 'subject_id', 'at'])
    .where('kind', 'in', kinds)
    .orderBy('id')
    .execute()
  return events.map(({ kind, subject_id, at }) => ({ kind, callId: subject_id ?? '', at: at.getTime() }))
}

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id)

const presences = (team: LightAgents) =>
  program.premises.platform.db
    .selectFrom('presence')
    .select(['state', 'reason', 'call_id'])
    .where(
      'account_id',
      'in',
      team.agents.map(({ account }) => account.id),
    )
    .execute()

/** What the lead's page shows: nobody else sees the exchange itself. */
async function seenByLead() {
  const { platform, city } = program.premises
  const { cookie } = await givenAccount(platform, city.cityId, 'lead')
  const answer = await fetch(`${program.front.url}/api/v1/lead`, { headers: { cookie } })
  return leadView.parse(await answer.json())
}

it('given five who talk and twenty who wait, the five are in front again and served first, and nobody is lost', async () => {
  await becomeReady(lost.agents)
  crowd = crowdCalls(lab, program.premises.city.lines.service.number, TALKING + WAITING)
  await vi.waitUntil(async () => (await program.open()).length === TALKING + WAITING, SOON)
  await vi.waitUntil(async () => (await talking(lost)).length === TALKING, SOON)
  const before = await program.calls()
  const talked = idsOf(before.filter(({ state }) => state === 'connected'))
  const waited = idsOf(before.filter(({ state }) => state === 'waiting'))
  expect([talked.length, waited.length]).toEqual([TALKING, WAITING])

  const diedAt = Date.now()
  await mortal.kill()
  await vi.waitUntil(async () => (await story('call.parked')).length === TALKING, SOON)
  const parkedAt = (await story('call.parked')).map(({ at }) => at)
  await vi.waitUntil(async () => (await presences(lost)).every(({ call_id }) => call_id === null), SOON)
  expect(await presences(lost)).toEqual(
    lost.agents.map(() => ({ state: 'not-ready', reason: 'interrupted', call_id: null })),
  )
  const seen = await seenByLead()
  expect(seen.talking).toEqual([])
  expect(seen.waiting.map(({ callId }) => callId)).toEqual([...talked, ...waited])

  // Until then only the browser that died would be rung for the five.
  await sleep(Math.max(...parkedAt) + EXCHANGE_RULES.prefersMs - Date.now())
  const readyAt = Date.now()
  await becomeReady(others.agents)
  await vi.waitUntil(async () => (await story('call.taken-again')).length === TALKING, SOON)
  const again = await story('call.taken-again')
  process.stdout.write(
    `all five waited again ${Math.max(...parkedAt) - diedAt} ms after the browser died; the first of them talked again after ${(again[0]?.at ?? Number.NaN) - diedAt} ms, ${(again[0]?.at ?? Number.NaN) - readyAt} ms after somebody was ready\n`,
  )
  expect(again.map(({ callId }) => callId).toSorted()).toEqual(talked.toSorted())

  await serveAll(others, program.open)
  expect(await crowd.ended).toBe(0)
  const offers = (await story('call.offer-made')).filter(({ at }) => at > diedAt)
  expect([...new Set(offers.map(({ callId }) => callId))]).toEqual([...talked, ...waited])
  const answered = await story('call.answered', 'call.taken-again')
  expect(answered.filter(({ kind }) => kind === 'call.answered').map(({ callId }) => callId)).toHaveLength(
    TALKING + WAITING,
  )
  const after = await program.calls()
  const served = others.agents.map(({ account }) => account.id)
  expect(after).toHaveLength(TALKING + WAITING)
  for (const call of after) {
    expect(call).toMatchObject({ state: 'ended', end_reason: 'agent-hung-up' })
    expect(call.answered_at).not.toBeNull()
    expect(served).toContain(call.agent_id)
  }
  await expect.poll(() => leftOver(lab, program), SOON).toEqual([])
  expect(await seenByLead()).toMatchObject({ waiting: [], talking: [] })
}, 120_000)

it('given it dies again and again while somebody leaves and the next is joined, everybody is served', async () => {
  const dice = random()
  for (let round = 0; round < ROUNDS; round++) {
    await lost.close()
    await openLost()
    for (const agent of others.agents) await agent.setReady(false)
    const known = new Set(idsOf(await program.calls()))
    await becomeReady(lost.agents)
    crowd = crowdCalls(lab, program.premises.city.lines.service.number, TALKING + WAITING)
    await vi.waitUntil(async () => (await program.open()).length === TALKING + WAITING, SOON)
    await vi.waitUntil(async () => (await talking(lost)).length === TALKING, SOON)
    const leaver = lost.agents[round % TALKING]
    await leaver?.finish((await leaver.desk()).call?.id ?? '')
    await lost.hangUp(leaver?.user ?? '')
    await sleep(dice() * 800)
    await mortal.kill()

    await becomeReady(others.agents)
    await serveAll(others, program.open)
    expect(await crowd.ended).toBe(0)
    const calls = (await program.calls()).filter(({ id }) => !known.has(id))
    expect(calls).toHaveLength(TALKING + WAITING)
    expect(calls.filter((call) => !call.answered_at || call.end_reason !== 'agent-hung-up')).toEqual([])
    await expect.poll(() => leftOver(lab, program), SOON).toEqual([])
  }
}, 500_000)
