import { windowsFor } from '../callbacks/index.ts'
import { dialPermissionsOf, type Line } from '../city/index.ts'
import { recordLook } from '../platform/audit/audit.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import { callerNumber } from '../shared/callerNumber.ts'
import { formatNational } from '../shared/phoneNumber.ts'
import {
  callById,
  type CallRecord,
  type LeadTools,
  signOutOf,
  type Switchboard,
  trainingScript,
} from '../telephony/index.ts'
import { lineOfCall } from './callInHand.ts'
import { type DeskCall, type DeskView, intakeDraft, type WindowOffer } from './contract.ts'
import { knownCase } from './knownCase.ts'
import { presentTalk } from './presentTalk.ts'
import { recordOf } from './recordOf.ts'
import { reportLineFor } from './reportLine.ts'
import { DESK_ROLES } from './roles.ts'
import * as store from './store.ts'

/** As many as one reads aloud. */
const OFFERED_WINDOWS = 6

/** The agent's one screen: the place at the telephone, the call in hand, its form, and what can be promised. */
export async function readDesk(
  ctx: StaffContext,
  switchboard: Switchboard & Pick<LeadTools, 'leadIn'>,
): Promise<DeskView> {
  requireRole(ctx, ...DESK_ROLES)
  const { state, since, pause, ready, missing, callId } = switchboard.station(ctx)
  const place = {
    state,
    since: since.toISOString(),
    pause,
    ready,
    missing: [...missing],
    telephone: switchboard.hasTelephone(ctx.cityId),
    signedOut: await signedOutNow(ctx),
  }
  const call = await callInHand(ctx, callId)
  if (!call)
    return {
      ...place,
      call: null,
      talk: null,
      draft: null,
      dialPermissions: [],
      windows: [],
      handOver: null,
      record: null,
    }
  const line = await lineOfCall(ctx.db, ctx, call)
  const intake = await store.findIntake(ctx.db, ctx.cityId, call.id)
  const report = await reportLineFor(ctx.db, line)
  const draft = intake && !intake.completedAt ? intakeDraft.parse(intake.draft) : null
  const serviceId = draft?.serviceId ?? null
  const talk = await talkOf(ctx, switchboard, call)
  return {
    ...place,
    call: {
      ...(await presentCall(ctx, switchboard, call, line)),
      lead: leadIn(switchboard, call.id),
    },
    talk,
    draft,
    dialPermissions: await dialPermissionsOf(ctx.db, ctx.cityId),
    windows: await offersOf(ctx, line, serviceId),
    handOver: report && { lineName: report.name, windows: await offersOf(ctx, report, serviceId) },
    record: intake?.completedAt ? await recordOf(ctx.db, ctx, call) : null,
  }
}

/** Whoever is on the line sees who else is. */
function leadIn(switchboard: Pick<LeadTools, 'leadIn'>, callId: string): string | null {
  const lead = switchboard.leadIn(callId)
  return lead?.in ? lead.name : null
}

async function signedOutNow({ db, cityId, actor }: StaffContext): Promise<DeskView['signedOut']> {
  const told = await signOutOf(db, cityId, actor.accountId)
  return told && { by: told.by, reason: told.reason, at: told.at.toISOString() }
}

/** What the telephone says is in hand; after a restart, the record that was left incomplete. */
async function callInHand(ctx: StaffContext, callId: string | null): Promise<CallRecord | null> {
  const id = callId ?? (await store.unfinishedCall(ctx.db, ctx.cityId, ctx.actor.accountId))
  return id ? callById(ctx.db, ctx.cityId, id) : null
}

/** Nothing is told of a conversation that only rings. */
async function talkOf(
  ctx: StaffContext,
  switchboard: Switchboard,
  call: CallRecord,
): Promise<DeskView['talk']> {
  const state = switchboard.talk.state(ctx, call.id)
  return state && call.state === 'connected' ? presentTalk(ctx, state) : null
}

async function presentCall(
  ctx: StaffContext,
  switchboard: Switchboard,
  call: CallRecord,
  line: Line,
): Promise<Omit<DeskCall, 'lead'>> {
  await recordLookOnce(ctx, call.id)
  const number = call.caller ? callerNumber(call.caller) : null
  const { practice } = call
  return {
    id: call.id,
    practice,
    stage: STAGES[call.state],
    line: { id: line.id, name: line.name, purpose: line.purpose },
    greeting: line.greeting,
    callerNumber: number && formatNational(number),
    offeredAt: call.offeredAt.toISOString(),
    answeredAt: call.answeredAt?.toISOString() ?? null,
    endedAt: call.endedAt?.toISOString() ?? null,
    waitMs: call.waitMs,
    openCase: await knownCase(ctx, switchboard, call),
    script: practice ? trainingScript(call.id) : [],
  }
}

const STAGES = { waiting: 'offered', connected: 'connected', ended: 'ended' } as const

/** The desk reads itself again with each change; that is one look at one call. */
async function recordLookOnce(ctx: StaffContext, callId: string): Promise<void> {
  if (await store.hasLooked(ctx.db, ctx.cityId, ctx.actor.accountId, callId)) return
  await recordLook(ctx.db, ctx, 'call.read', { kind: 'call', id: callId })
}

async function offersOf(ctx: StaffContext, line: Line, serviceId: string | null): Promise<WindowOffer[]> {
  const now = ctx.clock.now()
  const windows = await windowsFor(ctx.db, ctx.cityId, line.callbackTeamId, now, OFFERED_WINDOWS, {
    serviceId,
    wide: true,
  })
  return windows.map(({ start, end, free, label }) => ({
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    free,
    label,
  }))
}
