import { type Insertable, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { CallbackRequest as RequestRow } from '../../platform/db/tables.generated.ts'
import { type CaseNumber, isCaseNumber } from '../../shared/caseNumber.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import type { OpenPromise } from './joinRule.ts'

/** One after the other for one telephone number, until the transaction ends: so two at once make no two promises. */
export async function lockNumber(tx: Tx, cityId: string, phone: PhoneNumber): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`callback ${cityId} ${phone}`}::text, 0))`.execute(
    tx,
  )
}

/** The callbacks that are owed to a number; practice is none. */
export async function openPromisesOf(
  reader: Reader,
  cityId: string,
  phone: PhoneNumber,
): Promise<OpenPromise[]> {
  const rows = await reader
    .selectFrom('callback')
    .innerJoin('case', (join) =>
      join.onRef('case.city_id', '=', 'callback.city_id').onRef('case.id', '=', 'callback.case_id'),
    )
    .select([
      'callback.id',
      'callback.case_id',
      'callback.promised_at',
      'callback.due_from',
      'callback.due_until',
    ])
    .select(['case.service_id', 'case.channel'])
    .where('case.city_id', '=', cityId)
    .where('case.contact_phone', '=', phone)
    .where('case.state', '=', 'open')
    .where('case.practice', '=', false)
    .where('callback.state', '<>', 'done')
    .execute()
  return rows.map((row) => ({
    callbackId: row.id,
    caseId: row.case_id,
    serviceId: row.service_id,
    proven: row.channel !== 'web',
    promisedAt: row.promised_at,
    due: { start: row.due_from.getTime(), end: row.due_until.getTime() },
  }))
}

/** What was answered to a request. */
export interface Answered {
  number: CaseNumber
  window: TimeRange
  contentHash: Buffer
}

export async function findAnswered(
  reader: Reader,
  cityId: string,
  keyHash: Buffer,
): Promise<Answered | null> {
  const row = await reader
    .selectFrom('callback_request')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst()
  if (!row) return null
  const { number } = row
  if (!isCaseNumber(number)) throw new Error(`request ${row.id} has no number`)
  const window = { start: row.window_start.getTime(), end: row.window_end.getTime() }
  return { number, window, contentHash: row.content_hash }
}

export async function insertRequest(tx: Tx, row: Insertable<RequestRow>): Promise<void> {
  await tx.insertInto('callback_request').values(row).execute()
}

/** Requests for one number since a moment. */
export async function requestsSince(
  reader: Reader,
  cityId: string,
  phoneHash: Buffer,
  since: Date,
): Promise<number> {
  const { count } = await reader
    .selectFrom('callback_request')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('city_id', '=', cityId)
    .where('phone_hash', '=', phoneHash)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function deleteRequests(reader: Reader, before: Date): Promise<void> {
  await reader.deleteFrom('callback_request').where('at', '<', before).execute()
}
