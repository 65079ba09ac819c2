import type { EndReason } from '../events.ts'
import { isLostEnd } from './lostCall.ts'

/** Who was lost while waiting and calls the same line again within this time has the old place. */
export const PLACE_KEPT_MS = 10 * 60_000

/** An earlier call of the same number on the same line. */
export interface EarlierCall {
  id: string
  offeredAt: Date
  answeredAt: Date | null
  endedAt: Date | null
  endReason: EndReason | null
  /** Since when it had waited, when it had itself regained a place. */
  placeSince: Date | null
  /** A later call has its place already. */
  placeTaken: boolean
}

/** The place a returning caller has: since when, and which call lost it. */
export interface Place {
  since: Date
  of: string
}

/**
 * The place that a caller regains: the oldest of those lost within ten minutes that nobody has taken since. A call that
 * was answered ends all waiting before it. Only the place in line is regained; the answer promise counts from the
 * call's own INVITE.
 * @param now the new call's first INVITE
 */
export function placeRegained(earlier: readonly EarlierCall[], now: Date): Place | null {
  const served = Math.max(-Infinity, ...earlier.flatMap(({ answeredAt }) => answeredAt?.getTime() ?? []))
  const places = earlier
    .filter((call) => isLost(call) && !call.placeTaken && call.offeredAt.getTime() > served)
    .filter(({ endedAt }) => endedAt !== null && isRecent(endedAt, now))
    .map((call) => ({ since: call.placeSince ?? call.offeredAt, of: call.id }))
    .filter(({ since }) => since < now)
  return places.toSorted((a, b) => a.since.getTime() - b.since.getTime() || (a.of < b.of ? -1 : 1))[0] ?? null
}

const isLost = ({ answeredAt, endReason }: EarlierCall): boolean =>
  answeredAt === null && isLostEnd(endReason)

const isRecent = (endedAt: Date, now: Date): boolean =>
  endedAt <= now && now.getTime() - endedAt.getTime() <= PLACE_KEPT_MS
