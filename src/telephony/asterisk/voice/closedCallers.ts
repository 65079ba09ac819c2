import { callById } from '../../store.ts'
import { CLOSED, playThenHangUp } from '../incoming.ts'
import { unlessMovedOn } from '../movedOn.ts'
import type { Voice, VoiceNeeds } from './voice.ts'

/**
 * Callers from outside service hours whose dialogue an earlier process had: their call is over on record, so no queue
 * knows them. They hear it from the beginning; who has a promise already has heard enough.
 */
export async function adoptClosedCallers(
  { platform, ari, legs, exchangeOf }: VoiceNeeds,
  voice: Voice,
  isEntering: (channelId: string) => boolean,
): Promise<void> {
  for (const leg of legs.all()) {
    const { id: channelId, cityId, callId, party } = leg
    if (party !== 'caller' || callId === null || isEntering(channelId) || voice.has(channelId)) continue
    if (exchangeOf(cityId).calls.has(callId)) continue
    const call = await callById(platform.db, cityId, callId)
    if (call?.endReason === 'closed' && call.lineId) {
      if (!(await voice.closed(leg, call.lineId))) await playThenHangUp(ari, channelId, CLOSED)
    } else if (call?.state === 'ended')
      await unlessMovedOn(ari.request('DELETE /channels/{channelId}', { channelId }))
  }
}
