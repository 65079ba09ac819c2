import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Leg } from './legs.ts'
import { LossWatch } from './lossWatch.ts'
import { LISTEN_MS, sendsSound } from './sendsSound.ts'

const ACCOUNT = 'account'
/** One packet of sound every 20 ms. */
const PACKET_MS = 20
const LEG: Leg = {
  id: 'leg',
  cityId: 'city',
  party: 'agent',
  callId: 'call',
  attemptId: null,
  accountId: ACCOUNT,
  createdAt: new Date(0),
  away: false,
  hush: () => Promise.resolve(),
  answered: true,
  rtp: null,
  greeted: Promise.resolve(),
}

let sound: 'flows' | 'stopped' | 'no channel'
let legs: Map<string, Leg>
let lost: string[]
let watch: LossWatch

const packets = async (): Promise<number | null> => {
  if (sound === 'no channel') return null
  return sound === 'flows' ? Math.floor(performance.now() / PACKET_MS) : 7
}

beforeEach(() => {
  sound = 'flows'
  legs = new Map([[LEG.id, LEG]])
  lost = []
  watch = new LossWatch({
    log: { info: () => undefined, warn: () => undefined },
    legs: { all: () => [...legs.values()], get: (id) => legs.get(id) },
    packetsFrom: packets,
    onLost: async ({ id }) => void lost.push(id),
  })
})

describe('sendsSound', () => {
  it('given packets that go on coming, knows it before the second is over', async () => {
    const begun = performance.now()
    expect(await sendsSound(packets)).toBe(true)
    expect(performance.now() - begun).toBeLessThan(LISTEN_MS)
  })

  it('given no packet more, says so after a second', async () => {
    sound = 'stopped'
    const begun = performance.now()
    expect(await sendsSound(packets)).toBe(false)
    expect(performance.now() - begun).toBeGreaterThanOrEqual(LISTEN_MS)
  })

  it('given a channel that is gone, answers neither', async () => {
    sound = 'no channel'
    expect(await sendsSound(packets)).toBeNull()
  })
})

describe('a softphone that is gone', () => {
  it('given sound that goes on, is a flap', async () => {
    watch.softphone(ACCOUNT, false)
    await sleep(LISTEN_MS / 2)
    watch.softphone(ACCOUNT, true)
    await sleep(1.5 * LISTEN_MS)
    expect(lost).toEqual([])
  })

  it('given no sound, is a death, told once however often it is heard', async () => {
    sound = 'stopped'
    watch.softphone(ACCOUNT, false)
    watch.softphone(ACCOUNT, false)
    await expect.poll(() => lost, { timeout: 3 * LISTEN_MS }).toEqual([LEG.id])
    expect(watch.isOnline(ACCOUNT)).toBe(false)
  })

  it('given a page that is registered again at once, is a death all the same', async () => {
    sound = 'stopped'
    watch.softphone(ACCOUNT, false)
    watch.softphone(ACCOUNT, true)
    await expect.poll(() => lost, { timeout: 3 * LISTEN_MS }).toEqual([LEG.id])
  })

  it('given sound that stops only later, is a death then', async () => {
    watch.softphone(ACCOUNT, false)
    await sleep(LISTEN_MS)
    expect(lost).toEqual([])
    sound = 'stopped'
    await expect.poll(() => lost, { timeout: 3 * LISTEN_MS }).toEqual([LEG.id])
  })

  it('given a leg that only rings, or that ended meanwhile, loses nothing', async () => {
    sound = 'stopped'
    legs.set('rings', { ...LEG, id: 'rings', answered: false })
    watch.softphone(ACCOUNT, false)
    legs.delete(LEG.id)
    await sleep(1.5 * LISTEN_MS)
    expect(lost).toEqual([])
  })
})
