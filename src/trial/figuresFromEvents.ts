import type { DayFigures } from './contract.ts'
import { countCallbacks } from './countCallbacks.ts'
import { countCalls } from './countFigures.ts'
import { countWaits } from './waits.ts'
import { figuresByDay, hear, nothingTold } from './foldEvents.ts'
import { toldEvent } from './toldEvents.ts'

/**
 * The figures of every local day, from the event log alone.
 * @param events all events of `TOLD_KINDS` of one city, in the order they were written
 */
export async function figuresFromEvents(
  events: AsyncIterable<unknown> | Iterable<unknown>,
  timeZone: string,
): Promise<Map<string, DayFigures>> {
  const told = nothingTold()
  for await (const event of events) hear(told, toldEvent.parse(event))
  return figuresByDay(told, timeZone)
}

export const emptyFigures = (day: string): DayFigures => ({
  day,
  calls: countCalls([]),
  waits: countWaits([]),
  cases: { opened: 0, settledInCall: 0, handedOver: 0 },
  callbacks: { ...countCallbacks([]), attempts: 0, reached: 0 },
  proposals: { made: 0, accepted: 0, dismissed: 0, withdrawn: 0 },
})
