import pg from 'pg'
import { LOCKS } from '../locks.ts'
import type { Places } from './places.ts'
import { connectionTo } from './server.ts'

export interface DatabaseUser {
  connected(): boolean
  /** Gives up the place. @returns whether nobody else uses the database */
  leaveAsLast(): Promise<boolean>
}

export async function signInAsUser(places: Places): Promise<DatabaseUser> {
  const client = new pg.Client(connectionTo(places))
  let connected = true
  // The loss shows in `connected`; the watch acts on it.
  client.on('error', () => (connected = false))
  client.on('end', () => (connected = false))
  await client.connect()
  await client.query('select pg_advisory_lock_shared($1::bigint)', [LOCKS.embeddedUsers])
  return {
    connected: () => connected,
    async leaveAsLast() {
      if (!connected) return true
      await client.query('select pg_advisory_unlock_shared($1::bigint)', [LOCKS.embeddedUsers])
      const { rows } = await client.query<{ last: boolean }>(
        'select pg_try_advisory_lock($1::bigint) as last',
        [LOCKS.embeddedUsers],
      )
      await client.end()
      return rows[0]?.last === true
    },
  }
}
