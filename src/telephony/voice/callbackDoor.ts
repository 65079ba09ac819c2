import type { CaseNumber } from '../../shared/caseNumber.ts'
import type { Lang } from '../../shared/lang.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import type { TimeRange } from '../../shared/timeRange.ts'

/** What a caller spoke on tape, after agreeing to it by key. */
export interface SpokenReason {
  /** WAV: 8 kHz, one channel, 16 bit. */
  audio: Buffer
  durationMs: number
  consentAt: Date
  recordedAt: Date
}

export interface MenuPromise {
  cityId: string
  callId: string
  lineId: string
  number: PhoneNumber
  window: TimeRange
  lang: Lang
  spoken: SpokenReason | null
}

export type Promising =
  | { ok: true; caseNumber: CaseNumber; window: TimeRange }
  /** Full meanwhile: the next window with room, or none. */
  | { ok: false; next: TimeRange | null }

/** What the telephone asks of the room that promises callbacks; handed in when the house is built. */
export interface CallbackDoor {
  /** The next window in which the line's callback team has room; null when it has none. */
  offerWindow(cityId: string, lineId: string): Promise<TimeRange | null>
  /** Opens a case and promises its callback, both or nothing. */
  promiseByMenu(promise: MenuPromise): Promise<Promising>
}
