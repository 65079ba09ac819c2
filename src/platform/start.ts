import type pg from 'pg'
import type { Config } from '../config.ts'
import { systemClock } from './clock.ts'
import type { Platform } from './context.ts'
import { connect, pgTypes } from './db/connect.ts'
import { startEmbeddedDatabase } from './db/embedded/embedded.ts'
import { migrate } from './db/migrate.ts'
import { createJobs } from './jobs/jobs.ts'
import { startLive } from './live/live.ts'
import { createLog } from './log.ts'

export interface RunningPlatform extends Platform {
  pool: pg.Pool
  /** What people should know about the database, for the console; null when there is nothing to say. */
  databaseNote: string | null
  stop(): Promise<void>
}

/** Database (embedded or a server), migrations, live channel and jobs; stopped in reverse order. */
export async function startPlatform(config: Config, migrationsFolder: string): Promise<RunningPlatform> {
  const log = createLog(config.logLevel)
  const embedded = config.databaseUrl ? null : await startEmbeddedDatabase(config.dataDir, log)
  const connection: pg.ClientConfig = embedded?.connection ?? { connectionString: config.databaseUrl! }
  try {
    await migrate(connection, migrationsFolder)
    const database = connect({ ...connection, max: config.databasePool }, log)
    const live = await startLive(database.pool, { ...connection, types: pgTypes }, log)
    const jobs = createJobs(database.pool, log)
    return {
      db: database.db,
      pool: database.pool,
      jobs,
      live,
      log,
      clock: systemClock,
      databaseNote: embedded?.movedTo ? `Die Daten liegen unter ${embedded.movedTo}.` : null,
      async stop() {
        await jobs.stop()
        await live.close()
        await database.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
