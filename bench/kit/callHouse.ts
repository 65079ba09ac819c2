// Run as a program: the built switchboard at work with many desks that live, without HTTP and without browsers.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { StaffContext } from '../../src/platform/context.ts'
import { built, root } from './built.ts'

const { readConfig } = await built<typeof import('../../src/config.ts')>('config.js')
const { startPlatform } = await built<typeof import('../../src/platform/start.ts')>('platform/start.js')
const { createSwitchboard } = await built<typeof import('../../src/telephony/index.ts')>('telephony/index.js')

/** A desk says that it lives this often. */
const BEAT_MS = 5_000

const { cityId, teamId, agents } = JSON.parse(process.argv[2] ?? '') as {
  cityId: string
  teamId: string
  agents: string[]
}
const config = readConfig(process.env)
const platform = await startPlatform(config, join(root, 'db/migrations'))
const switchboard = createSwitchboard(platform, config.ari)
/** Who shall take calls. */
const wanted = new Map(agents.map((accountId) => [accountId, true]))
const desks = new Map(agents.map((accountId) => [accountId, deskOf(accountId)]))

function deskOf(accountId: string): StaffContext {
  const actor = { kind: 'account', accountId, sessionId: accountId, role: 'agent', name: 'Bench' } as const
  return { ...platform, cityId, actor: { ...actor, teamIds: [teamId] } }
}

const beat = (ctx: StaffContext) => switchboard.heartbeat(ctx, { phoneRegistered: true, microphone: true })

/** Lives, and is ready again should the switchboard have taken that away; a refusal is tried again with the next beat. */
async function live(accountId: string, ctx: StaffContext): Promise<void> {
  try {
    await beat(ctx)
    if (wanted.get(accountId) && switchboard.station(ctx).state === 'not-ready')
      await switchboard.setReady(ctx, true)
    finish(accountId)
  } catch (refused) {
    platform.log.warn({ err: String(refused), accountId }, 'a desk was refused')
  }
}

/** Agents complete the record the moment the call is over. */
function finish(accountId: string): void {
  const ctx = desks.get(accountId)
  if (!ctx) return
  const { state, callId } = switchboard.station(ctx)
  if (state === 'wrap-up' && callId !== null)
    switchboard
      .finishWrapUp(ctx, callId)
      .catch((error: unknown) => platform.log.warn({ err: String(error) }, 'not finished'))
}

await switchboard.start()
while (switchboard.missing() !== null) await sleep(50)
platform.live.subscribe(cityId, ({ topic, subject }) => {
  if (topic === 'desk') finish(subject)
})
for (const ctx of desks.values()) await beat(ctx)
for (const [accountId, ctx] of desks) {
  const stagger = Math.random() * BEAT_MS
  setTimeout(() => setInterval(() => void live(accountId, ctx), BEAT_MS), stagger)
  while (switchboard.station(ctx).missing.length > 0) await sleep(20)
  await switchboard.setReady(ctx, true)
  finish(accountId)
}
/** Only so many agents take calls. */
async function staff(count: number): Promise<void> {
  for (const [position, [accountId, ctx]] of [...desks].entries()) {
    wanted.set(accountId, position < count)
    if ((switchboard.station(ctx).state === 'not-ready') === position < count)
      await switchboard.setReady(ctx, position < count)
  }
}

process.on('message', async (message) => {
  if (typeof message === 'number') await staff(message)
  if (message === 'stop') {
    await switchboard.stop()
    await platform.stop()
    process.exit(0)
  }
  const { waiting, stations } = switchboard.snapshot(cityId)
  const free = stations.filter(({ state }) => state === 'available').length
  process.send?.({ waiting: waiting.length, free })
})
process.once('disconnect', () => process.exit(1))
process.send?.('up')
