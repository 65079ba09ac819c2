import { openCase } from '../../cases/index.ts'
import { cityOf, dialPermissionsOf, lineById } from '../../city/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, invalid } from '../../platform/problems.ts'
import { parseCallbackNumber } from '../../shared/parsePhoneNumber.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import { emitProposal } from '../events.ts'
import { CALLERS } from '../worklist/hands.ts'
import { promiseCallback } from '../promises/promiseCallback.ts'
import { lockOpenProposal } from './proposalHands.ts'
import type { Proposal } from './proposalModel.ts'
import * as store from './proposalStore.ts'
import { reasonOf } from './proposalTexts.ts'
import { takeOwn } from '../worklist/take.ts'
import { type FreeWindow, windowsFor } from '../windows/windowsFor.ts'

/**
 * Makes a callback of a lost call, in the hands of whoever accepts it, within the team's next window. Nothing was
 * promised to the citizen; the city binds itself to that window all the same.
 * @returns the callback's id
 * @throws Problem 404, 403, 409 when it is over or no window is free, 422 for a number that the city must not dial
 */
export async function acceptProposal(ctx: StaffContext, id: string): Promise<string> {
  requireRole(ctx, ...CALLERS)
  return inTransaction(ctx, async (tx) => {
    const proposal = await lockOpenProposal(tx, ctx, id)
    const opened = await openCaseOf(tx, ctx, proposal)
    const end = { decided_at: ctx.clock.now(), decided_by: ctx.actor.accountId, case_id: opened.id }
    await store.endProposal(tx, ctx.cityId, id, { state: 'accepted', ...end })
    await store.setCaseOfCalls(tx, ctx.cityId, id, opened.id)
    const { teamId } = proposal
    const window = await nextWindow(tx, ctx, teamId)
    const promised = await promiseCallback(tx, ctx, {
      caseId: opened.id,
      teamId,
      windowStart: new Date(window.start),
      windowEnd: new Date(window.end),
      practice: false,
      // Who only hung up has asked for nothing, and knows no number of a case.
      tell: false,
    })
    const subject = { id, caseId: opened.id }
    await emitProposal(tx, ctx, 'proposal.accepted', subject, { callbackId: promised.id })
    await takeOwn(tx, ctx, promised.id)
    return promised.id
  })
}

async function openCaseOf(
  tx: Tx,
  ctx: StaffContext,
  { id, teamId, lineId, caller }: Proposal & { caller: string },
): Promise<{ id: string }> {
  const { timeZone } = await cityOf(tx, ctx.cityId)
  const line = await lineById(tx, ctx.cityId, lineId)
  const calls = await store.callsOfProposal(tx, ctx.cityId, id)
  return openCase(tx, ctx, {
    channel: 'phone',
    practice: false,
    callId: calls[0]?.call_id ?? null,
    lineId,
    teamId,
    serviceId: null,
    reason: reasonOf(calls, line?.name ?? '', timeZone),
    contactName: null,
    contactPhone: await callable(tx, ctx.cityId, caller),
    outcome: 'callback',
  })
}

async function callable(tx: Tx, cityId: string, caller: string): Promise<PhoneNumber> {
  const number = parseCallbackNumber(caller, { allowed: await dialPermissionsOf(tx, cityId) })
  if (!number.ok) throw invalid({ caller: `Diese Nummer kann nicht angerufen werden. ${number.message}` })
  return number.value
}

async function nextWindow(tx: Tx, ctx: StaffContext, teamId: string): Promise<FreeWindow> {
  const [next] = await windowsFor(tx, ctx.cityId, teamId, ctx.clock.now(), 1, { wide: true })
  if (!next) throw conflict('no-window', 'Für dieses Team ist in den nächsten Tagen kein Zeitfenster frei.')
  return next
}
