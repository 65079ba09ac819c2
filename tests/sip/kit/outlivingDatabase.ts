import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedDatabase } from '../../../src/platform/db/embedded/embedded.ts'
import { createLog } from '../../../src/platform/log.ts'

/** A database that goes on when a process that uses it is killed. */
export interface OutlivingDatabase {
  url: string
  stop(): Promise<void>
}

export async function openOutlivingDatabase(): Promise<OutlivingDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'freizeichen-outliving-'))
  const database = await startEmbeddedDatabase(folder, createLog('silent'))
  const { host = '', user = '', database: name = 'postgres' } = database.connection
  return {
    url: `postgres://${String(user)}@localhost/${name}?host=${encodeURIComponent(host)}`,
    async stop() {
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
