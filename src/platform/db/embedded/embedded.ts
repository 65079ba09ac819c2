import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Log } from '../../log.ts'
import { findPlaces, packagedPrograms, type Places } from './places.ts'
import { connectionTo, initialise, isRunning, startServer, stopServer } from './server.ts'
import { type DatabaseUser, signInAsUser } from './users.ts'

/** A running embedded PostgreSQL. `stop` ends it cleanly, unless another process still uses it. */
export interface EmbeddedDatabase {
  /** Folder of the Unix socket; the connection string is built from it. */
  connection: pg.ClientConfig
  /** Where the rows are, when not below the data folder asked for. */
  movedTo: string | null
  stop(): Promise<void>
}

/**
 * Starts (or takes over after a crash of ours) the PostgreSQL of `dataDir`, and starts it again when it dies.
 * Several processes may use it, such as a command beside the running program: the last one to stop ends it.
 * @param programs folder of `initdb` and `postgres`; the packaged ones unless a test wants others
 * @throws EmbeddedDatabaseError when it cannot run here
 */
export async function startEmbeddedDatabase(
  dataDir: string,
  log: Log,
  programs: string = packagedPrograms(),
): Promise<EmbeddedDatabase> {
  const places = await findPlaces(dataDir, programs)
  initialise(places)
  await startServer(places)
  let user = await signInAsUser(places)
  let stopping = false
  const watch = async (): Promise<void> => {
    while (!stopping) {
      await sleep(WATCH_MS)
      if (stopping || (isRunning(places) && user.connected())) continue
      log.error({ data: places.data }, 'database process ended, starting it again')
      user = (await comeBack(places, log, () => stopping)) ?? user
    }
  }
  const watching = watch()
  return {
    connection: connectionTo(places),
    movedTo: places.movedTo,
    async stop() {
      stopping = true
      await watching
      if (await user.leaveAsLast()) await stopServer(places)
    },
  }
}

const WATCH_MS = 250

const LONGEST_PAUSE_MS = 5000

/** Tries until it works: a full disk or a lack of memory may end hours later, and then nobody should have to restart us. */
async function comeBack(places: Places, log: Log, stopping: () => boolean): Promise<DatabaseUser | null> {
  for (let pause = WATCH_MS; !stopping(); pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      await startServer(places)
      return await signInAsUser(places)
    } catch (error) {
      log.error({ err: error instanceof Error ? error.message : error }, 'database is not back yet')
      await sleep(pause)
    }
  }
  return null
}
