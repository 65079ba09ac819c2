import { appointmentOfCase, toldBy } from '../appointments/index.ts'
import { caseOf, promiseInWords } from '../cases/index.ts'
import type { StaffContext } from '../platform/context.ts'
import type { Reader } from '../platform/db/connect.ts'
import { type CaseNumber, spellOut } from '../shared/caseNumber.ts'
import type { CallRecord } from '../telephony/index.ts'
import type { Completed } from './contract.ts'
import { timesIn } from './presentTime.ts'

export const NO_CONCERN: Completed = {
  caseNumber: null,
  spelled: null,
  promise: null,
  joined: false,
  appointment: null,
  words: null,
}

export const presentRecord = (
  caseNumber: CaseNumber,
  { promise, joined }: Pick<Completed, 'promise' | 'joined'>,
  appointment: Completed['appointment'],
): Completed => ({
  caseNumber,
  spelled: spellOut(caseNumber).join(', '),
  promise,
  joined,
  appointment,
  words: null,
})

/** A complete record, as it was answered when it was completed. */
export async function recordOf(
  reader: Reader,
  ctx: StaffContext,
  { id: callId, caseId }: Pick<CallRecord, 'id' | 'caseId'>,
): Promise<Completed> {
  if (!caseId) return NO_CONCERN
  const found = await caseOf(reader, ctx.cityId, caseId)
  const promise = await promiseInWords(reader, ctx.cityId, caseId, ctx.clock.now())
  const booked = await appointmentOfCase(reader, ctx.cityId, caseId)
  const times = await timesIn(ctx, reader)
  return presentRecord(
    found.number,
    { promise, joined: found.callId !== callId },
    booked && times.booked(booked.start, booked.reference, toldBy(ctx, booked.contact)),
  )
}
