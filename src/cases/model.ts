import type { CaseNumber } from '../shared/caseNumber.ts'
import type { PageLanguage } from '../platform/ui/language.ts'
import type { Speech } from '../shared/speech.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'

export type Channel = 'phone' | 'web' | 'email' | 'counter'
export type CaseState = 'open' | 'settled' | 'not-reached' | 'withdrawn'
/** How an open case ends. */
export type CaseOutcome = Exclude<CaseState, 'open'>
/** What the first contact led to. */
export type IntakeOutcome = 'callback' | 'settled' | 'hand-over' | 'appointment' | 'report'

/** What a citizen wants. */
export interface Case {
  id: string
  number: CaseNumber
  channel: Channel
  /** From a training call: marked everywhere, counted nowhere. */
  practice: boolean
  callId: string | null
  /** The line the citizen called; its number is shown when we call back. */
  lineId: string | null
  /** The team that works it. */
  teamId: string
  serviceId: string | null
  reason: string
  contactName: string | null
  contactPhone: PhoneNumber | null
  contactEmail: string | null
  /** Mail to that address comes back. */
  emailRefused: boolean
  /** In which words the person is told. */
  contactLang: PageLanguage
  /** What the person speaks with us. */
  language: Speech
  state: CaseState
  openedAt: Date
  closedAt: Date | null
}

/** An event of a case's history as the timeline needs it. */
export interface HistoryEntry {
  at: Date
  kind: string
  data: unknown
  /** Name of the account that did it; null for everybody else. */
  by: string | null
}
