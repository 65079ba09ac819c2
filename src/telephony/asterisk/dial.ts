// A call to a citizen: the clerk's softphone first, then the citizen over the trunk, joined before the answer so that
// the clerk hears what the network says.
import type { Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { Arrival } from '../exchange/liveCall.ts'
import { rehomeLeg } from '../exchange/returnCall.ts'
import * as store from '../store.ts'
import type { DialEvent, DialOrder } from '../switchboard.ts'
import type { Ari } from './ari/client.ts'
import type { Dial as DialNews } from './ari/types.generated.ts'
import { ariTime } from './ariTime.ts'
import { greetingOf, purposeHeader } from './carrier.ts'
import {
  holdCitizen,
  joinCitizen,
  joinUnlessJoined,
  KEEP_MS,
  keepCitizen,
  promiseToCallAgain,
} from './keepCitizen.ts'
import type { Leg, Legs } from './legs.ts'
import { unlessMovedOn } from './movedOn.ts'
import { endpointOf } from './softphones.ts'

const CLERK_RING_SECONDS = 20
const CITIZEN_RING_SECONDS = 28
const TRUNK = 'trunk'

type EndedHow = Extract<DialEvent, { kind: 'ended' }>['how']

interface Attempt {
  readonly order: DialOrder
  readonly cityId: string
  readonly accountId: string
  readonly tell: (event: DialEvent) => Promise<void>
  readonly done: () => void
  /** Another one when the clerk is rung again. */
  clerkLegId: string
  /** Changes when the citizen calls us while their telephone rings. */
  citizenLegId: string
  clerkReady: boolean
  rang: boolean
  answered: boolean
  /** The citizen hears music. */
  held: boolean
  /** The network sent sound without saying that it rings. */
  progressAt: Date | null
  /** How the network ended the dialling, when it said so. */
  refusal: EndedHow | null
  /** The clerk's browser died, and the citizen is kept until this is over. */
  keeping: { timer: NodeJS.Timeout; rings: boolean } | null
  /** What was told so far; the next is told after it. */
  told: Promise<void>
}

export interface DialNeeds {
  platform: Platform
  ari: Pick<Ari, 'request'>
  app: string
  legs: Legs
  exchangeOf(cityId: string): Exchange
}

export class Dialler {
  readonly #needs: DialNeeds
  readonly #attempts = new Map<string, Attempt>()

  constructor(needs: DialNeeds) {
    this.#needs = needs
  }

  /** Rings the clerk. @param done called once when all is over */
  async start(
    who: { cityId: string; accountId: string },
    order: DialOrder,
    tell: (event: DialEvent) => Promise<void>,
    done: () => void,
  ): Promise<void> {
    const attempt = newAttempt(who, order, tell, done)
    this.#attempts.set(order.attemptId, attempt)
    await this.#ringClerk(attempt)
  }

  async #ringClerk(attempt: Attempt): Promise<void> {
    const request = {
      endpoint: `PJSIP/${endpointOf(attempt.accountId)}`,
      app: this.#needs.app,
      appArgs: 'clerk',
      timeout: CLERK_RING_SECONDS,
      callerId: attempt.order.number,
      formats: 'alaw',
      json: purposeHeader('callback'),
    }
    await this.#openLeg(attempt, 'clerk', (channelId) =>
      this.#needs.ari.request('POST /channels', { ...request, channelId }),
    )
  }

  /**
   * The clerk's browser died. In a conversation the citizen is kept for a moment, and the clerk is rung again as soon
   * as the browser is back. @returns false when there was no conversation
   */
  async clerkDied(leg: Leg, isBack: boolean): Promise<boolean> {
    const attempt = this.#attempts.get(leg.attemptId ?? '')
    if (!attempt?.answered || attempt.keeping || attempt.clerkLegId !== leg.id) return false
    const timer = setTimeout(() => this.#letGo(attempt), KEEP_MS)
    attempt.keeping = { timer, rings: false }
    attempt.held = false
    attempt.clerkLegId = newId()
    const { citizenLegId } = attempt
    await keepCitizen(this.#needs.ari, { bridgeId: bridgeOf(attempt), clerkLegId: leg.id, citizenLegId })
    if (isBack) await this.clerkIsThere(attempt.accountId)
    return true
  }

  /** The softphone of this account is registered. */
  async clerkIsThere(accountId: string): Promise<void> {
    for (const attempt of this.#attempts.values()) {
      if (attempt.accountId !== accountId || !attempt.keeping || attempt.keeping.rings) continue
      attempt.keeping.rings = true
      await this.#ringClerk(attempt)
    }
  }

  async #clerkIsBack(attempt: Attempt, leg: Leg, at: Date): Promise<void> {
    clearTimeout(attempt.keeping?.timer)
    attempt.keeping = null
    this.#markAnswered(leg, at)
    const { clerkLegId, citizenLegId } = attempt
    await joinCitizen(this.#needs.ari, { bridgeId: bridgeOf(attempt), clerkLegId, citizenLegId })
  }

  #letGo(attempt: Attempt): void {
    promiseToCallAgain(this.#needs.ari, attempt.citizenLegId).catch((error: unknown) =>
      this.#needs.platform.log.error(
        { err: error, attempt: attempt.order.attemptId },
        'a citizen was not told that the clerk is gone',
      ),
    )
  }

  /** A conversation that an earlier process began: kept up and cleared away, told to nobody. */
  async adopt(clerk: Leg, citizen: Leg, done: () => void): Promise<void> {
    const { attemptId, cityId, accountId } = clerk
    if (attemptId === null || accountId === null) return
    const order = { attemptId, number: '', callerId: '', practice: false }
    const attempt = newAttempt({ cityId, accountId }, order, async () => undefined, done)
    const legs = {
      clerkLegId: clerk.id,
      citizenLegId: citizen.id,
      clerkReady: true,
      rang: true,
      answered: true,
    }
    const adopted = { ...attempt, ...legs }
    this.#attempts.set(attemptId, adopted)
    await joinUnlessJoined(this.#needs.ari, { ...legs, bridgeId: bridgeOf(adopted) })
  }

  /** Puts the citizen of a conversation on hold, or back. @returns false when there is none */
  async hold(attemptId: string, held: boolean): Promise<boolean> {
    const attempt = this.#attempts.get(attemptId)
    if (!attempt?.answered || attempt.keeping) return false
    attempt.held = held
    const { clerkLegId, citizenLegId } = attempt
    const sides = { bridgeId: bridgeOf(attempt), clerkLegId, citizenLegId }
    await (held ? holdCitizen(this.#needs.ari, sides) : joinUnlessJoined(this.#needs.ari, sides))
    return true
  }

  isHeld(attemptId: string): boolean {
    return this.#attempts.get(attemptId)?.held ?? false
  }

  has(attemptId: string): boolean {
    return this.#attempts.has(attemptId)
  }

  /** A leg is in our application: the clerk has answered, or the citizen's channel is there to be dialled. */
  async entered(leg: Leg, at: Date): Promise<void> {
    const attempt = this.#attempts.get(leg.attemptId ?? '')
    if (!attempt) return
    if (leg.party === 'clerk' && attempt.keeping) await this.#clerkIsBack(attempt, leg, at)
    else if (leg.party === 'clerk') await this.#clerkIsReady(attempt, leg, at)
    else if (leg.id === attempt.citizenLegId) await this.#ringCitizen(attempt, leg)
    // The citizen called us before this telephone was rung.
    else await this.#hangUp(leg.id)
  }

  async #clerkIsReady(attempt: Attempt, leg: Leg, at: Date): Promise<void> {
    const { ari, app } = this.#needs
    const bridgeId = bridgeOf(attempt)
    this.#markAnswered(leg, at)
    attempt.clerkReady = true
    tell(attempt, { kind: 'clerk-ready', at }, this.#needs)
    await unlessMovedOn(ari.request('POST /bridges', { type: 'mixing', bridgeId }))
    await unlessMovedOn(ari.request('POST /bridges/{bridgeId}/addChannel', { bridgeId, channel: leg.id }))
    if (await this.#calledMeanwhile(attempt)) return
    const request = {
      endpoint: `PJSIP/${attempt.order.number}@${TRUNK}`,
      app,
      appArgs: 'citizen',
      json: { variables: { 'CALLERID(num)': attempt.order.callerId, 'CALLERID(name)': '' } },
    }
    await this.#openLeg(attempt, 'citizen', (channelId) =>
      ari.request('POST /channels/create', { ...request, channelId, formats: 'alaw' }),
    )
  }

  /** Whoever is to be called may wait in our line, or talk with somebody here, since the clerk pressed "call". */
  async #calledMeanwhile(attempt: Attempt): Promise<boolean> {
    const { platform, legs, exchangeOf } = this.#needs
    const { cityId, accountId, order } = attempt
    const call = await store.liveCallOfNumber(platform.db, cityId, order.number)
    const caller = call && legs.ofCall(call.id).find(({ party }) => party === 'caller')
    if (!call || !caller || attempt.answered) return attempt.answered
    const at = platform.clock.now()
    attempt.answered = true
    const rehome = (tx: Tx) => rehomeLeg(tx, cityId, caller.id, { id: order.attemptId, at })
    if (await exchangeOf(cityId).leaveToClerk(call.id, accountId, rehome)) {
      await this.#join(attempt, caller, { callId: call.id, at })
      return true
    }
    attempt.answered = false
    await this.#over(attempt, 'called-back-meanwhile', at)
    return true
  }

  /**
   * The citizen calls us while a clerk's attempt rings them: this very call becomes the attempt's, so that neither finds
   * the other engaged. @returns whether it was put together
   */
  async takeReturnCall(arrival: Arrival, caller: Leg): Promise<boolean> {
    const { platform, exchangeOf } = this.#needs
    const attempt = [...this.#attempts.values()].find(
      ({ cityId, order, clerkReady, answered }) =>
        cityId === caller.cityId && order.number === arrival.caller && clerkReady && !answered,
    )
    if (!attempt) return false
    const { order, accountId, cityId } = attempt
    const at = platform.clock.now()
    attempt.answered = true
    try {
      await exchangeOf(cityId).arriveAtClerk(arrival, accountId, (tx) =>
        rehomeLeg(tx, cityId, caller.id, { id: order.attemptId, at }),
      )
    } catch (error) {
      attempt.answered = false
      throw error
    }
    // Who waits in line was answered long ago; asked again, Asterisk would wait for the end of the greeting.
    await unlessMovedOn(
      this.#needs.ari.request('POST /channels/{channelId}/answer', { channelId: caller.id }),
    )
    await this.#join(attempt, caller, { callId: arrival.callId, at })
    return true
  }

  /** The caller's channel takes the place of the one that was to be rung. */
  async #join(attempt: Attempt, caller: Leg, { callId, at }: { callId: string; at: Date }): Promise<void> {
    const { ari, legs } = this.#needs
    const { citizenLegId: rung, order } = attempt
    const { id, cityId, greeted } = caller
    legs.add({ id, cityId, party: 'citizen', attemptId: order.attemptId, answered: true, greeted })
    attempt.citizenLegId = id
    tell(attempt, { kind: 'joined', at, callId }, this.#needs)
    const bridgeId = bridgeOf(attempt)
    await greeted
    // A channel enters a bridge only after its playback.
    await unlessMovedOn(ari.request('DELETE /playbacks/{playbackId}', { playbackId: greetingOf(callId) }))
    await unlessMovedOn(ari.request('DELETE /channels/{channelId}/moh', { channelId: id }))
    await unlessMovedOn(ari.request('POST /bridges/{bridgeId}/addChannel', { bridgeId, channel: id }))
    await this.#hangUp(rung)
  }

  async #ringCitizen(attempt: Attempt, leg: Leg): Promise<void> {
    const { ari } = this.#needs
    const channelId = leg.id
    await unlessMovedOn(
      ari.request('POST /bridges/{bridgeId}/addChannel', { bridgeId: bridgeOf(attempt), channel: channelId }),
    )
    await unlessMovedOn(
      ari.request('POST /channels/{channelId}/dial', {
        channelId,
        caller: attempt.clerkLegId,
        timeout: CITIZEN_RING_SECONDS,
      }),
    )
  }

  /** How far the citizen's telephone is. */
  news({ peer, dialstatus, timestamp }: DialNews): void {
    const leg = this.#needs.legs.get(peer.id)
    const attempt = this.#attempts.get(leg?.attemptId ?? '')
    if (!leg || !attempt || leg.id !== attempt.citizenLegId) return
    const at = ariTime(timestamp)
    if (dialstatus === 'PROGRESS') attempt.progressAt ??= at
    if (dialstatus === 'RINGING') this.#rang(attempt, at)
    attempt.refusal ??= REFUSALS[dialstatus] ?? null
    if (dialstatus !== 'ANSWER' || attempt.answered) return
    attempt.answered = true
    this.#markAnswered(leg, at)
    tell(attempt, { kind: 'answered', at }, this.#needs)
  }

  #rang(attempt: Attempt, at: Date): void {
    if (attempt.rang) return
    attempt.rang = true
    tell(attempt, { kind: 'rang', at }, this.#needs)
  }

  /** One leg is gone: the other one goes too. @param cause Q.850 */
  async legEnded(leg: Leg, cause: number | null, at: Date): Promise<void> {
    const attempt = this.#attempts.get(leg.attemptId ?? '')
    // The one that rang while the citizen called us is not a side of it any more, nor is a clerk's dead browser.
    if (!attempt || (leg.id !== attempt.clerkLegId && leg.id !== attempt.citizenLegId)) return
    if (attempt.keeping && leg.id === attempt.clerkLegId) return this.#mayComeAgain(attempt, attempt.keeping)
    clearTimeout(attempt.keeping?.timer)
    const how = attempt.answered
      ? 'hung-up'
      : leg.party === 'citizen'
        ? howRefused(attempt.refusal, cause)
        : clerkLeft(leg)
    // Networks may ring with sound alone; nobody answering it in all that time means that it rang.
    if (how === 'no-answer' && attempt.progressAt) this.#rang(attempt, attempt.progressAt)
    await this.#over(attempt, how, at)
  }

  async #over(attempt: Attempt, how: EndedHow, at: Date): Promise<void> {
    this.#attempts.delete(attempt.order.attemptId)
    tell(attempt, { kind: 'ended', at, how }, this.#needs)
    await this.#clear(attempt)
    attempt.done()
  }

  /** Rung again in vain; the citizen is still kept. */
  #mayComeAgain(attempt: Attempt, keeping: NonNullable<Attempt['keeping']>): void {
    keeping.rings = false
    attempt.clerkLegId = newId()
  }

  /** Hangs up both; harmless when they are gone. */
  async end(attemptId: string): Promise<void> {
    const attempt = this.#attempts.get(attemptId)
    if (attempt) await this.#clear(attempt)
  }

  async #hangUp(channelId: string): Promise<void> {
    await unlessMovedOn(this.#needs.ari.request('DELETE /channels/{channelId}', { channelId }))
  }

  async #clear(attempt: Attempt): Promise<void> {
    const { ari } = this.#needs
    for (const channelId of [attempt.citizenLegId, attempt.clerkLegId]) await this.#hangUp(channelId)
    await unlessMovedOn(ari.request('DELETE /bridges/{bridgeId}', { bridgeId: bridgeOf(attempt) }))
  }

  /** Writes the leg down, then asks Asterisk for it; a leg that cannot be made ends the attempt. */
  async #openLeg(
    attempt: Attempt,
    party: 'clerk' | 'citizen',
    open: (id: string) => Promise<unknown>,
  ): Promise<void> {
    const { platform, legs } = this.#needs
    const { cityId, order, accountId } = attempt
    const id = party === 'clerk' ? attempt.clerkLegId : attempt.citizenLegId
    const account = party === 'clerk' ? accountId : null
    const leg = legs.add({ id, cityId, party, attemptId: order.attemptId, accountId: account })
    try {
      await store.insertLeg(platform.db, {
        city_id: cityId,
        id,
        attempt_id: order.attemptId,
        party,
        account_id: account,
        created_at: platform.clock.now(),
      })
      await open(id)
    } catch (error) {
      platform.log.warn({ attempt: order.attemptId, party, err: String(error) }, 'a leg could not be opened')
      await legs.end(id, null)
      await this.legEnded(leg, null, platform.clock.now())
    }
  }

  #markAnswered(leg: Leg, at: Date): void {
    const { platform } = this.#needs
    leg.answered = true
    store
      .updateLeg(platform.db, leg.cityId, leg.id, { answered_at: at })
      .catch((error: unknown) =>
        platform.log.error({ err: error, leg: leg.id }, 'leg not marked as answered'),
      )
  }
}

const bridgeOf = (attempt: Attempt): string => `attempt-${attempt.order.attemptId}`

function newAttempt(
  { cityId, accountId }: { cityId: string; accountId: string },
  order: DialOrder,
  tell: (event: DialEvent) => Promise<void>,
  done: () => void,
): Attempt {
  const legs = { clerkLegId: newId(), citizenLegId: newId() }
  const nothingYet = {
    clerkReady: false,
    rang: false,
    answered: false,
    held: false,
    progressAt: null,
    refusal: null,
    keeping: null,
    told: Promise.resolve(),
  }
  return { cityId, accountId, order, tell, done, ...legs, ...nothingYet }
}

function tell(attempt: Attempt, event: DialEvent, { platform }: DialNeeds): void {
  attempt.told = attempt.told
    .then(() => attempt.tell(event))
    .catch((error: unknown) =>
      platform.log.error(
        { err: error, attempt: attempt.order.attemptId },
        'news of a callback was not taken',
      ),
    )
}

const REFUSALS: Readonly<Record<string, EndedHow>> = {
  BUSY: 'busy',
  NOANSWER: 'no-answer',
  CANCEL: 'no-answer',
  CONGESTION: 'failed',
  CHANUNAVAIL: 'failed',
}

/** Q.850: 1 unallocated (SIP 404), 22 changed (410), 28 no number that there could be (484). */
const NO_SUCH_NUMBER: readonly (number | null)[] = [1, 22, 28]

/** The network's own word is exact where it says that there is no such number; the state of the dialling only says "failed". */
function howRefused(refusal: EndedHow | null, cause: number | null): EndedHow {
  return NO_SUCH_NUMBER.includes(cause) ? 'no-such-number' : (refusal ?? howOf(cause))
}

/** Q.850: 17 busy, 21 rejected; 18 no response, 19 rang unanswered, 16 cancelled while ringing. */
function howOf(cause: number | null): EndedHow {
  if (cause === 17 || cause === 21) return 'busy'
  return cause === 16 || cause === 18 || cause === 19 ? 'no-answer' : 'failed'
}

/** A clerk who hung up while it rang gave up; one who never answered was not there. */
const clerkLeft = (leg: Leg): EndedHow => (leg.answered ? 'no-answer' : 'failed')
