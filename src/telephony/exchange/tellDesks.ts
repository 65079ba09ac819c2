import type { Platform } from '../../platform/context.ts'

/** These desks, and whoever watches the board, look anew. */
export function tellDesks({ live, log }: Platform, city: string, accountIds: readonly string[]): void {
  const desks = accountIds.map((subject) => ({ city, topic: 'desk', subject }))
  live
    .signal(...desks, { city, topic: 'board', subject: '' })
    .catch((error: unknown) => log.warn({ err: String(error) }, 'nobody was told'))
}
