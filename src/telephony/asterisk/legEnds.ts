// What the end of a channel means: a caller who left, an offer that was missed, a conversation that is over.
import type { Conversations } from '../talk/conversations.ts'
import type { Ender } from '../exchange/ending.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { DeadBrowsers } from './deadBrowsers.ts'
import type { Dialler } from './dial.ts'
import { guestLeft } from './guestLeft.ts'
import type { Joins } from './join.ts'
import type { Leg, Legs } from './legs.ts'
import type { Voice } from './voice/voice.ts'

/** The end of a channel. */
export interface Gone {
  /** Q.850; null when Asterisk did not say. */
  cause: number | null
  /** False when only its absence was noticed. */
  seen: boolean
  /** With the telephone system. */
  died?: boolean | undefined
  at: Date
  mono: number
}

export interface LegEndNeeds {
  legs: Legs
  dialler: Dialler
  joins: Joins
  voice: Voice
  deadBrowsers: DeadBrowsers
  conversations: Conversations
  exchangeOf(cityId: string): Exchange
}

export class LegEnds {
  readonly #needs: LegEndNeeds

  constructor(needs: LegEndNeeds) {
    this.#needs = needs
  }

  async ended(leg: Leg, gone: Gone): Promise<void> {
    const { legs, dialler, joins } = this.#needs
    legs.forget(leg.id)
    if (await this.#isSaved(leg, gone)) return legs.close(leg, gone.cause)
    if (leg.attemptId !== null) await dialler.legEnded(leg, gone.cause, gone.at)
    else if (leg.party === 'lead') await joins.legEnded(leg)
    else if (leg.callId !== null) await this.#callLegEnded(leg, leg.callId, gone)
    // Last: should we die now, whoever comes after finds the leg open and its call too.
    await legs.close(leg, gone.cause)
  }

  async #callLegEnded(leg: Leg, callId: string, { cause, seen, died, mono }: Gone): Promise<void> {
    const { conversations } = this.#needs
    const party = leg.party === 'caller' ? 'caller' : 'other'
    if (await conversations.legGone(callId, leg.id, party, guestLeft(leg, cause))) return
    const exchange = this.#needs.exchangeOf(leg.cityId)
    const by = enderOf(leg, { seen, died })
    if (leg.party === 'caller') {
      await this.#needs.voice.gone(leg.id)
      return exchange.end(callId, by, mono)
    }
    const { id: legId, accountId: agentId } = leg
    if (leg.party === 'overflow') return exchange.overflowLost(callId, legId, mono)
    if (agentId === null) return
    const lost = { how: missedHow(cause), by, mono } as const
    await exchange.agentLegLost({ callId, agentId, legId }, lost)
  }

  async #isSaved(leg: Leg, { cause, seen, died }: Gone): Promise<boolean> {
    return !died && (await this.#needs.deadBrowsers.took(leg, cause, seen))
  }
}

function enderOf({ party }: Leg, { seen, died }: Pick<Gone, 'seen' | 'died'>): Ender {
  if (died) return 'telephone'
  if (!seen) return 'unknown'
  return party === 'caller' ? 'caller' : 'agent'
}

/** Q.850: 17 busy, 21 rejected; 19 rang unanswered. */
function missedHow(cause: number | null): 'declined' | 'timeout' | 'failed' {
  if (cause === 17 || cause === 21) return 'declined'
  return cause === 19 ? 'timeout' : 'failed'
}
