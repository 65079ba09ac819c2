import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../platform/log.ts'
import { Problem } from '../platform/problems.ts'

const GIVE_UP_AFTER_MS = 60_000
const PAUSE_MS = 250

/**
 * Repeats what happened at the telephone until the database takes it: a call cannot be asked to happen again later.
 * A mistake of ours (a refused value, a broken rule) is not repeated.
 * @throws the last error after a minute, or the first that repeating would not heal
 */
export async function patiently<T>(log: Log, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + GIVE_UP_AFTER_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error) || performance.now() > until) throw error
      log.warn({ err: error instanceof Error ? error.message : error }, 'telephone waits for the database')
      await sleep(PAUSE_MS)
    }
  }
}

/** Connection errors have no code or one of the system's; SQL states of classes 22, 23 and 42 are mistakes. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Problem || error instanceof TypeError) return false
  if ('issues' in error) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return !/^(22|23|42)/.test(code)
}
