// What light agents do all day.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { vi } from 'vitest'
import { givenAccount } from '../../../src/people/people.testkit.ts'
import { openLightAgents, type LightAgent, type LightAgents } from './lightAgents.ts'
import type { Program } from './program.ts'

/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 20_000, interval: 100 }
/** Nobody takes longer to serve all; what is left then fails the test. */
export const SERVE_MS = 60_000

/** Agents of the service desk, all in one window of this browser; not ready yet. */
export async function openTeam(
  { premises, front }: Program,
  browser: Browser,
  size: number,
): Promise<LightAgents> {
  const { platform, city } = premises
  const accounts = []
  for (let n = 0; n < size; n++) accounts.push(await givenAccount(platform, city.cityId, 'agent'))
  return openLightAgents(browser, front.url, accounts)
}

/** One after the other, as soon as nothing is missing. */
export async function becomeReady(agents: readonly LightAgent[]): Promise<void> {
  for (const agent of agents) {
    await vi.waitUntil(async () => (await agent.desk()).missing.length === 0, SOON)
    await agent.setReady(true)
  }
}

/** Names of the softphones that are in a call. */
export async function talking(team: LightAgents): Promise<string[]> {
  return (await team.phones()).filter(({ inCall }) => inCall).map(({ user }) => user)
}

/** Each agent has one conversation after the other, until nobody is left. */
export async function serveAll(team: LightAgents, left: () => Promise<readonly unknown[]>): Promise<void> {
  const until = performance.now() + SERVE_MS
  const serve = async (agent: LightAgent): Promise<void> => {
    while ((await left()).length > 0 && performance.now() < until) {
      const { state, call } = await agent.desk()
      if (state === 'in-call' || state === 'wrap-up')
        await agent.finish(call?.id ?? '').catch(() => undefined)
      if (state === 'in-call') await team.hangUp(agent.user)
      await sleep(150)
    }
  }
  await Promise.all(team.agents.map(serve))
}
