import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded/embedded.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { createLog } from '../../src/platform/log.ts'
import { root } from '../../src/root.ts'
import { compareDelivered, openOutbox, type Outbox, queueEvenly } from '../kit/outbox.ts'

const COUNT = 300
const PER_MINUTE = 1000
/** As many as are sent at once: more cannot be between "accepted" and our note of it when a process dies. */
const AT_ONCE = 4

const folder = mkdtempSync(join(tmpdir(), 'fz-outbox-'))
chmodSync(folder, 0o755)
const cleanups: (() => Promise<void>)[] = []
let outbox: Outbox

beforeAll(async () => {
  const database = await startEmbeddedDatabase(folder, createLog('silent'))
  cleanups.push(() => database.stop())
  await migrate(database.connection, join(root, 'db/migrations'))
  outbox = await openOutbox(database.connection)
  cleanups.push(() => outbox.stop())
})
afterAll(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup()
  rmSync(folder, { recursive: true, force: true })
})

test('given 1,000 messages a minute and kill -9 again and again at the worst moment, none is lost and none comes as two', async () => {
  const killAt = [20, 60, 110]
  let sender = outbox.startSender()
  let killing: Promise<void> = Promise.resolve()
  let kills = 0
  const replaceSender = async (): Promise<void> => {
    await outbox.kill(sender)
    sender = outbox.startSender()
  }
  // The other side has the mail and has not said so yet.
  outbox.mail.beforeAccept = async () => {
    if (outbox.mail.mails.length < (killAt[kills] ?? Infinity)) return
    kills += 1
    killing = replaceSender()
    await killing
  }
  await queueEvenly(outbox, COUNT, PER_MINUTE)
  await expect.poll(() => outbox.states(), { timeout: 90_000, interval: 250 }).toEqual({ sent: COUNT })
  await killing
  expect(kills).toBe(killAt.length)
  const { lost, twice, copies } = compareDelivered(outbox, COUNT)
  expect(lost).toEqual([])
  expect(twice).toEqual([])
  expect(copies).toBeGreaterThanOrEqual(kills)
  expect(copies).toBeLessThanOrEqual(kills * AT_ONCE)
})
