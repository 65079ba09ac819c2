import { handOver } from '../../cases/index.ts'
import { teamsOf } from '../../city/index.ts'
import type { StaffContext } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import { invalid } from '../../platform/problems.ts'
import { bookWindow } from '../windows/bookWindow.ts'
import type { OutcomeResult } from '../contract.ts'
import { emitCallback } from '../events.ts'
import type { Callback } from '../model.ts'
import { NOBODY_NAMED } from './hands.ts'
import { planSlot, releaseSlot, type Slot } from '../windows/slots.ts'
import { waitAgain } from '../attempts/waitAgain.ts'
import * as store from '../store.ts'

/**
 * Gives a locked callback and its case to another team. An open promise keeps its window, also when that team has no
 * room in it: it was made to the citizen. A decided one gets the team's next free window.
 * @throws Problem 422 for a team that cannot take over
 */
export async function passOn(
  tx: Tx,
  ctx: StaffContext,
  callback: Callback,
  toTeamId: string,
): Promise<OutcomeResult> {
  const { id, caseId, teamId } = callback
  const takers = await teamsThatTakeOver(tx, ctx.cityId, teamId)
  if (!takers.some((team) => team.id === toTeamId)) {
    throw invalid({ teamId: 'Bitte ein anderes Team wählen, das zurückruft.' })
  }
  await releaseSlot(tx, ctx, callback)
  await emitCallback(tx, ctx, 'callback.passed-on', { id, caseId }, { toTeamId })
  await handOver(tx, ctx, caseId, toTeamId)
  // Whoever it waited for is in the old team.
  await store.updateCallback(tx, ctx.cityId, id, NOBODY_NAMED)
  const slot = await slotAt(tx, ctx, callback, toTeamId)
  // The new team has three attempts of its own.
  return waitAgain(tx, ctx, { ...callback, teamId: toTeamId, attempts: 0 }, slot)
}

/** All teams of the city but its own and those of providers. */
export async function teamsThatTakeOver(
  reader: Reader,
  cityId: string,
  teamId: string,
): Promise<{ id: string; name: string }[]> {
  const teams = await teamsOf(reader, cityId)
  return teams
    .filter((team) => team.id !== teamId && team.kind !== 'service-desk')
    .map(({ id, name }) => ({ id, name }))
}

async function slotAt(tx: Tx, ctx: StaffContext, callback: Callback, teamId: string): Promise<Slot> {
  if (callback.promise !== 'open') {
    return planSlot(tx, ctx, callback, teamId, (windows) => windows[0] ?? null)
  }
  const window = { start: callback.windowStart.getTime(), end: callback.windowEnd.getTime() }
  const booked = !callback.practice && (await bookWindow(tx, ctx, teamId, window, callback.workMs))
  return { ...window, booked }
}
