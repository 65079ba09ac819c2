import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import type { LiveMessage } from './live.ts'

const database = useDatabase()

/** Process numbers of the connections that listen. */
const listeners = async (): Promise<number[]> => {
  const { rows } = await database.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and query = 'listen live'`,
  )
  return rows.map(({ pid }) => pid)
}

test('given a lost connection, one new one listens, a gap is told and messages arrive again', async () => {
  const heard: LiveMessage[] = []
  const stop = database.platform.live.subscribe('c1', (message) => heard.push(message))
  for (let round = 0; round < 3; round++) {
    const [before] = await listeners()
    await database.pool.query('select pg_terminate_backend($1::int)', [before])
    await expect
      .poll(async () => (await listeners()).filter((pid) => pid !== before).length, { timeout: 5000 })
      .toBe(1)
  }
  await expect.poll(() => heard.filter(({ topic }) => topic === 'gap').length, { timeout: 5000 }).toBe(3)
  await database.platform.live.signal({ city: 'c1', topic: 'board', subject: '' })
  await expect.poll(() => heard.at(-1)?.topic, { timeout: 5000 }).toBe('board')
  await sleep(500)
  expect(await listeners()).toHaveLength(1)
  stop()
})
