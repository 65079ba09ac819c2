import { afterEach, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCity } from '../city/city.testkit.ts'
import { STANDS_BY, TELEPHONE_DOWN } from './desks/availability.ts'
import { createSwitchboard } from './createSwitchboard.ts'
import type { Switchboard } from './switchboard.ts'

const database = useDatabase()
const SOON = { timeout: 10_000 }
/** Nobody listens on the discard port. */
const AWAY = {
  url: 'http://127.0.0.1:9',
  user: 'x',
  password: 'y',
  app: 'freizeichen',
  city: null,
  mediaUrl: null,
}
const started: Switchboard[] = []

afterEach(async () => {
  for (const switchboard of started.splice(0)) await switchboard.stop()
})

async function start(): Promise<Switchboard> {
  const switchboard = createSwitchboard(database.platform, AWAY)
  await switchboard.start()
  started.push(switchboard)
  return switchboard
}

test('given a telephone system that does not answer, says so where calls are given out, and who stands by says that', async () => {
  const { cityId } = await givenCity(database.platform)
  const first = await start()
  await expect.poll(() => first.alarm(cityId), SOON).toBe(TELEPHONE_DOWN)
  expect(first.hasTelephone(cityId)).toBe(true)
  const second = await start()
  expect(second.alarm(cityId)).toBe(STANDS_BY)
  await started.shift()?.stop()
  await expect.poll(() => second.alarm(cityId), SOON).toBe(TELEPHONE_DOWN)
})

test('given no telephone system, has nothing to say', async () => {
  const { cityId } = await givenCity(database.platform)
  const switchboard = createSwitchboard(database.platform, null)
  await switchboard.start()
  started.push(switchboard)
  expect(switchboard.alarm(cityId)).toBeNull()
  expect(switchboard.hasTelephone(cityId)).toBe(false)
})
