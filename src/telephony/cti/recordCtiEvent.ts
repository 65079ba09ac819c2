import { cityOf, lineByNumber } from '../../city/index.ts'
import { type Context, inTransaction } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { callerNumber } from '../../shared/callerNumber.ts'
import { factsFromRow } from './callRows.ts'
import { changeCall, openCall } from './changeCall.ts'
import type { CtiEvent } from './ctiEvent.ts'
import { type CtiFacts, join, settleSilence } from './ctiRule.ts'
import * as store from './store.ts'

/**
 * Records what a telephone system said of a call. Events may come in any order, twice or not at all. A call
 * that is not on one of the city's lines is none of our business: nothing is stored.
 * @param receivedAt when the request arrived; the protocol carries no time of its own
 * @returns whether the call is one of ours
 */
export async function recordCtiEvent(
  ctx: Context,
  sourceId: string,
  event: CtiEvent,
  receivedAt: Date,
): Promise<boolean> {
  const sourceKey = `${sourceId}/${event.callId}`
  const ends = await endsOf(ctx.db, ctx.cityId, event)
  return inTransaction(ctx, async (tx) => {
    const news = ends && factsOf(event, ends, receivedAt.getTime())
    if (news && !(await store.lockCall(tx, ctx.cityId, sourceKey))) {
      if (await openCall(tx, ctx, { id: newId(), sourceId, sourceKey }, news)) return true
    }
    const row = await store.lockCall(tx, ctx.cityId, sourceKey)
    if (!row) return false
    const known = settleSilence(factsFromRow(row), receivedAt.getTime())
    await changeCall(tx, ctx, row, join(known, news ?? factsOf(event, known, receivedAt.getTime())))
    return true
  })
}

type Ends = Pick<CtiFacts, 'lineId' | 'caller' | 'direction'>

/** Our line and the citizen's number; null when neither end is an active line of this city. */
async function endsOf(reader: Reader, cityId: string, event: CtiEvent): Promise<Ends | null> {
  const { areaCode } = await cityOf(reader, cityId)
  const [ours, theirs] = event.direction === 'in' ? [event.to, event.from] : [event.from, event.to]
  const number = callerNumber(ours, areaCode)
  const line = number && (await lineByNumber(reader, number))
  if (!line || line.cityId !== cityId || !line.active) return null
  return { lineId: line.id, caller: callerNumber(theirs, areaCode), direction: event.direction }
}

function factsOf(event: CtiEvent, { lineId, caller, direction }: Ends, at: number): CtiFacts {
  return {
    newCallAt: event.event === 'newCall' ? at : null,
    answerAt: event.event === 'answer' ? at : null,
    hangupAt: event.event === 'hangup' ? at : null,
    direction,
    lineId,
    caller,
    cause: event.cause,
    answeredBy: event.answeredBy,
    silent: false,
  }
}
