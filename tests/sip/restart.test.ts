import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded/embedded.ts'
import { createLog } from '../../src/platform/log.ts'
import { root } from '../../src/root.ts'
import { createSwitchboard } from '../../src/telephony/index.ts'
import { openDesk, openHouse, openPremises, type House, type Premises } from './kit/house.ts'
import { callLine, clearLab, readLab, type Sipp } from './kit/lab.ts'

const lab = readLab()
/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 10_000 }
const TALK_MS = 45_000
const dataDir = mkdtempSync(join(tmpdir(), 'freizeichen-restart-'))
let databaseUrl = ''
let database: Awaited<ReturnType<typeof startEmbeddedDatabase>>
let premises: Premises
let house: House | undefined
const callers: Sipp[] = []

beforeAll(async () => {
  await clearLab(lab)
  database = await startEmbeddedDatabase(dataDir, createLog('silent'))
  const { host = '', user = '', database: name = 'postgres' } = database.connection
  databaseUrl = `postgres://${String(user)}@localhost/${name}?host=${encodeURIComponent(host)}`
  premises = await openPremises(databaseUrl)
})
afterAll(async () => {
  await (house ? house.stop() : premises.close())
  await Promise.all(callers.map((caller) => caller.stop()))
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function answeringProcess(): Promise<ChildProcess> {
  const { url, user, password } = lab.ari
  const child = spawn(process.execPath, [join(root, 'tests/sip/kit/telephoneProcess.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'silent',
      ARI_URL: url,
      ARI_USER: user,
      ARI_PASSWORD: password,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

const calls = () => premises.platform.db.selectFrom('call').selectAll().orderBy('offered_at').execute()

describe('a process that is killed', () => {
  it('given callers who wait, keeps their places; given a conversation, keeps it up', async () => {
    const { number } = premises.city.lines.service
    const first = await answeringProcess()
    callers.push(callLine(lab, number, '+491713920021', TALK_MS))
    await vi.waitUntil(async () => (await calls()).length === 1, { timeout: 5_000 })
    callers.push(callLine(lab, number, '+491713920022', TALK_MS))
    await vi.waitUntil(async () => (await calls()).length === 2, { timeout: 5_000 })
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
