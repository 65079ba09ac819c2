import { setTimeout as sleep } from 'node:timers/promises'
import { inTransaction, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { Log } from '../../platform/log.ts'
import { Problem } from '../../platform/problems.ts'
import { fateOf, transactionId } from '../store.ts'

const GIVE_UP_AFTER_MS = 60_000
const PAUSE_MS = 250

/** Another process may have taken over: what this one still wanted to write is no longer its business. */
export class LetGo extends Error {}

/**
 * Repeats what happened at the telephone until the database takes it: a call cannot be asked to happen again later.
 * A mistake of ours (a refused value, a broken rule) is not repeated.
 * @param mayStill asked before each try
 * @throws the last error after a minute, the first that repeating would not heal, or LetGo
 */
export async function patiently<T>(
  log: Log,
  work: () => Promise<T>,
  mayStill: () => boolean = () => true,
): Promise<T> {
  const until = performance.now() + GIVE_UP_AFTER_MS
  for (;;) {
    if (!mayStill()) throw new LetGo('another process may be in charge now')
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

/**
 * One transaction, repeated like `patiently`, and never done twice: a connection that breaks during the commit leaves
 * open whether it happened, so the database is asked before the next try.
 */
export function storePatiently(
  platform: Platform,
  work: (tx: Tx) => Promise<void>,
  mayStill?: () => boolean,
): Promise<void> {
  let last: string | null = null
  const once = async (): Promise<void> => {
    const fate = last === null ? 'aborted' : await fateOf(platform.db, last)
    if (fate === 'committed') return
    if (fate === 'in progress') throw new Error('the last try is not decided yet')
    await inTransaction(platform, async (tx) => {
      last = await transactionId(tx)
      await work(tx)
    })
  }
  return patiently(platform.log, once, mayStill)
}
