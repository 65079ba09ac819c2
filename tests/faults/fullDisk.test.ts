import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { signInApi } from '../kit/api.ts'
import { startServer } from '../kit/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'fz-disk-'))
const disk = join(folder, 'disk')

afterAll(() => {
  spawnSync('umount', ['-l', disk])
  rmSync(folder, { recursive: true, force: true })
})

// A disk of one's own needs the right to mount one.
if (process.getuid?.() === 0) {
  test('given a disk that fills up, a save is refused in one sentence, and works again once there is room', async () => {
    chmodSync(folder, 0o755)
    mkdirSync(disk)
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', disk]).status).toBe(0)
    const server = await startServer({ dataDir: disk, env: { LOG_LEVEL: 'silent' } })
    try {
      const admin = await signInApi(server, 'admin')
      // Each change writes an event, so that the log needs a new page before long.
      const hours = [{ weekday: 1, opens: '08:00', closes: '12:00' }]
      const change = () => admin.put('/api/v1/city/hours', { hours })
      expect((await change()).status).toBe(200)
      spawnSync('dd', ['if=/dev/zero', `of=${disk}/ballast`, 'bs=1M'])
      const refused = await refusedWhileFull(change)
      expect(refused.message).toMatch(/kein Speicherplatz mehr frei|Datenbank antwortet gerade nicht/)
      rmSync(join(disk, 'ballast'))
      await expect.poll(async () => (await admin.get('/api/v1/city')).status, { timeout: 60_000 }).toBe(200)
      await expect.poll(async () => (await change()).status, { timeout: 60_000 }).toBe(200)
    } finally {
      await server.stop()
    }
  })
}

/** Writes until the database has used up what it had put aside. */
async function refusedWhileFull(
  write: () => Promise<{ status: number; body: never }>,
): Promise<{ message: string }> {
  for (let n = 1; n < 20_000; n++) {
    const answer = await write()
    if (answer.status >= 500) {
      expect(answer.status).toBe(503)
      return (answer.body as { error: { message: string } }).error
    }
    if (n % 500 === 0) await sleep(1)
  }
  throw new Error('the disk never filled up')
}
