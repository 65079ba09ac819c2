import type { Platform } from '../context.ts'

/**
 * Does the work now and every `everyMs` milliseconds, never twice at once. A failure is logged; the next turn comes all
 * the same. @returns how to stop it; resolves when the running work is over
 */
export function repeat(
  { log }: Pick<Platform, 'log'>,
  everyMs: number,
  what: string,
  work: () => Promise<unknown>,
): () => Promise<void> {
  let running: Promise<void> | null = null
  const once = async (): Promise<void> => {
    try {
      await work()
    } catch (error) {
      log.error({ err: error }, `${what} failed`)
    }
    running = null
  }
  const begin = (): void => {
    running ??= once()
  }
  begin()
  const timer = setInterval(begin, everyMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}
