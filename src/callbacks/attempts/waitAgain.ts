import { serviceHoursOf } from '../../city/index.ts'
import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { spokenWindow } from '../../shared/germanTime.ts'
import type { OutcomeResult } from '../contract.ts'
import { emitCallback } from '../events.ts'
import type { Callback } from '../model.ts'
import type { Slot } from '../windows/slots.ts'
import * as store from '../store.ts'

/** Puts a locked callback back into the list of its team, to be tried in this slot. */
export async function waitAgain(
  tx: Tx,
  ctx: StaffContext,
  { id, caseId, teamId, attempts, promise }: Callback,
  slot: Slot,
): Promise<OutcomeResult> {
  const [from, until] = [new Date(slot.start), new Date(slot.end)]
  await store.updateCallback(tx, ctx.cityId, id, {
    state: 'waiting',
    team_id: teamId,
    owner_id: null,
    taken_at: null,
    due_from: from,
    due_until: until,
    books_unit: slot.booked,
    attempts,
  })
  const data = { dueFrom: from.toISOString(), dueUntil: until.toISOString() }
  await emitCallback(tx, ctx, 'callback.retry-planned', { id, caseId }, data)
  const { timeZone } = await serviceHoursOf(tx, ctx.cityId)
  return { state: 'waiting', promise, nextText: spokenWindow(slot, ctx.clock.now(), timeZone) }
}
