import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { LoadMeter } from './loadMeter.ts'

test('given a process that is kept busy, timers are measured late; given work under way, it is counted until it ends', async () => {
  const meter = new LoadMeter()
  try {
    for (let turn = 0; turn < 8; turn++) {
      const until = performance.now() + 200
      while (performance.now() < until);
      await sleep(0)
    }
    await expect.poll(() => meter.load.delayMs, { interval: 20 }).toBeGreaterThan(50)
    const work = meter.during(() => sleep(20))
    expect(meter.load.inFlight).toBe(1)
    await work
    await expect(meter.during(() => Promise.reject(new Error('x')))).rejects.toThrow('x')
    expect(meter.load.inFlight).toBe(0)
  } finally {
    meter.stop()
  }
})
