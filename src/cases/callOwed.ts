import type { Reader } from '../platform/db/connect.ts'
import type { HistoryEntry } from './model.ts'
import { historyOfCase } from './store.ts'

/** Whether a call is owed for a case: promised and not done, whether its promise is still to be kept or not. */
export function isCallOwed(history: readonly Pick<HistoryEntry, 'kind'>[]): boolean {
  const last = history.findLast(({ kind }) => kind === 'callback.promised' || kind === 'callback.done')
  return last?.kind === 'callback.promised'
}

/** The same by the case's id. */
export const callOwed = async (reader: Reader, cityId: string, caseId: string): Promise<boolean> =>
  isCallOwed(await historyOfCase(reader, cityId, { caseId, callId: null }))
