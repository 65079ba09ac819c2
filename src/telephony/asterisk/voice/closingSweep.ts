import { isLineOpen, lineById } from '../../../city/index.ts'
import type { Leg } from '../legs.ts'
import type { Voice, VoiceNeeds } from './voice.ts'

const EVERY_MS = 2_000

/**
 * At the end of the service hours everybody who waits is offered a callback at once, in the next window; nobody is
 * dropped. Looks every two seconds, so a process that starts after the end does the same.
 * @returns how to stop it
 */
export function startClosingSweep(needs: VoiceNeeds, voice: Voice): () => void {
  const told = new WeakSet<Leg>()
  let running = false
  const sweep = async (): Promise<void> => {
    for (const leg of waiting(needs)) {
      if (told.has(leg) || voice.isBusy(leg.id) || (await isOpenFor(needs, leg))) continue
      told.add(leg)
      await voice.offer(leg, 'closing')
    }
  }
  const timer = setInterval(() => {
    if (running) return
    running = true
    sweep()
      .catch((error: unknown) => needs.platform.log.error({ err: error }, 'closing sweep failed'))
      .finally(() => {
        running = false
      })
  }, EVERY_MS)
  return () => clearInterval(timer)
}

/** Whether the line that this caller waits on is open now. */
export async function isOpenFor({ platform, exchangeOf }: VoiceNeeds, leg: Leg): Promise<boolean> {
  const lineId = exchangeOf(leg.cityId).state.callers.get(leg.callId ?? '')?.lineId
  const line = lineId ? await lineById(platform.db, leg.cityId, lineId) : null
  return line !== null && isLineOpen(platform.db, line, platform.clock.now())
}

function waiting({ legs, exchangeOf }: VoiceNeeds): Leg[] {
  return legs.all().filter((leg) => {
    const caller = exchangeOf(leg.cityId).state.callers.get(leg.callId ?? '')
    return leg.party === 'caller' && caller?.connected === false && caller.where === 'queue'
  })
}
