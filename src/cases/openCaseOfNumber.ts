import { cityOf } from '../city/index.ts'
import type { Reader } from '../platform/db/connect.ts'
import type { CaseNumber } from '../shared/caseNumber.ts'
import { spokenWindow } from '../shared/germanTime.ts'
import { promiseOf } from './promiseOf.ts'
import * as store from './store.ts'

/**
 * The newest open case of a telephone number: enough to tell a caller "we know of it", nothing more.
 * @param phone E.164
 * @returns the promised callback in words ("heute zwischen 14 und 15 Uhr"), null when none is owed or planned
 */
export async function openCaseOfNumber(
  reader: Reader,
  cityId: string,
  phone: string,
  at: { now: Date; practice: boolean },
): Promise<{ id: string; number: CaseNumber; promise: string | null } | null> {
  const found = await store.findOpenCaseOfNumber(reader, cityId, phone, at.practice)
  if (!found) return null
  const promise = promiseOf(await store.historyOfCase(reader, cityId, { caseId: found.id, callId: null }))
  const window = promise?.next ?? (promise?.state === 'open' ? promise.window : null)
  const { timeZone } = await cityOf(reader, cityId)
  return {
    id: found.id,
    number: found.number,
    promise: window && spokenWindow(window, at.now, timeZone),
  }
}
