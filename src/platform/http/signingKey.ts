import { randomBytes } from 'node:crypto'
import type { Platform } from '../context.ts'
import type { Live } from '../live/live.ts'
import { keyOfInstallation } from './gateStore.ts'

const kept = new WeakMap<Live, Promise<Buffer>>()

/** The key of this installation for what browsers keep and nobody else may make: the same in every process. */
export function signingKey({ live, db }: Pick<Platform, 'live' | 'db'>): Promise<Buffer> {
  const known = kept.get(live)
  if (known) return known
  const reading = keyOfInstallation(db, randomBytes(32))
  kept.set(live, reading)
  reading.catch(() => kept.delete(live))
  return reading
}
