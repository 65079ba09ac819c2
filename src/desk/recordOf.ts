import { caseOf, promiseInWords } from '../cases/index.ts'
import type { StaffContext } from '../platform/context.ts'
import type { Reader } from '../platform/db/connect.ts'
import { type CaseNumber, spellOut } from '../shared/caseNumber.ts'
import type { Completed } from './contract.ts'

export const NO_CONCERN: Completed = { caseNumber: null, spelled: null, promise: null }

export const presentRecord = (caseNumber: CaseNumber, promise: string | null): Completed => ({
  caseNumber,
  spelled: spellOut(caseNumber).join(', '),
  promise,
})

/** A complete record, as it was answered when it was completed. */
export async function recordOf(reader: Reader, ctx: StaffContext, caseId: string | null): Promise<Completed> {
  if (!caseId) return NO_CONCERN
  const { number } = await caseOf(reader, ctx.cityId, caseId)
  return presentRecord(number, await promiseInWords(reader, ctx.cityId, caseId, ctx.clock.now()))
}
