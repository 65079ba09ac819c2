import { join } from 'node:path'
import { callbackJobs } from '../../src/callbacks/index.ts'
import type { Platform } from '../../src/platform/context.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { createJobs } from '../../src/platform/jobs/jobs.ts'
import { createLog } from '../../src/platform/log.ts'
import { TestClock } from '../../tests/kit/testClock.ts'
import { root } from './built.ts'
import { initdb, startPostgres } from './postgres.ts'
import { inFolder } from './server.ts'

const NOBODY_LISTENS = {
  subscribe: () => () => undefined,
  signal: async () => undefined,
  close: async () => undefined,
}

/** A migrated database of its own with a clock that `work` moves; both gone afterwards. */
export function withTestPlatform<T>(
  work: (platform: Platform & { clock: TestClock }) => Promise<T>,
): Promise<T> {
  return inFolder(async (folder) => {
    initdb(folder)
    const postgres = await startPostgres(folder)
    // Nothing is measured here that a crash could undo.
    const connection = { ...postgres.connection, options: '-c synchronous_commit=off' }
    await migrate(connection, join(root, 'db/migrations'))
    const log = createLog('error')
    const database = connect({ ...connection, max: 4 }, log)
    try {
      const jobs = createJobs(database.pool, log)
      const clock = new TestClock(new Date(0))
      const platform = { db: database.db, jobs, log, clock, live: NOBODY_LISTENS }
      await jobs.start(callbackJobs(platform))
      await jobs.stop()
      return await work(platform)
    } finally {
      await database.close()
      await postgres.stop()
    }
  })
}
