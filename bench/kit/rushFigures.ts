import type { Answer } from './lean.ts'

export type Kind = 'read' | 'hold' | 'confirm'
export type Side = 'citizens' | 'bots'

/** What a rush has brought, from the askers' side. */
export interface RushFigures {
  /** Milliseconds from the moment a request was due to its whole answer. */
  times: Record<Side, Record<Kind, number[]>>
  /** How often each status was answered: 'citizens hold 409'. */
  answers: Map<string, number>
  /** What should not have been answered. */
  errors: string[]
  /** Acknowledged bookings, by reference: the start. */
  booked: Record<Side, Map<string, string>>
  /** Holds that bots keep without confirming them. */
  kept: number
  visits: number
  /** Visits that ended with nothing, because nothing was left. */
  without: number
  /** Milliseconds after the beginning at which the last place was given; null when some were left. */
  soldOutAfter: number | null
  seconds: number
}

export const noFigures = (): RushFigures => ({
  times: {
    citizens: { read: [], hold: [], confirm: [] },
    bots: { read: [], hold: [], confirm: [] },
  },
  answers: new Map(),
  errors: [],
  booked: { citizens: new Map(), bots: new Map() },
  kept: 0,
  visits: 0,
  without: 0,
  soldOutAfter: null,
  seconds: 0,
})

/** 429 and 503 ask to come back later. */
const EXPECTED: Readonly<Record<Kind, readonly number[]>> = {
  read: [200, 304, 429, 503],
  hold: [201, 409, 429, 503],
  confirm: [201, 429, 503],
}

export function noteAnswer(figures: RushFigures, side: Side, kind: Kind, answer: Answer): void {
  const name = `${side} ${kind} ${answer.status}`
  figures.answers.set(name, (figures.answers.get(name) ?? 0) + 1)
  const isFault = answer.status === 503 && answer.retryAfter === null
  if (!EXPECTED[kind].includes(answer.status) || isFault)
    figures.errors.push(`${name} ${answer.body.toString().slice(0, 200)}`)
}
