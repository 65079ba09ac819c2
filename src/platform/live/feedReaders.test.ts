import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Feed } from './feed.ts'
import { FeedReaders } from './feedReaders.ts'

const TIMES = { pauseMs: 5, heartbeatMs: 20, patienceMs: 40 }

function given() {
  const feed = new Feed('a', 100)
  const readers = new FeedReaders(feed, TIMES)
  const put = (key: string, version: number): void => {
    feed.put(key, 'day', { version })
    readers.changed()
  }
  return { readers, put }
}

test('given a reader who takes nothing, one write is under way and not more, and it is let go in time', async () => {
  const { readers, put } = given()
  let writes = 0
  let dropped = false
  const never = { write: () => new Promise(() => (writes += 1)), drop: () => (dropped = true) }
  const leave = readers.join(never, null, '')
  for (let version = 0; version < 200; version++) put(`day ${version}`, version)
  await expect.poll(() => dropped).toBe(true)
  expect(writes).toBe(1)
  leave()
})

test('given a slow reader, it gets the newest of each day and nothing that was replaced meanwhile', async () => {
  const { readers, put } = given()
  let text = ''
  const slow = {
    write: async (part: string) => {
      await sleep(15)
      text += part
    },
    drop: () => undefined,
  }
  const leave = readers.join(slow, null, '')
  for (let version = 1; version <= 50; version++) put('monday', version)
  await expect.poll(() => text).toContain('{"version":50}')
  expect(text.match(/event: day/g)).toHaveLength(1)
  leave()
})

test('given silence, a heartbeat says that the link lives', async () => {
  const { readers } = given()
  let text = ''
  const leave = readers.join(
    { write: async (part) => (text += part), drop: () => undefined },
    null,
    'retry: 1\n\n',
  )
  await expect.poll(() => text).toMatch(/^retry: 1\n\nid: a\.0\nevent: ready\ndata: \{\}\n\n: \n\n/)
  leave()
})
