import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Platform } from '../../src/platform/context.ts'
import { connect, type Database } from '../../src/platform/db/connect.ts'
import { createJobs } from '../../src/platform/jobs/jobs.ts'
import { startLive } from '../../src/platform/live/live.ts'
import { createLog } from '../../src/platform/log.ts'
import { databaseOf, onServer } from './globalSetup.ts'
import { TestClock } from './testClock.ts'

export { TestClock }

export interface TestDatabase {
  platform: Platform & { clock: TestClock }
  pool: pg.Pool
  connection: pg.ClientConfig
}

/**
 * A fresh migrated database for the tests of one file, dropped afterwards.
 * Jobs can be sent (they are rows) but no worker runs; the clock starts on Monday, 23 November 2026, 9:00 in Berlin.
 */
export function useDatabase(): TestDatabase {
  const name = `fz_${randomBytes(6).toString('hex')}`
  const { template, ...server } = inject('server')
  const connection = databaseOf(server, name)
  const log = createLog('silent')
  const result = { connection } as TestDatabase
  let database: Database
  beforeAll(async () => {
    await onServer(server, `create database ${name} template ${template}`)
    database = connect({ ...connection, max: 10 }, log)
    const live = await startLive(database.pool, connection, log)
    result.pool = database.pool
    result.platform = {
      db: database.db,
      jobs: createJobs(database.pool, log),
      live,
      log,
      clock: new TestClock('2026-11-23T08:00:00Z'),
    }
  })
  afterAll(async () => {
    await result.platform.live.close()
    await database.close()
    await onServer(server, `drop database if exists ${name} with (force)`)
  })
  return result
}
