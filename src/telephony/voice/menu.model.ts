import type { CaseNumber } from '../../shared/caseNumber.ts'
import type { Lang } from '../../shared/lang.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import type { TimeRange } from '../../shared/timeRange.ts'

/** Why a caller is spoken to: in the queue, at the end of the service hours, or calling outside them. */
export type Occasion = 'waiting' | 'closing' | 'closed'

/** Where in the dialogue a caller is. `leaving` and `done` only wait for the end of what is being said. */
export type Place =
  | 'offer'
  | 'number'
  | 'key-in'
  | 'reason'
  | 'recording'
  | 'promising'
  | 'again'
  | 'leaving'
  | 'done'
  | 'over'

/** What is known when a dialogue begins. Instants are epoch milliseconds. */
export interface Facts {
  occasion: Occasion
  lang: Lang
  /** When we could call back; null when nothing can be promised. */
  window: TimeRange | null
  /** The number the caller called from, if it can be called; null when withheld. */
  caller: PhoneNumber | null
  /** Place in line, from 1; null outside service hours. */
  position: number | null
  /** Expected wait, only where today's estimates were right. */
  waitMinutes: number | null
  /** The city is open, and this line is not: a lead closed it. */
  unstaffed: boolean
  /** When the city opens next; null when nobody knows. */
  opens: number | null
}

export interface Menu extends Facts {
  at: Place
  /** The number to call back. */
  number: PhoneNumber | null
  keyed: string
  /** How often this place was repeated. */
  repeats: number
  /** Agents are kept away from this caller. */
  held: boolean
  /** When the caller agreed to a recording by key. */
  consentAt: number | null
}

export type MenuEvent = { readonly at: number } & (
  | { readonly kind: 'digit'; readonly digit: string }
  /** Nothing was pressed in the time this place gives. */
  | { readonly kind: 'silence' }
  /** All that was to be said is said. */
  | { readonly kind: 'played' }
  | { readonly kind: 'recorded' }
  | { readonly kind: 'promised'; readonly caseNumber: CaseNumber; readonly window: TimeRange }
  /** The window has no room any more; the next one that has, or null. */
  | { readonly kind: 'full'; readonly next: TimeRange | null }
  | { readonly kind: 'failed' }
  | { readonly kind: 'gone' }
)

export type MenuAction =
  /** No agent is offered this caller from now on; the place in line stays. */
  | { readonly kind: 'hold' }
  /** Back in the queue, at the old place. */
  | { readonly kind: 'release' }
  | { readonly kind: 'record' }
  | { readonly kind: 'promise'; readonly number: PhoneNumber; readonly window: TimeRange }
  /** The dialogue is over, the caller waits on. */
  | { readonly kind: 'music' }
  | { readonly kind: 'hang-up' }

export interface MenuRules {
  /** IANA name. */
  readonly timeZone: string
  /** The number as it would be dialled, or null when it must not be. */
  callable(keyed: string): PhoneNumber | null
}

export interface MenuStep {
  readonly menu: Menu
  /** Names of prompts; what was being said before is broken off when there are any. */
  readonly say: readonly string[]
  readonly actions: readonly MenuAction[]
}
