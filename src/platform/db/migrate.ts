import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { LOCKS } from './locks.ts'

/** A database this version cannot work with; the message is one sentence for the administrator. */
export class MigrationError extends Error {}

const MINIMUM_SERVER = 150_000

interface Migration {
  number: number
  name: string
  sql: string
}

/**
 * Brings the database to this version's schema: numbered SQL files, forward only, each in a transaction of its own.
 * Harmless when run twice or by many processes at once.
 * @returns how many migrations were applied
 * @throws MigrationError for an old server or a database of a newer version
 */
export async function migrate(connection: pg.ClientConfig, folder: string): Promise<number> {
  const client = await connectFirst(connection)
  try {
    await checkServer(client)
    await client.query('select pg_advisory_lock($1::bigint)', [LOCKS.migrate])
    await client.query(
      `create table if not exists schema_migration (
         number int primary key, name text not null, applied_at timestamptz not null default now())`,
    )
    const { rows } = await client.query<{ number: number }>(
      'select number from schema_migration order by number',
    )
    const known = readMigrations(folder)
    const newest = Math.max(0, ...rows.map((row) => row.number))
    if (newest > (known.at(-1)?.number ?? 0)) {
      throw new MigrationError(
        `Die Datenbank gehört zu einer neueren Version von Freizeichen (Stand ${newest}). Bitte die neuere Version starten.`,
      )
    }
    const applied = new Set(rows.map((row) => row.number))
    const missing = known.filter((migration) => !applied.has(migration.number))
    for (const migration of missing) await apply(client, migration)
    return missing.length
  } finally {
    await client.end()
  }
}

/** The first connection of a process: what is wrong with the address or the rights shows here. */
async function connectFirst(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
  // Lost later, it is told by the query that was running.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (cause) {
    throw new MigrationError(`Die Datenbank ist nicht zu erreichen: ${whyUnreachable(cause)}`, { cause })
  }
}

function whyUnreachable(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return 'unter der Adresse in DATABASE_URL antwortet niemand.'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'den Rechner in DATABASE_URL gibt es nicht.'
    case '28P01':
    case '28000':
      return 'Name oder Kennwort in DATABASE_URL stimmen nicht.'
    case '3D000':
      return 'die in DATABASE_URL genannte Datenbank gibt es nicht.'
    default:
      return `${cause instanceof Error ? cause.message : String(cause)}.`
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  )
  const version = Number(rows[0]?.version)
  if (version >= MINIMUM_SERVER) return
  throw new MigrationError(
    `Freizeichen braucht PostgreSQL 15 oder neuer; dieser Server hat ${Math.floor(version / 10_000)}.`,
  )
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into schema_migration (number, name) values ($1::int, $2::text)', [
      migration.number,
      migration.name,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map((name) => ({
      number: Number(name.slice(0, 4)),
      name,
      sql: readFileSync(join(folder, name), 'utf8'),
    }))
}
