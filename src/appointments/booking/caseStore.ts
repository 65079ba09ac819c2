import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { Reachable } from '../../messages/index.ts'
import { isPhoneNumber } from '../../shared/phoneNumber.ts'
import { type AppointmentReference, isAppointmentReference } from '../../shared/appointmentReference.ts'

/** The newest appointment that was booked for a case; null when none was. */
export async function appointmentOfCase(
  reader: Reader,
  cityId: string,
  caseId: string,
): Promise<{ reference: AppointmentReference; start: number; contact: Reachable } | null> {
  const row = await reader
    .selectFrom('appointment')
    .select(['reference', 'starts_at', 'contact_email', 'contact_phone'])
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .where('reference', 'is not', null)
    .orderBy('booked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.reference || !isAppointmentReference(row.reference)) return null
  const { contact_email: email, contact_phone: phone } = row
  const contact = { email, phone: phone !== null && isPhoneNumber(phone) ? phone : null }
  return { reference: row.reference, start: row.starts_at.getTime(), contact }
}

/** Says what an appointment is for. Nothing of its day changes by it, so no lock of the day is needed. */
export async function setCase(tx: Tx, cityId: string, id: string, caseId: string): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({ case_id: caseId })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute()
}
