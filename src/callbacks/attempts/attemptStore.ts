import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { Attempt as AttemptRow } from '../../platform/db/tables.generated.ts'
import type { Attempt } from '../model.ts'

/** The constraint `attempt_one_open` refuses a second open one. */
export async function insertAttempt(tx: Tx, row: Insertable<AttemptRow>): Promise<void> {
  await tx.insertInto('attempt').values(row).execute()
}

/** All attempts of a callback, oldest first. */
export async function attemptsOf(reader: Reader, cityId: string, callbackId: string): Promise<Attempt[]> {
  const rows = await reader
    .selectFrom('attempt')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('callback_id', '=', callbackId)
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  return rows.map(toAttempt)
}

function toAttempt(row: Selectable<AttemptRow>): Attempt {
  return {
    id: row.id,
    number: row.number,
    via: row.via,
    startedAt: row.started_at,
    rangAt: row.rang_at,
    answeredAt: row.answered_at,
    hungUpAt: row.hung_up_at,
    closedAt: row.closed_at,
    heard: row.heard,
    result: row.result,
  }
}

export async function updateAttempt(
  tx: Tx,
  cityId: string,
  id: string,
  change: Updateable<AttemptRow>,
): Promise<void> {
  await tx
    .updateTable('attempt')
    .set(change)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** A call of the citizen's own belongs to this case. */
export async function setCaseOfCall(tx: Tx, cityId: string, callId: string, caseId: string): Promise<void> {
  await tx
    .updateTable('call')
    .set({ case_id: caseId })
    .where('city_id', '=', cityId)
    .where('id', '=', callId)
    .execute()
}
