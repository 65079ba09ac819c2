import { randomBytes } from 'node:crypto'

/**
 * A version 7 UUID (RFC 9562, section 5.7): 48 bits of milliseconds, then random, so that new rows sit together in an index.
 * Made here and not by the database because PostgreSQL 15 has no `uuidv7()`.
 */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const LATEST = 2 ** 48 - 1

/** What no id of this moment is below: rows of a time are a range of the index. Before 1970 it is the first of all. */
export function firstIdOf(at: Date): string {
  const hex = Math.min(Math.max(at.getTime(), 0), LATEST).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
