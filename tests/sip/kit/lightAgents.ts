// Many agents with little: one browser window with a softphone for each, and their desks as requests.
import type { Browser, Page } from 'playwright-core'
import { vi } from 'vitest'
import { deskView, phoneAccount, type DeskView } from '../../../src/desk/contract.ts'
import type { GivenAccount } from '../../../src/people/people.testkit.ts'
import { bundlePage } from './softphone.ts'

const BEAT_MS = 2_000
const PATIENCE = { timeout: 20_000, interval: 100 }

export interface LightAgent extends GivenAccount {
  /** Name of the softphone. */
  user: string
  desk(): Promise<DeskView>
  setReady(ready: boolean): Promise<void>
  /** Completes the record in hand. */
  finish(callId: string): Promise<void>
}

interface Phone {
  user: string
  registered: boolean
  inCall: boolean
  purposes: string[]
}

export interface LightAgents {
  agents: readonly LightAgent[]
  page: Page
  phones(): Promise<Phone[]>
  /** Packets heard and sent by each softphone in its present call. */
  packets(): Promise<{ user: string; received: number; sent: number }[]>
  hangUp(user: string): Promise<void>
  close(): Promise<void>
}

/** Signs in, registers all softphones through `/phone` of `url`, and lets the desks speak from then on. */
export async function openLightAgents(
  browser: Browser,
  url: string,
  accounts: readonly GivenAccount[],
): Promise<LightAgents> {
  const script = await bundlePage('phones.page.js', 'iife')
  const context = await browser.newContext({ permissions: ['microphone'] })
  const [name = '', value = ''] = accounts[0]?.cookie.split('=') ?? []
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.goto(url)
  await page.evaluate(script)
  const agents = await Promise.all(accounts.map((account) => lightAgent(url, account)))
  const phoneUrl = `${url.replace(/^http/, 'ws')}/phone`
  const given = agents.map(({ phone }) => ({ ...phone, url: phoneUrl }))
  await page.evaluate(`phones.open(${JSON.stringify(given)})`)
  const phones = () => page.evaluate<Phone[]>('phones.state()')
  await vi.waitUntil(async () => (await phones()).every(({ registered }) => registered), PATIENCE)
  const beating = setInterval(() => {
    // A window that is gone says nothing more.
    void phones().then(
      (known) =>
        agents.map((agent) => agent.beat(known.find(({ user }) => user === agent.user)?.registered ?? false)),
      () => undefined,
    )
  }, BEAT_MS)
  for (const agent of agents) await agent.beat(true)
  return {
    agents,
    page,
    phones,
    packets: () => page.evaluate('phones.packets()'),
    hangUp: (user) => page.evaluate(`phones.hangUp(${JSON.stringify(user)})`),
    async close() {
      clearInterval(beating)
      await context.close()
    },
  }
}

async function lightAgent(url: string, account: GivenAccount) {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { cookie: account.cookie, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(5_000),
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }
  const phone = phoneAccount.parse(await ask('GET', '/api/v1/desk/phone'))
  return {
    ...account,
    phone,
    user: phone.user,
    desk: async () => deskView.parse(await ask('GET', '/api/v1/desk')),
    setReady: async (ready: boolean) =>
      void (await ask('POST', '/api/v1/desk/state', { state: ready ? 'available' : 'not-ready' })),
    finish: async (callId: string) =>
      void (await ask('POST', `/api/v1/desk/calls/${callId}/complete`, { outcome: 'no-concern' })),
    // Nobody is there while the program is dead; the next one comes soon.
    beat: (phoneRegistered: boolean) =>
      ask('POST', '/api/v1/desk/heartbeat', { phoneRegistered, microphone: true }).catch(() => undefined),
  }
}
