import { atRiskNow, presentRisks } from '../callbacks/index.ts'
import {
  cityOf,
  decidedLines,
  type Line,
  type LineDecision,
  linesOf,
  spokenUntil,
  todayView,
} from '../city/index.ts'
import { notReadyReason } from '../desk/contract.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import { notReadyWords } from '../shared/notReadyWords.ts'
import type { Switchboard, TelephoneSnapshot } from '../telephony/index.ts'
import { brokenCallbackText, brokenCallText } from './brokenTexts.ts'
import type { Board } from './contract.ts'
import { figuresFromTables } from './figuresFromTables.ts'
import { dayRange, localDay } from './localDay.ts'
import * as store from './store.ts'

/** More than a screen shows; the count says how many there are. */
const LIST_LIMIT = 50

interface Waiting {
  callId: string
  lineId: string | null
  since: Date
}

/** What waits, is at risk and broke today. Practice is nowhere in it. */
export async function readBoard(
  ctx: StaffContext,
  switchboard: Pick<Switchboard, 'snapshot'>,
): Promise<Board> {
  requireRole(ctx, 'lead', 'admin')
  const now = ctx.clock.now()
  const { timeZone } = await cityOf(ctx.db, ctx.cityId)
  const today = dayRange(localDay(now, timeZone), timeZone)
  const telephone = switchboard.snapshot(ctx.cityId)
  const lines = (await linesOf(ctx.db, ctx.cityId)).filter((line) => line.active)
  const usual = await todayView(ctx.db, ctx.cityId, now)
  const decided = await decidedLines(ctx.db, ctx.cityId, now)
  const waiting = await waitingNow(ctx, telephone)
  const figures = await figuresFromTables(ctx.db, { id: ctx.cityId, timeZone }, localDay(now, timeZone))
  const risk = await atRiskNow(ctx.db, ctx.cityId, now)
  const shown = await presentRisks(ctx.db, ctx.cityId, risk.items.slice(0, LIST_LIMIT))
  return {
    now: now.toISOString(),
    lines: lines.map((line) => ({
      ...lineNow(line, waiting, telephone),
      ...openingOf(decided.get(line.id), usual, timeZone),
    })),
    waiting: waiting.map((call) => presentWaiting(call, lines)),
    figures,
    callbacks: {
      dueToday: await store.callbacksDue(ctx.db, ctx.cityId, today),
      atRisk: risk.items.length,
      brokenToday: figures.callbacks.broken,
    },
    lostCallers: await store.openProposals(ctx.db, ctx.cityId),
    atRisk: shown.map(({ item }) => item),
    riskTexts: risk.teams.flatMap(({ team, loadText, nobodyText }) =>
      [loadText, nobodyText].flatMap((text) => (text ? `${team.name}: ${text}` : [])),
    ),
    broken: await brokenSince(ctx, today),
    telephone: { well: telephone.well, note: telephone.note },
  }
}

/** As a lead decided, else by the service hours. */
const openingOf = (
  decision: LineDecision | undefined,
  { open, hoursText }: { open: boolean; hoursText: string },
  timeZone: string,
) =>
  decision
    ? { open: decision.state === 'open', hoursText: spokenUntil(decision.endsAt, timeZone) }
    : { open, hoursText }

async function waitingNow(ctx: StaffContext, { waiting }: TelephoneSnapshot): Promise<Waiting[]> {
  const ids = waiting.map(({ callId }) => callId)
  const practice = await store.practiceCalls(ctx.db, ctx.cityId, ids)
  const webhook = await store.waitingWebhookCalls(ctx.db, ctx.cityId)
  const all = [
    ...waiting.filter(({ callId }) => !practice.has(callId)),
    ...webhook.map(({ id, lineId, since }) => ({ callId: id, lineId, since })),
  ]
  return all.toSorted((a, b) => a.since.getTime() - b.since.getTime())
}

const presentWaiting = ({ callId, lineId, since }: Waiting, lines: readonly Line[]) => ({
  callId,
  lineName: lines.find((line) => line.id === lineId)?.name ?? '',
  since: since.toISOString(),
})

function lineNow(line: Line, waiting: readonly Waiting[], { stations }: TelephoneSnapshot) {
  const team = stations.filter(({ teamIds }) => teamIds.includes(line.answeringTeamId))
  const states = team.map(({ state }) => state)
  const count = (...wanted: readonly (typeof states)[number][]): number =>
    states.filter((state) => wanted.includes(state)).length
  return {
    id: line.id,
    name: line.name,
    waiting: waiting.filter(({ lineId }) => lineId === line.id).length,
    agents: {
      available: count('available'),
      inCall: count('offered', 'in-call'),
      wrapUp: count('wrap-up'),
      notReady: count('not-ready', 'training'),
      notReadyWhy: notReadyWhy(team),
    },
  }
}

/** Numbers by reason, never who. */
function notReadyWhy(stations: TelephoneSnapshot['stations']): string {
  const resting = stations.filter(({ state }) => state === 'not-ready').map(({ pause }) => pause)
  return notReadyReason.options
    .map((reason) => [resting.filter((pause) => pause === reason).length, notReadyWords[reason]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ')
}

/** Newest first. A call's promise belongs to when it came in, a callback's to the end of its window. */
async function brokenSince(ctx: StaffContext, range: store.Range): Promise<Board['broken']> {
  const calls = await store.brokenCalls(ctx.db, ctx.cityId, range)
  const callbacks = await store.brokenCallbacks(ctx.db, ctx.cityId, range)
  return [
    ...calls.map((call) => ({ at: call.at, text: brokenCallText(call) })),
    ...callbacks.map((callback) => ({ at: callback.at, text: brokenCallbackText(callback) })),
  ]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, text }) => ({ at: at.toISOString(), text }))
}
