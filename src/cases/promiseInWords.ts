import { cityOf } from '../city/index.ts'
import type { Reader } from '../platform/db/connect.ts'
import { spokenWindow } from '../shared/germanTime.ts'
import { promiseOf } from './promiseOf.ts'
import { historyOfCase } from './store.ts'

/** When the citizen of a case is called, as spoken: "heute zwischen 14 und 15 Uhr"; null when no call is owed or planned. */
export async function promiseInWords(
  reader: Reader,
  cityId: string,
  caseId: string,
  now: Date,
): Promise<string | null> {
  const promise = promiseOf(await historyOfCase(reader, cityId, { caseId, callId: null }))
  const window = promise?.next ?? (promise?.state === 'open' ? promise.window : null)
  if (!window) return null
  const { timeZone } = await cityOf(reader, cityId)
  return spokenWindow(window, now, timeZone)
}
