import type { Reader } from '../../platform/db/connect.ts'
import { openCallbackOfCase } from '../store.ts'

/** The call that is owed for a case, as much of it as whoever talks with the citizen needs. */
export interface OwedCallback {
  id: string
  /** Who has it in hand. */
  owner: { id: string; name: string } | null
  /** Whether the citizen is being called right now, or talks with the owner. */
  attempt: 'dialling' | 'talking' | null
}

/** Null when nobody owes this case a call. */
export async function owedCallback(
  reader: Reader,
  cityId: string,
  caseId: string,
): Promise<OwedCallback | null> {
  const row = await openCallbackOfCase(reader, cityId, caseId)
  if (!row) return null
  const { id, owner_id: ownerId, owner_name: name, attempt_id: attemptId } = row
  const talks = row.answered_at !== null && row.hung_up_at === null
  const isOver = row.hung_up_at !== null
  return {
    id,
    owner: ownerId && name ? { id: ownerId, name } : null,
    attempt: attemptId === null || isOver ? null : talks ? 'talking' : 'dialling',
  }
}
