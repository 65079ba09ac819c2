import fc from 'fast-check'
import { acceptProposal } from '../callbacks/proposals/acceptProposal.ts'
import { callBack } from '../callbacks/attempts/callBack.ts'
import { FakeSwitchboard, givenCallback, TEST_PHONE } from '../callbacks/callbacks.testkit.ts'
import { changeWindow, windowsForCitizen, withdrawByCitizen } from '../callbacks/citizen/index.ts'
import { decideDue } from '../callbacks/promises/decideDue.ts'
import { dismissProposal } from '../callbacks/proposals/dismissProposal.ts'
import { proposeCallback } from '../callbacks/proposals/proposeCallback.ts'
import { readWorklist } from '../callbacks/worklist/readWorklist.ts'
import { recordOutcome } from '../callbacks/attempts/recordOutcome.ts'
import { takeCallback } from '../callbacks/worklist/take.ts'
import { sweepProposals } from '../callbacks/proposals/withdrawProposals.ts'
import { windowsFor } from '../callbacks/index.ts'
import { openCase } from '../cases/index.ts'
import type { GivenCity } from '../city/city.testkit.ts'
import {
  asSystem,
  type Context,
  inTransaction,
  type Platform,
  type StaffContext,
} from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { Problem } from '../platform/problems.ts'
import { ANSWER_WITHIN_MS } from '../telephony/exchange/answerPromise.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import { isPractice, newCall } from '../telephony/exchange/liveCall.ts'
import { placeFor } from '../telephony/exchange/placeStore.ts'
import { recordArrival, recordEnd, recordOrder } from '../telephony/exchange/moments.ts'
import type { CtiEvent } from '../telephony/cti/ctiEvent.ts'
import { CTI_CAUSES } from '../telephony/cti/ctiRule.ts'
import { recordCtiEvent } from '../telephony/cti/recordCtiEvent.ts'
import type { TestClock } from '../../tests/kit/database.ts'

export interface Scene {
  platform: Platform & { clock: TestClock }
  city: GivenCity
  clerk: StaffContext
  /** A webhook source's id. */
  sourceId: string
}

export const OTHER_PHONE = '+491713920077' as PhoneNumber

/** One thing that happens; `later`: to a callback that is still open, by its citizen or by the clerk. `wait` is how long after the one before, in ms. */
type Happening = { wait: number } & (
  | { kind: 'call'; event: CtiEvent }
  | {
      kind: 'phone'
      source: 'asterisk' | 'training'
      waitMs: number
      talkMs: number | null
      /** None where it is withheld. */
      caller?: PhoneNumber | null
    }
  | { kind: 'turned-away'; reason: 'closed' | 'blocked' }
  | { kind: 'lost'; number: PhoneNumber; ending: 'nothing' | 'accepted' | 'dismissed' }
  | { kind: 'case'; practice: boolean; outcome: 'settled' | 'hand-over' | 'report' }
  | {
      kind: 'callback'
      practice: boolean
      window: number
      ending: 'left' | 'nothing' | 'settled' | 'busy' | 'withdrawn' | 'passed-on' | 'follow-up'
    }
  | {
      kind: 'later'
      /** Which of the callbacks that are open then. */
      place: number
      /** Which of the windows that are offered to its citizen. */
      window: number
      does: 'moves' | 'cancels' | 'has-settled' | 'is-reached' | 'is-missed'
    }
)

const callEvent: fc.Arbitrary<CtiEvent> = fc.record({
  event: fc.constantFrom('newCall', 'answer', 'hangup'),
  callId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  from: fc.constant('491725566445'),
  to: fc.constant('line'),
  direction: fc.constantFrom('in', 'in', 'in', 'out'),
  cause: fc.constantFrom(...CTI_CAUSES),
  answeredBy: fc.constant(null),
})
const wait = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 6 * 3_600_000 }))
const practice = fc.constantFrom(false, false, true)

/** Anything that rooms write and figures count, over some days, in any order. */
export const history: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ wait, kind: fc.constant('call' as const), event: callEvent }) },
    {
      weight: 3,
      arbitrary: fc.record({
        wait,
        kind: fc.constant('phone' as const),
        source: fc.constantFrom('asterisk' as const, 'asterisk' as const, 'training' as const),
        waitMs: fc.integer({ min: 0, max: 30_000 }),
        talkMs: fc.option(fc.integer({ min: 0, max: 600_000 })),
        caller: fc.constantFrom(null, OTHER_PHONE),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        wait,
        kind: fc.constant('turned-away' as const),
        reason: fc.constantFrom('closed' as const, 'blocked' as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        wait,
        kind: fc.constant('lost' as const),
        number: fc.constantFrom(TEST_PHONE, OTHER_PHONE),
        ending: fc.constantFrom('nothing', 'nothing', 'accepted', 'dismissed'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        wait,
        kind: fc.constant('case' as const),
        practice,
        outcome: fc.constantFrom('settled' as const, 'hand-over' as const, 'report' as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        wait,
        kind: fc.constant('callback' as const),
        practice,
        window: fc.integer({ min: 0, max: 5 }),
        ending: fc.constantFrom(
          'left',
          'left',
          'nothing',
          'settled',
          'busy',
          'withdrawn',
          'passed-on',
          'follow-up',
        ),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        wait,
        kind: fc.constant('later' as const),
        place: fc.nat(5),
        window: fc.nat(5),
        does: fc.constantFrom('moves', 'moves', 'moves', 'cancels', 'has-settled', 'is-reached', 'is-missed'),
      }),
    },
  ),
  { minLength: 5, maxLength: 25 },
)

/** Lets it happen through the rooms' own verbs. */
export async function play(scene: Scene, happenings: readonly Happening[]): Promise<void> {
  for (const happening of happenings) {
    scene.platform.clock.advance(happening.wait)
    switch (happening.kind) {
      case 'call':
        await playCall(scene, happening.event)
        break
      case 'phone':
        await playPhone(scene, happening)
        break
      case 'turned-away':
        await playTurnedAway(scene, happening.reason)
        break
      case 'lost':
        await playLost(scene, happening)
        break
      case 'case':
        await playCase(scene, happening)
        break
      case 'callback':
        await playCallback(scene, happening)
        break
      case 'later':
        await playLater(scene, happening)
    }
  }
}

async function playCall({ platform, city, sourceId }: Scene, event: CtiEvent): Promise<void> {
  const ctx: Context = { ...platform, cityId: city.cityId, actor: { kind: 'api' } }
  const line = city.lines.service.number
  const ends = event.direction === 'in' ? { to: line } : { from: line, to: event.from }
  const cause = event.event === 'hangup' ? event.cause : null
  await recordCtiEvent(ctx, sourceId, { ...event, ...ends, cause }, platform.clock.now())
}

const NOTHING_ELSE = { needs: [], helperTeamIds: [], widenAfterMs: 0, overflow: null, offerAfterMs: 0 }

/** A call of our own telephone, moment by moment as the exchange stores them; without talk the caller gives up. */
async function playTurnedAway({ platform, city }: Scene, reason: 'closed' | 'blocked'): Promise<void> {
  const ctx = asSystem(platform, city.cityId)
  const callId = newId()
  const line = { id: city.lines.service.id, answeringTeamId: city.teams.serviceDesk, routing: NOTHING_ELSE }
  const offered = { offeredAt: platform.clock.now(), offeredMono: 0 }
  const from = {
    callId,
    source: 'asterisk',
    sourceKey: callId,
    line,
    caller: null,
    ...offered,
    onlyFor: null,
  } as const
  const call = newCall(from)
  await inTransaction(platform, async (tx) => {
    await recordArrival(tx, ctx, call, from)
    await recordEnd(tx, ctx, call, { reason, mono: 0 })
  })
}

async function playPhone(
  { platform, city, clerk }: Scene,
  {
    source,
    waitMs,
    talkMs,
    caller = null,
  }: Pick<Extract<Happening, { kind: 'phone' }>, 'source' | 'waitMs' | 'talkMs' | 'caller'>,
): Promise<string> {
  const callId = newId()
  const line = { id: city.lines.service.id, answeringTeamId: city.teams.serviceDesk, routing: NOTHING_ELSE }
  const offeredAt = platform.clock.now()
  const place =
    source === 'asterisk'
      ? await placeFor(platform.db, { cityId: city.cityId, id: line.id }, { caller, offeredAt })
      : {}
  const from = {
    callId,
    source,
    sourceKey: callId,
    line,
    caller,
    offeredAt,
    offeredMono: 0,
    onlyFor: null,
    ...place,
  }
  const call = newCall(from)
  const ctx = asSystem(platform, city.cityId)
  await inTransaction(platform, (tx) => recordArrival(tx, ctx, call, from))
  if (talkMs !== null) {
    const kept = waitMs <= ANSWER_WITHIN_MS
    const promise = kept ? { kept, cause: null } : { kept, cause: 'all-busy' as const }
    call.answer = {
      agentId: clerk.actor.accountId,
      mono: waitMs,
      waitMs,
      promise: isPractice(call) ? null : promise,
    }
    const agentId = clerk.actor.accountId
    const order = { kind: 'connect', call, legId: null, agentId, answer: call.answer } as const
    await inTransaction(platform, (tx) => recordOrder(tx, ctx, order, waitMs))
  }
  const end = {
    reason: talkMs === null ? 'abandoned' : 'caller-hung-up',
    mono: waitMs + (talkMs ?? 0),
  } as const
  await inTransaction(platform, (tx) => recordEnd(tx, ctx, call, end))
  return callId
}

/** A caller is lost and proposed; some that are open are decided, others are withdrawn by a later promise or a month. */
async function playLost(
  scene: Scene,
  { number, ending }: Extract<Happening, { kind: 'lost' }>,
): Promise<void> {
  const { platform, city, clerk } = scene
  const callId = await playPhone(scene, { source: 'asterisk', waitMs: 40_000, talkMs: null, caller: number })
  await proposeCallback(asSystem(platform, city.cityId), callId)
  await sweepProposals(platform)
  const [proposal] = (await readWorklist(clerk)).proposals
  if (!proposal || ending === 'nothing') return
  if (ending === 'accepted') await acceptProposal(clerk, proposal.id)
  else await dismissProposal(clerk, proposal.id, { reason: 'Werbeanruf' })
}

async function playCase(
  { platform, city, clerk }: Scene,
  { practice, outcome }: { practice: boolean; outcome: 'settled' | 'hand-over' | 'report' },
): Promise<void> {
  const nobody = { callId: null, lineId: null, serviceId: null, contactName: null, contactPhone: null }
  const input = { ...nobody, teamId: city.teams.office, reason: 'Frage zur Meldebescheinigung' }
  await inTransaction(platform, (tx) =>
    openCase(tx, clerk, { ...input, channel: 'phone', practice, outcome }),
  )
}

async function playCallback(
  scene: Scene,
  { practice, window, ending }: Extract<Happening, { kind: 'callback' }>,
): Promise<void> {
  const { platform, city, clerk } = scene
  const windowsNow = () => windowsFor(platform.db, city.cityId, city.teams.office, platform.clock.now(), 6)
  const windows = await windowsNow()
  const chosen = windows[window]
  if (!chosen) return
  const windowStart = new Date(chosen.start)
  const { id } = await givenCallback(platform, city, clerk, { practice, windowStart })
  if (ending === 'left') return
  await takeCallback(clerk, id)
  if (ending === 'nothing') {
    platform.clock.set(new Date(chosen.end + 1))
    return decideDue(clerk, id)
  }
  const switchboard = new FakeSwitchboard()
  const say = (outcome: 'settled' | 'not-reached' | 'withdrawn') =>
    recordOutcome(clerk, switchboard, id, { outcome, note: '', notReached: 'busy' })
  if (ending === 'withdrawn') return void (await say('withdrawn'))
  if (ending === 'passed-on') {
    const teamId = city.teams.reports
    return void (await recordOutcome(clerk, switchboard, id, { outcome: 'pass-on', note: '', teamId }))
  }
  platform.clock.set(new Date(Math.max(chosen.start, platform.clock.now().getTime()) + 60_000))
  await callBack(clerk, switchboard, id)
  if (ending === 'follow-up') {
    const next = new Date((await windowsNow())[0]!.start).toISOString()
    const input = { outcome: 'follow-up', note: '', windowStart: next } as const
    return void (await recordOutcome(clerk, switchboard, id, input))
  }
  await say(ending === 'settled' ? 'settled' : 'not-reached')
}

async function playLater(
  { platform, city, clerk }: Scene,
  { place, window, does }: Extract<Happening, { kind: 'later' }>,
): Promise<void> {
  const open = await platform.db
    .selectFrom('callback')
    .select(['id', 'state'])
    .where('city_id', '=', city.cityId)
    .where('state', '<>', 'done')
    // The clerk is of this team, and what was passed on is not.
    .where('team_id', '=', city.teams.office)
    .orderBy('promised_at')
    .orderBy('id')
    .execute()
  const callback = open[place % open.length]
  if (!callback) return
  const { id, state } = callback
  const citizen: Context = { ...platform, cityId: city.cityId, actor: { kind: 'citizen' } }
  if (does === 'moves') {
    const windows = await windowsForCitizen(citizen, id, 6)
    const chosen = windows[window]
    if (chosen) await changeWindow(citizen, id, new Date(chosen.start))
    return
  }
  if (does === 'cancels' || does === 'has-settled')
    return withdrawByCitizen(citizen, id, does === 'cancels' ? 'cancel' : 'settled')
  if (state === 'waiting') await takeCallback(clerk, id)
  const switchboard = new FakeSwitchboard()
  const isCalled = await callBack(clerk, switchboard, id).then(() => true, keptForItsWindow)
  if (!isCalled) return
  const outcome = does === 'is-reached' ? 'settled' : 'not-reached'
  await recordOutcome(clerk, switchboard, id, { outcome, note: '', notReached: 'no-answer' })
}

/** A last attempt before the promised window does not happen. */
function keptForItsWindow(refused: unknown): false {
  if (refused instanceof Problem && refused.code === 'window-first') return false
  throw refused
}
