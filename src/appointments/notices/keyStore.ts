import type { Insertable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { AppointmentKey } from '../../platform/db/tables.generated.ts'

export async function insertKey(tx: Tx, row: Insertable<AppointmentKey>): Promise<void> {
  await tx.insertInto('appointment_key').values(row).execute()
}

export async function hasOwnKey(
  reader: Reader,
  cityId: string,
  appointmentId: string,
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  const row = await reader
    .selectFrom('appointment_key')
    .select('hash')
    .where('city_id', '=', cityId)
    .where('hash', '=', hash)
    .where('appointment_id', '=', appointmentId)
    .where('purpose', '=', 'own')
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .executeTakeFirst()
  return row !== undefined
}

export async function linkState(
  reader: Reader,
  cityId: string,
  hash: Buffer,
  purpose: 'link' | 'confirm',
): Promise<'open' | 'used' | 'unknown'> {
  const row = await reader
    .selectFrom('appointment_key')
    .select('used_at')
    .where('city_id', '=', cityId)
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (!row) return 'unknown'
  return row.used_at ? 'used' : 'open'
}

/** @returns whose link it was; null when it is none, or used */
export async function useLink(
  tx: Tx,
  cityId: string,
  hash: Buffer,
  purpose: 'link' | 'confirm',
  now: Date,
): Promise<string | null> {
  const row = await tx
    .updateTable('appointment_key')
    .set({ used_at: now })
    .where('city_id', '=', cityId)
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .returning('appointment_id')
    .executeTakeFirst()
  return row?.appointment_id ?? null
}

/** The links of this purpose open nothing any more. */
export async function removeLinks(
  tx: Tx,
  cityId: string,
  appointmentId: string,
  purpose: 'confirm',
): Promise<void> {
  await tx
    .deleteFrom('appointment_key')
    .where('city_id', '=', cityId)
    .where('appointment_id', '=', appointmentId)
    .where('purpose', '=', purpose)
    .execute()
}

/** Removes keys that are over, and those of appointments whose owner was forgotten. */
export async function removeKeys(tx: Tx, now: Date): Promise<void> {
  await tx.deleteFrom('appointment_key').where('expires_at', '<=', now).execute()
  await tx
    .deleteFrom('appointment_key')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('appointment')
          .select('appointment.id')
          .whereRef('appointment.city_id', '=', 'appointment_key.city_id')
          .whereRef('appointment.id', '=', 'appointment_key.appointment_id')
          .where('appointment.forgotten_at', 'is not', null),
      ),
    )
    .execute()
}
