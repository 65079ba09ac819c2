import { LEAST_SHOWN } from '../callbackFigures/contract.ts'
import type { DayTally } from '../plan/figures.ts'
import type { TrialInputs } from './inputs.ts'

/** A day for everybody to read: `null` where fewer than five are to count, or where nobody counted. */
export interface DayRow {
  period: 'baseline' | 'trial'
  day: string
  /** It was named as special before, and does not count. */
  special: boolean
  offered: number | null
  answered: number | null
  answered15: number | null
  answered20: number | null
  answered30: number | null
  abandoned: number | null
  /** Denominators of the second formula: answered, or given up after so many seconds. */
  decided15: number | null
  decided20: number | null
  decided30: number | null
  lostAtClosing: number | null
  repeated: number | null
  closed: number | null
  blocked: number | null
  callbacks: { kept: number; of: number } | null
  settledInCall: { kept: number; of: number } | null
  /** Answered within 24 service hours. */
  answered24: { kept: number; of: number } | null
}

/** All days of both periods in their order. */
export const dayRows = ({ baseline, trial }: Pick<TrialInputs, 'baseline' | 'trial'>): DayRow[] =>
  (
    [
      ['baseline', baseline],
      ['trial', trial],
    ] as const
  ).flatMap(([period, { days, special }]) =>
    [
      ...days.map((day) => rowOf(period, day, false)),
      ...special.map((day) => rowOf(period, day, true)),
    ].toSorted((one, other) => (one.day < other.day ? -1 : 1)),
  )

function rowOf(period: DayRow['period'], tally: DayTally, special: boolean): DayRow {
  const enough = tally.offered >= LEAST_SHOWN
  const { day } = tally
  const shown = (count: number | null | undefined) => (enough ? (count ?? null) : null)
  return {
    period,
    day,
    special,
    offered: shown(tally.offered),
    answered: shown(tally.answered),
    answered15: shown(tally.answered15),
    answered20: shown(tally.answered20),
    answered30: shown(tally.answered30),
    abandoned: shown(tally.abandoned),
    decided15: shown(tally.promiseDecided),
    decided20: shown(tally.decided20),
    decided30: shown(tally.decided30),
    lostAtClosing: shown(tally.lostAtClosing),
    repeated: shown(tally.repeated),
    closed: shown(tally.closed),
    blocked: shown(tally.blocked),
    callbacks: pairOf(tally.callbacksKept, tally.callbacksDecided),
    settledInCall: pairOf(tally.settledInCall, tally.opened),
    answered24: pairOf(tally.answered24, tally.decided24),
  }
}

const pairOf = (kept: number | null = null, of: number | null = null) =>
  kept === null || of === null || of < LEAST_SHOWN ? null : { kept, of }
