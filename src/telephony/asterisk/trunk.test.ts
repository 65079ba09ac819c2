import { expect, test } from 'vitest'
import { TrunkWatch } from './trunk.ts'

test('given a trunk that goes and comes back, tells each change once', async () => {
  const told: boolean[] = []
  const ari = { request: () => Promise.reject(new Error('not asked')) }
  const trunk = new TrunkWatch(ari, 'freizeichen', async (isUp) => void told.push(isUp))
  for (const state of ['online', 'offline', 'offline', 'unknown', 'online']) await trunk.note(state)
  expect(told).toEqual([false, true])
  expect(trunk.isUp()).toBe(true)
})
