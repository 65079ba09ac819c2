import type { Line } from '../../city/index.ts'
import type { Destination } from '../distribution/model.ts'

/** What the distribution must know of a line. */
export type RoutedLine = Pick<Line, 'id' | 'answeringTeamId' | 'routing'>

/** Who may take a call of this line, and when what escalates; counted from the first INVITE. */
export function destinationOf({ id, answeringTeamId, routing }: RoutedLine, offeredAt: Date): Destination {
  const { needs, helperTeamIds, widenAfterMs, overflow, offerAfterMs } = routing
  const begun = offeredAt.getTime()
  return {
    lineId: id,
    teams: [answeringTeamId],
    needs,
    wider: helperTeamIds,
    widenAt: helperTeamIds.length > 0 ? begun + widenAfterMs : 0,
    overflowAt: overflow ? begun + overflow.afterMs : 0,
    offerAt: offerAfterMs > 0 ? begun + offerAfterMs : 0,
  }
}
