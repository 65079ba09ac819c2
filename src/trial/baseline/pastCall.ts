/** A call of the time before, as another telephone system wrote it down. No number, no name, no agent. */
export interface PastCall {
  /** Names it within its source, so that the same one is never counted twice. */
  id: string
  /** The other system's word for what was rung: a queue, a line. */
  queue: string
  /** When it began to wait, in ms since 1970. */
  offeredAt: number
  end: PastEnd
  /** Until it was answered or ended, in whole seconds; null where the source does not say. */
  waitS: number | null
  /** Of the conversation; null without one, or where the source does not say. */
  talkS: number | null
}

/** `left`: by a key of the menu or to another place, neither answered nor given up. `unknown`: the source ends before the call. */
export type PastEnd = 'answered' | 'abandoned' | 'timed-out' | 'left' | 'unknown'

/** What could not be taken as it stands there, or is odd: named and counted, never guessed. */
export interface Oddity {
  /** From 1; null where it is of no one line. */
  line: number | null
  kind: OddityKind
}

export type OddityKind =
  /** Not of the shape of the source. */
  | 'unreadable'
  /** The last line, and no line break after it. */
  | 'truncated'
  /** The end of a call whose beginning is not in the file. */
  | 'no-beginning'
  /** Earlier than the line before it. */
  | 'clock-back'
  /** A wait or a conversation of less than nothing, or of more than a day. */
  | 'impossible-duration'
  /** The file ends before the call does. */
  | 'no-end'
  /** An hour that the city's clock showed twice, or never. */
  | 'unclear-hour'
  /** A call that stands in the file before, word for word. */
  | 'repeated'
  /** A further row of a call that stands in the file before. */
  | 'same-call'
