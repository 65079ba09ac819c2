import type { Reader } from '../platform/db/connect.ts'
import type { CaseNumber } from '../shared/caseNumber.ts'
import { promiseInWords } from './promiseInWords.ts'
import * as store from './store.ts'

/**
 * The newest open case of a telephone number: enough to tell a caller "we know of it", nothing more.
 * @param phone E.164
 * @returns the promised callback in words, null when none is owed or planned
 */
export async function openCaseOfNumber(
  reader: Reader,
  cityId: string,
  phone: string,
  at: { now: Date; practice: boolean },
): Promise<{ id: string; number: CaseNumber; promise: string | null } | null> {
  const found = await store.findOpenCaseOfNumber(reader, cityId, phone, at.practice)
  if (!found) return null
  const promise = await promiseInWords(reader, cityId, found.id, at.now)
  return { id: found.id, number: found.number, promise }
}
