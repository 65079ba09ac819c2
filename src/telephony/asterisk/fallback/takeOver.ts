// Back from being away: the calls that the dialplan served meanwhile come into the records, with what is known of them.
import { lineByNumber, isLineOpen } from '../../../city/index.ts'
import { newId } from '../../../platform/ids.ts'
import { callerNumber } from '../../../shared/callerNumber.ts'
import { promiseAtAnswer } from '../../exchange/answerPromise.ts'
import type { Elsewhere } from '../../exchange/ending.ts'
import type { Exchange } from '../../exchange/exchange.ts'
import type { Answer, Arrival } from '../../exchange/liveCall.ts'
import * as store from '../../store.ts'
import type { IncomingNeeds } from '../incoming.ts'
import { emptyLines, readJournal, type JournalLine } from './journal.ts'

/** The dialplan counts whole seconds: nothing that is told of it is better than it was. */
const REST_OF_SECOND_MS = 999
/** A channel that came in after the list of channels was made is not missing. */
const JUST_NOW_MS = 10_000

export interface JournalNeeds extends IncomingNeeds {
  /** A conversation in the fallback is over. Only softphones that were ready are rung there. */
  onFallbackOver(cityId: string, accountId: string): Promise<void>
}

export class FallbackJournal {
  readonly #needs: JournalNeeds
  /** Agents whose softphone the dialplan uses, by line of the journal. */
  readonly #engaged = new Map<number, { exchange: Exchange; agentId: string }>()
  readonly #recorded = new Set<number>()

  constructor(needs: JournalNeeds) {
    this.#needs = needs
  }

  /** @param here ids of the channels that Asterisk has now. @returns how many calls came on record */
  async takeOver(here: ReadonlySet<string>): Promise<number> {
    const { ari } = this.#needs
    const lines = (await readJournal(ari)).map((line) => withoutChannel(line, here))
    let recorded = 0
    for (const line of lines) {
      if (line.state === 'talking') await this.#engage(line)
      else if (line.state !== 'waiting') await this.#release(line)
      if (line.state === 'waiting' || line.state === 'returned' || this.#recorded.has(line.no)) continue
      if (await this.#record(line)) recorded += 1
      this.#recorded.add(line.no)
    }
    const isOpen = ({ state }: JournalLine): boolean => state === 'waiting' || state === 'talking'
    const done = lines.filter((line) => !isOpen(line))
    await emptyLines(ari, done, lines.filter(isOpen))
    for (const { no } of done) this.#recorded.delete(no)
    return recorded
  }

  /** Another process may be in charge from now on; it reads the journal itself. */
  clear(): void {
    this.#engaged.clear()
    this.#recorded.clear()
  }

  /** Who talks in the fallback has no hand free for a caller of ours. */
  async #engage({ no, called, accountId }: JournalLine): Promise<void> {
    if (accountId === null || this.#engaged.has(no)) return
    const line = await this.#lineOf(called)
    if (!line) return
    const exchange = this.#needs.exchangeOf(line.cityId)
    this.#engaged.set(no, { exchange, agentId: accountId })
    await exchange.tell({ kind: 'dial-started', agentId: accountId })
  }

  async #release({ no, called, accountId, state }: JournalLine): Promise<void> {
    const engaged = this.#engaged.get(no)
    this.#engaged.delete(no)
    await engaged?.exchange.tell({ kind: 'dial-ended', agentId: engaged.agentId })
    if (accountId === null || state !== 'talked') return
    const line = await this.#lineOf(called)
    if (line) await this.#needs.onFallbackOver(line.cityId, accountId)
  }

  async #record(line: JournalLine): Promise<boolean> {
    const { platform, exchangeOf, legs } = this.#needs
    const leg = legs.get(line.channelId)
    if (leg?.callId) {
      const exchange = exchangeOf(leg.cityId)
      const call = exchange.calls.get(leg.callId)
      if (!call) return false
      // Its channel may live on where it is; it is no leg of ours any more.
      await legs.end(line.channelId, null)
      await exchange.endElsewhere(call.id, elsewhere(line, call.offeredAt))
      return true
    }
    const city = await this.#lineOf(line.called)
    if (!city || (await store.callBySource(platform.db, city.cityId, line.channelId))) return false
    const offeredAt = new Date(line.began * 1000)
    const arrival: Arrival = {
      callId: newId(),
      source: 'asterisk',
      sourceKey: line.channelId,
      line: city,
      caller: callerNumber(line.calling),
      offeredAt,
      offeredMono: monoOf(offeredAt),
      onlyFor: null,
    }
    const outcome = elsewhere(line, offeredAt)
    const isClosed = outcome.answer === null && !(await isLineOpen(platform.db, city, offeredAt))
    await exchangeOf(city.cityId).noteElsewhere(
      arrival,
      isClosed ? { ...outcome, reason: 'closed' } : outcome,
    )
    return true
  }

  async #lineOf(called: string) {
    const { platform, carries } = this.#needs
    const number = callerNumber(called)
    const line = number ? await lineByNumber(platform.db, number) : null
    return line && carries(line.cityId) ? line : null
  }
}

/** What became of a call in the fallback. A person who answered there is a person; who heard the message got none. */
export function elsewhere(line: JournalLine, offeredAt: Date): Elsewhere {
  const mono = monoOf(new Date(line.at * 1000))
  const answer = answerIn(line, offeredAt)
  if (answer) return { reason: 'handed-over', mono: Math.max(mono, answer.mono), answer }
  return { reason: line.state === 'left' ? 'abandoned' : 'telephone-lost', mono, answer: null }
}

function answerIn({ state, answered, accountId }: JournalLine, offeredAt: Date): Answer | null {
  if (answered === null || (state !== 'talking' && state !== 'talked')) return null
  const at = new Date(answered * 1000 + REST_OF_SECOND_MS)
  const waitMs = Math.max(0, at.getTime() - offeredAt.getTime())
  const promise = promiseAtAnswer({ waitMs, missed: 0, obstacle: null, linkLost: true })
  return { agentId: accountId, mono: monoOf(at), waitMs, promise }
}

/** A channel that is gone without a last note: what was noted before is the last that is known. */
function withoutChannel(line: JournalLine, here: ReadonlySet<string>): JournalLine {
  if (here.has(line.channelId) || Date.now() - line.at * 1000 < JUST_NOW_MS) return line
  if (line.state === 'waiting') return { ...line, state: 'left' }
  return line.state === 'talking' ? { ...line, state: 'talked' } : line
}

const monoOf = (at: Date): number => performance.now() - (Date.now() - at.getTime())
