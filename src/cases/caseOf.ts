import type { Reader } from '../platform/db/connect.ts'
import type { CaseNumber } from '../shared/caseNumber.ts'
import type { Case } from './model.ts'
import { findCase } from './store.ts'

/** The case a stored row names. @throws when there is none: such an id never comes from typing */
export async function caseOf(reader: Reader, cityId: string, id: string): Promise<Case> {
  const found = await findCase(reader, cityId, { id })
  if (!found) throw new Error(`no case ${id}`)
  return found
}

/** The case that has this number itself; a second number of somebody else finds none. */
export const findCaseByNumber = (reader: Reader, cityId: string, number: CaseNumber): Promise<Case | null> =>
  findCase(reader, cityId, { number })
