import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Log } from '../log.ts'
import type { DB } from './tables.generated.ts'

export type Db = Kysely<DB>
/** The connection a verb writes through; inside it nothing may use `Db`. */
export type Tx = Transaction<DB>
/** For reads that may run inside or outside a transaction. */
export type Reader = Db | Tx

export interface Database {
  db: Db
  pool: pg.Pool
  close(): Promise<void>
}

const { builtins } = pg.types

/** `date` stays text (a JS Date would shift it by a day in Berlin), `int8` becomes a checked number. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, safeInteger],
])

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer out of range: ${text}`)
  return value
}

export const pgTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/** Opens a pool; connection errors of idle clients are logged and healed by the next checkout. */
export function connect(config: pg.PoolConfig, log: Log): Database {
  const pool = new pg.Pool({ ...config, types: pgTypes, connectionTimeoutMillis: 10_000 })
  pool.on('error', (error) => log.warn({ err: error.message }, 'idle database connection lost'))
  // A client may also fail while checked out, between two queries; the query reports it, the process must live.
  pool.on('connect', (client) =>
    client.on('error', (error) => log.warn({ err: error.message }, 'database connection lost')),
  )
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    pool,
    async close() {
      // Kysely ends the pool only when it was used through Kysely.
      await db.destroy()
      if (!pool.ended) await pool.end()
    },
  }
}
