import { lineById } from '../../city/index.ts'
import type { CarrierNeeds } from './carrier.ts'
import type { Leg } from './legs.ts'

/** Longer than anybody lets it ring who is paid to answer. */
const RING_SECONDS = 20
const TRUNK = 'trunk'

/**
 * Rings the number of the line's provider outside; that telephone shows the line's own number.
 * @throws when the line has none (any more), or what ARI says
 */
export async function ringOutside(
  { platform, ari, app, legs }: CarrierNeeds,
  { caller, callId, legId, lineId }: { caller: Leg; callId: string; legId: string; lineId: string },
): Promise<void> {
  const line = await lineById(platform.db, caller.cityId, lineId)
  if (!line?.routing.overflow) throw new Error('this line has no number outside')
  legs.add({ id: legId, cityId: caller.cityId, party: 'overflow', callId })
  try {
    await ari.request('POST /channels', {
      endpoint: `PJSIP/${line.routing.overflow.number}@${TRUNK}`,
      app,
      appArgs: 'overflow',
      channelId: legId,
      timeout: RING_SECONDS,
      callerId: line.number,
      formats: 'alaw',
    })
  } catch (error) {
    await legs.end(legId, null)
    throw error
  }
}
