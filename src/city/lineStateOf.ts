import type { Reader } from '../platform/db/connect.ts'
import { decisionsAt } from './lineOpeningStore.ts'
import type { Line, LineDecision } from './model.ts'
import { serviceHoursOf } from './serviceHoursOf.ts'

export interface LineState {
  open: boolean
  /** What a lead decided; null while the service hours count. */
  decision: LineDecision | null
}

type LineKey = Pick<Line, 'cityId' | 'id'>

/** Whether the line takes calls at `at`: as a lead decided, else by the service hours. */
export async function lineStateOf(reader: Reader, line: LineKey, at: Date): Promise<LineState> {
  const decision = (await decisionsAt(reader, line.cityId, at)).find(({ lineId }) => lineId === line.id)
  if (decision) return { open: decision.state === 'open', decision }
  const hours = await serviceHoursOf(reader, line.cityId)
  return { open: hours.isOpen(at), decision: null }
}

/** The same for every line that was decided about, by its id; for all others the service hours count. */
export async function decidedLines(
  reader: Reader,
  cityId: string,
  at: Date,
): Promise<ReadonlyMap<string, LineDecision>> {
  return new Map((await decisionsAt(reader, cityId, at)).map((decision) => [decision.lineId, decision]))
}

/** The one answer for calls that come in; read anew each time, so that a decision counts at once and after a restart. */
export const isLineOpen = async (reader: Reader, line: LineKey, at: Date): Promise<boolean> =>
  (await lineStateOf(reader, line, at)).open
