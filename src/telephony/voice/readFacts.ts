import { diallingOf, serviceHoursOf } from '../../city/index.ts'
import type { Platform } from '../../platform/context.ts'
import type { Caller, State } from '../distribution/model.ts'
import { callById } from '../store.ts'
import type { CallbackDoor } from './callbackDoor.ts'
import { callableNumber } from './callableNumber.ts'
import type { Facts, MenuRules, Occasion } from './menu.model.ts'
import * as store from './store.ts'
import { estimateWait, minutesToSay } from './waitRule.ts'

const LATELY_MS = 30 * 60_000
const DAY_MS = 86_400_000

export interface FactsNeeds {
  platform: Platform
  callbacks: CallbackDoor | null
}

/** Whom the dialogue is with. */
export interface Spoken {
  cityId: string
  callId: string
  lineId: string
  occasion: Occasion
  lang: Facts['lang']
  /** Who waits; null outside service hours. */
  queue: State | null
}

/** Everything the dialogue begins with, as it is now. */
export async function readFacts(
  { platform, callbacks }: FactsNeeds,
  { cityId, callId, lineId, occasion, lang, queue }: Spoken,
): Promise<{ facts: Facts; rules: MenuRules }> {
  const { db, clock } = platform
  const now = clock.now()
  const [dialling, hours, call, window] = await Promise.all([
    diallingOf(db, cityId),
    serviceHoursOf(db, cityId),
    callById(db, cityId, callId),
    callbacks?.offerWindow(cityId, lineId) ?? null,
  ])
  const position = queue && placeInLine(queue, callId)
  const rules = {
    timeZone: hours.timeZone,
    callable: (keyed: string) => callableNumber(keyed, dialling.areaCode, dialling.allowed, dialling.own),
  }
  const unstaffed = occasion === 'closed' && hours.isOpen(now)
  const facts = {
    occasion,
    lang,
    window,
    caller: call?.caller ? rules.callable(call.caller) : null,
    position,
    waitMinutes:
      position === null ? null : await expectedMinutes(platform, { cityId, callId, lineId }, position),
    unstaffed,
    opens: occasion === 'closed' && !unstaffed ? (hours.nextOpening(now)?.start ?? null) : null,
  }
  return { facts, rules }
}

/** From 1: callers on the same line who are served before; null for who does not wait. */
export function placeInLine({ callers }: Pick<State, 'callers'>, callId: string): number | null {
  const own = callers.get(callId)
  if (!own || own.connected) return null
  const before = [...callers.values()].filter(
    (other) =>
      other.lineId === own.lineId && !other.connected && other.onlyFor === null && isBefore(other, own),
  )
  return before.length + 1
}

const isBefore = (a: Caller, b: Caller): boolean =>
  a.priority > b.priority ||
  (a.priority === b.priority && (a.since < b.since || (a.since === b.since && a.id < b.id)))

/** Writes the estimate down, and says it only if those of the last day were right. */
async function expectedMinutes(
  { db, clock }: Platform,
  { cityId, callId, lineId }: Pick<Spoken, 'cityId' | 'callId' | 'lineId'>,
  position: number,
): Promise<number | null> {
  const now = clock.now()
  const since = new Date(now.getTime() - LATELY_MS)
  const expectedMs = estimateWait(position, await store.paceOf(db, cityId, lineId, { since, now }))
  if (expectedMs === null) return null
  await store.saveEstimate(db, { cityId, callId, at: now, expectedMs })
  return minutesToSay(expectedMs, await store.testsSince(db, cityId, new Date(now.getTime() - DAY_MS)))
}
