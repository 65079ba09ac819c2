import { describe, expect, test } from 'vitest'
import { datesBetween, dayNumber, isoWeekday } from '../../shared/dayClock.ts'
import { randomFrom } from '../comparison/random.ts'
import { emptyFigures } from '../figuresFromEvents.ts'
import { dayTally, type DayTally, FIGURE_RULES } from '../plan/figures.ts'
import { aPlan } from '../trial.testkit.ts'
import { costOf, waitsOf } from './costOf.ts'
import { dayRows } from './dayRows.ts'
import { hashOf } from './hashOf.ts'
import type { TrialInputs } from './inputs.ts'
import { judge } from './judge.ts'
import { tallyOf } from './tallyOf.ts'

const random = randomFrom(7)
const isWeekday = (day: string): boolean => isoWeekday(dayNumber(day)) <= 5

/** A hundred calls a day, so many of them answered within 15 s, some more or less. */
const tally = (day: string, fast: number, callbacks: number | null): DayTally => {
  const answered15 = fast + Math.floor(random() * 7) - 3
  return {
    day,
    offered: 100,
    answered: 90,
    answered15,
    answered20: answered15,
    answered30: 90,
    abandoned: 10,
    promiseKept: answered15,
    promiseDecided: 98,
    waitMs: 90 * (fast > 50 ? 5_000 : 600_000),
    callbacksKept: callbacks,
    callbacksDecided: callbacks === null ? null : 20,
    opened: callbacks === null ? null : 80,
    settledInCall: callbacks === null ? null : 40,
  }
}
const period = (from: string, to: string, fast: number, callbacks: number | null) => ({
  days: datesBetween(from, to)
    .filter(isWeekday)
    .map((day) => tally(day, fast, callbacks)),
  special: [],
  leftOut: [],
})
const inputs: TrialInputs = {
  plan: aPlan({
    targets: [
      { figure: 'answered15', share: 0.8 },
      { figure: 'abandoned', share: 0.05 },
      { figure: 'callbacks', share: 0.9 },
    ],
  }),
  trialId: '0190a5d0-0000-7000-8000-0000000000ab',
  baseline: period('2026-06-01', '2026-08-28', 20, null),
  trial: period('2026-09-14', '2026-10-13', 88, 19),
  work: { answered: 1_980, talkMs: 3_600_000, clerkMs: 7_200_000, opened: 1_760, settled: 1_500 },
}

describe('the result of a trial', () => {
  test('given a plain change, says so; less is better where it is; what nobody counted before has no change', () => {
    const { answer, figures, recommendation } = judge(inputs)
    expect(answer).toBe('better')
    expect(figures.map(({ figure, verdict }) => [figure, verdict])).toEqual([
      ['answered15', 'met'],
      ['abandoned', 'not-met'],
      ['callbacks', 'met'],
    ])
    expect(recommendation).toBe('adapt')
    const [answered, abandoned, callbacks] = figures
    expect(answered!.change!.value).toBeCloseTo(0.68, 1)
    expect(answered!.change).toMatchObject({ stands: true })
    expect(abandoned!.change).toMatchObject({ value: 0, stands: false })
    expect(callbacks).toMatchObject({
      before: null,
      change: null,
      level: null,
      trial: { kept: 418, of: 440 },
    })
  })

  test('given no day before, or none of the trial, compares nothing and guesses nothing', () => {
    const nothing = { days: [], special: [], leftOut: [] }
    expect(judge({ ...inputs, baseline: nothing })).toMatchObject({
      answer: 'nothing-before',
      sensitivity: [],
    })
    const empty = judge({ ...inputs, trial: nothing })
    expect(empty).toMatchObject({ answer: 'not-known', recommendation: 'undecided' })
    expect(empty.figures.every(({ verdict }) => verdict === 'not-enough-data')).toBe(true)
  })

  test('given a week only, a figure has no range, and no target is decided', () => {
    const week = { ...inputs.trial, days: inputs.trial.days.slice(0, 4) }
    const { figures } = judge({ ...inputs, trial: week })
    expect(figures.map(({ trial, verdict }) => [trial!.low, verdict])).toEqual(
      figures.map(() => [null, 'not-enough-data']),
    )
  })

  test('given the same inputs, has the same digits; given another trial, other draws', () => {
    expect(judge(structuredClone(inputs))).toEqual(judge(inputs))
    const other = judge({ ...inputs, trialId: '0190a5d0-0000-7000-8000-0000000000ac' })
    expect(other.figures[0]!.change!.low).not.toBe(judge(inputs).figures[0]!.change!.low)
  })
})

test('given members in another order, the fingerprint is the same; given another figure, another one', () => {
  const turned = Object.fromEntries(Object.entries(inputs).toReversed()) as unknown as TrialInputs
  expect(hashOf(turned)).toBe(hashOf(inputs))
  expect(hashOf({ ...inputs, work: { ...inputs.work, settled: 1_501 } })).not.toBe(hashOf(inputs))
})

test.each([
  [{ per: 'call', cents: 250 }, 495_000],
  [{ per: 'minute', cents: 90 }, 5_400],
  [{ per: 'flat', cents: 990_000 }, 990_000],
] as const)(
  'given the price %o, the provider costs %d cents; two hours of clerks at 45 euros are added',
  (price, cents) => {
    const { plan, work } = inputs
    expect(costOf({ plan: { ...plan, price }, work })).toEqual({
      providerCents: cents,
      staffCents: 9_000,
      settled: 1_500,
      perSettledCents: Math.round((cents + 9_000) / 1_500),
    })
    expect(costOf({ plan, work: { ...work, settled: 0 } }).perSettledCents).toBeNull()
  },
)

test('given ten minutes before and five seconds now, each of 90 answered on 22 days is saved the rest', () => {
  expect(waitsOf(inputs)).toEqual({
    beforeMs: 600_000,
    trialMs: 5_000,
    savedMs: 595_000 * 90 * 22,
    wholeTrialMs: null,
  })
  const days = inputs.trial.days.map((day) => ({ ...day, wholeWaitMs: 90 * 7_000 }))
  expect(waitsOf({ ...inputs, trial: { ...inputs.trial, days } })).toMatchObject({
    trialMs: 5_000,
    wholeTrialMs: 7_000,
  })
})

test('given who gave up early and late, the second formula leaves out the early ones, in whole buckets', () => {
  const waits = {
    answered5s: 60,
    answered20s: 20,
    answered30s: 5,
    answeredMore: 5,
    abandoned20s: 4,
    abandonedMore: 6,
  }
  const counted = tallyOf({ ...emptyFigures('2026-09-14'), waits })
  expect(counted).toMatchObject({ answered20: 80, decided20: 96, answered30: 85, decided30: 96 })
  expect(FIGURE_RULES.level20.of(counted)).toEqual({ kept: 80, of: 96 })
  // A trial that was counted before anybody counted this stays readable.
  const { decided20: _, lostAtClosing: __, ...before } = counted
  expect(dayTally.parse(before)).toEqual(before)
  expect(FIGURE_RULES.level20.of(before)).toBeNull()
  expect(FIGURE_RULES.lostAtClosing.of(before)).toBeNull()
})

test('given days with fewer than five to count, everybody sees that and no figure', () => {
  const quiet = { ...inputs.trial.days[0]!, offered: 4, callbacksDecided: 4, opened: 5 }
  const [row] = dayRows({
    baseline: { days: [], special: [], leftOut: [] },
    trial: { ...inputs.trial, days: [quiet] },
  })
  expect(row).toMatchObject({
    offered: null,
    answered15: null,
    callbacks: null,
    settledInCall: { kept: 40, of: 5 },
  })
})
