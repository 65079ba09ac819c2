import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { systemClock } from '../../src/platform/clock.ts'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded/embedded.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { createJobs } from '../../src/platform/jobs/jobs.ts'
import { createLog } from '../../src/platform/log.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { root } from '../../src/root.ts'
import { createRooms } from '../../src/rooms.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: { host?: string; user?: string; connectionString?: string; template: string }
  }
}

/** One PostgreSQL for the run (TEST_DATABASE_URL; else an embedded one, of the programs in TEST_POSTGRES_BIN if given) with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const log = createLog('silent')
  const given = process.env['TEST_DATABASE_URL']
  const folder = mkdtempSync(join(tmpdir(), 'fz-test-'))
  const embedded = given
    ? null
    : await startEmbeddedDatabase(folder, log, process.env['TEST_POSTGRES_BIN'] || undefined)
  const server: pg.ClientConfig = embedded?.connection ?? { connectionString: given! }
  const template = `fz_template_${process.pid}`
  await onServer(server, `create database ${template}`)
  const connection = databaseOf(server, template)
  await migrate(connection, join(root, 'db/migrations'))
  const database = connect(connection, log)
  const jobs = createJobs(database.pool, log)
  const nobodyListens = {
    subscribe: () => () => undefined,
    signal: async () => undefined,
    close: async () => undefined,
  }
  const platform = { db: database.db, jobs, log, clock: systemClock, live: nobodyListens }
  await jobs.start(createRooms(platform, { ari: null, publicUrl: null }).jobKinds)
  await jobs.stop()
  await database.close()
  project.provide('server', { ...plain(server), template })
  return async () => {
    await onServer(server, `drop database if exists ${template} with (force)`)
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const plain = ({ host, user, connectionString }: pg.ClientConfig) => ({
  ...(host ? { host } : {}),
  ...(typeof user === 'string' ? { user } : {}),
  ...(connectionString ? { connectionString } : {}),
})

export async function onServer(server: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(databaseOf(server, 'postgres'))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export function databaseOf(server: pg.ClientConfig, database: string): pg.ClientConfig {
  if (!server.connectionString) return { ...server, database }
  const url = new URL(server.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}
