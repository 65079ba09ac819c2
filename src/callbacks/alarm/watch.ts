import { asSystem, type Platform } from '../../platform/context.ts'
import { repeat } from '../../platform/jobs/repeat.ts'
import { GAP } from '../../platform/live/live.ts'
import { cityIds } from './alarmStore.ts'
import { raiseStages } from './raiseStages.ts'
import { recheck } from './recheck.ts'
import { tellLate } from './tellLate.ts'

const EVERY_MS = 15_000
/** Several changes that come together are looked at once. */
const TOGETHER_MS = 50
/** What changes who is there to call: rosters, closures, service hours, a team's number, who works where. */
const CHANGES_STAFF = ['roster.', 'closure.', 'hours.', 'team.', 'account.', GAP]

/**
 * Watches every open promise before it breaks: every 15 seconds, and at once when something changes who is there to call.
 * @returns how to stop it; resolves when nothing runs any more
 */
export function startWatch(platform: Platform): () => Promise<void> {
  const { log, live } = platform
  const unsubscribe = new Map<string, () => void>()
  const soon = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()

  const run = async (cityId: string, works: readonly (typeof recheck)[]): Promise<void> => {
    try {
      for (const work of works) await work(asSystem(platform, cityId))
    } catch (error) {
      // One city that cannot be looked at must not hide the others.
      log.error({ err: error, city: cityId }, 'open promises could not be watched')
    }
  }
  const recheckSoon = (cityId: string): void => {
    if (soon.has(cityId)) return
    const begin = (): void => {
      soon.delete(cityId)
      const work = run(cityId, [recheck])
      running.add(work)
      void work.then(() => running.delete(work))
    }
    soon.set(cityId, setTimeout(begin, TOGETHER_MS))
  }
  const listen = (cityId: string): void => {
    if (unsubscribe.has(cityId)) return
    const end = live.subscribe(cityId, ({ topic }) => {
      if (CHANGES_STAFF.some((prefix) => topic.startsWith(prefix))) recheckSoon(cityId)
    })
    unsubscribe.set(cityId, end)
  }
  const stop = repeat(platform, EVERY_MS, 'watch over open promises', async () => {
    for (const { id } of await cityIds(platform.db)) {
      listen(id)
      await run(id, [recheck, raiseStages, tellLate])
    }
  })
  return async () => {
    for (const end of unsubscribe.values()) end()
    for (const timer of soon.values()) clearTimeout(timer)
    await stop()
    await Promise.all(running)
  }
}
