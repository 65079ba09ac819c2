import { readCase, requireTeam } from '../../cases/index.ts'
import { dialPermissionsOf, serviceHoursOf } from '../../city/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { spokenWindow } from '../../shared/germanTime.ts'
import type { Switchboard } from '../../telephony/index.ts'
import { attemptsOf } from '../attempts/attemptStore.ts'
import type { CallbackView } from '../contract.ts'
import type { Attempt } from '../model.ts'
import { teamsThatTakeOver } from './passOn.ts'
import { presentItem } from './presentItem.ts'
import { findSpokenReason } from '../menu/spokenReasonStore.ts'
import { callersOfTeam, isNumberChangedSince } from '../store.ts'
import { viaOf } from '../attempts/viaOf.ts'
import { listRows } from './worklistStore.ts'

/** Everything before the dial. The look is in the audit trail, with the case's. @throws Problem 404, 403 for another team's */
export async function readCallback(
  ctx: StaffContext,
  switchboard: Switchboard,
  id: string,
): Promise<CallbackView> {
  requireRole(ctx, ...CITY_STAFF)
  const [row] = await listRows(ctx.db, ctx.cityId, { id })
  if (!row) throw notFound('Diesen Rückruf')
  requireTeam(ctx.actor, row.team_id)
  const [found, { timeZone }, made, tape, teams, colleagues, dialPermissions] = await Promise.all([
    readCase(ctx, row.case_id),
    serviceHoursOf(ctx.db, ctx.cityId),
    attemptsOf(ctx.db, ctx.cityId, id),
    findSpokenReason(ctx.db, ctx.cityId, row.case_id),
    teamsThatTakeOver(ctx.db, ctx.cityId, row.team_id),
    ctx.actor.role === 'lead' ? callersOfTeam(ctx.db, ctx.cityId, row.team_id) : [],
    dialPermissionsOf(ctx.db, ctx.cityId),
  ])
  const now = ctx.clock.now()
  const attempts = made.map(presentAttempt)
  const via = viaOf(switchboard, ctx.cityId, row.practice)
  const window = { start: row.window_start.getTime(), end: row.window_end.getTime() }
  const open = attempts.find(({ result }) => result === null) ?? null
  return {
    item: presentItem(row, { accountId: ctx.actor.accountId, now, timeZone }),
    promise: row.promise,
    promiseText: spokenWindow(window, now, timeZone),
    case: found,
    recording: tape ? { ...tape, recordedAt: tape.recordedAt.toISOString() } : null,
    attempts,
    openAttempt: open,
    numberFault: (await isWrongNumber(ctx, id, attempts.at(-1))) ? NO_SUCH_NUMBER : null,
    dialPermissions,
    held: open !== null && switchboard.isDialHeld(open.id),
    via,
    telLink: via === 'tel' && found.contactPhone ? `tel:${found.contactPhone}` : null,
    teams,
    colleagues,
  }
}

/** Until the number is another one. */
async function isWrongNumber(
  { db, cityId }: StaffContext,
  id: string,
  last: CallbackView['attempts'][number] | undefined,
): Promise<boolean> {
  if (last?.heard !== 'no-such-number') return false
  return !(await isNumberChangedSince(db, cityId, id, new Date(last.startedAt)))
}

const NO_SUCH_NUMBER =
  'Nummer prüfen: Diese Nummer gibt es nicht. Der Anruf zählt nicht als Versuch, die Person weiß nichts davon.'

const presentAttempt = (attempt: Attempt): CallbackView['attempts'][number] => ({
  id: attempt.id,
  number: attempt.number,
  via: attempt.via,
  startedAt: attempt.startedAt.toISOString(),
  rangAt: attempt.rangAt?.toISOString() ?? null,
  answeredAt: attempt.answeredAt?.toISOString() ?? null,
  hungUpAt: attempt.hungUpAt?.toISOString() ?? null,
  result: attempt.result,
  heard: attempt.heard,
})
