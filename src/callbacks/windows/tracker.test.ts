import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DeskState, forecastByWorkAhead } from './forecast.ts'
import { FIRST_THETA, nextTheta, TARGET, thetaFor } from './trackerRule.ts'

const DAY = 420
const CLERKS = 4
const MEAN = 8
const CV = 1.2
const FAR = 1e12

interface Stream {
  /** Whether the offer knows who is absent today. */
  presenceKnown: boolean
  /** What the offer believes a callback takes, as a share of the truth. */
  assumed: number
}

/** Numbers between 0 and 1, the same in every run (Lehmer, 48271). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/**
 * Business minutes of an office: four clerks, each absent on one day in ten, callbacks of lognormal length, days of
 * uneven busyness, one in seven more than foreseen in the second half. Every caller is promised the moment of the forecast.
 * @returns the share of promises that were kept, after the first tenth
 */
function keptShare({ presenceKnown, assumed }: Stream, days: number, seed: number): number {
  const random = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
  const sigma = Math.sqrt(Math.log(1 + CV ** 2))
  const length = () => MEAN * Math.exp(sigma * normal() - sigma ** 2 / 2)
  const [mean, variance] = [MEAN * assumed, (CV * MEAN * assumed) ** 2]
  let theta = FIRST_THETA
  let [kept, decided] = [0, 0]
  const waiting: { due: number; charged: boolean }[] = []
  /** When each clerk who is there is free again. */
  let free: number[] = []
  const charge = (missed: boolean, at: number) => {
    theta = nextTheta(theta, missed)
    if (at < (days * DAY) / 10) return
    decided += 1
    kept += missed ? 0 : 1
  }
  /** Plays the office up to a moment: whoever is free calls the one who is due first; what falls due is charged. */
  const playTo = (now: number) => {
    for (;;) {
      const next = waiting[0]
      const clerk = free.indexOf(Math.min(...free))
      const at = Math.max(free[clerk] ?? FAR, playedTo)
      const due = waiting.find(({ charged }) => !charged)
      if (due && due.due < Math.min(at, now)) {
        due.charged = true
        charge(true, due.due)
        continue
      }
      if (!next || at > now) break
      waiting.shift()
      if (!next.charged) charge(next.due < at, at)
      free[clerk] = at + length()
    }
    playedTo = now
  }
  let playedTo = 0
  for (let day = 0; day < days; day += 1) {
    const begin = day * DAY
    playTo(begin)
    const there = Array.from({ length: CLERKS }, () => random() >= 0.1).filter(Boolean).length
    free = Array.from({ length: there }, (_, i) => Math.max(begin, free[i] ?? begin))
    const busyness = Math.max(0.4, 1 + 0.15 * normal()) * (day > days / 2 ? 1.15 : 1)
    const rate = (0.72 * CLERKS * busyness) / MEAN
    for (let now = begin - Math.log(random()) / rate; now < begin + DAY; now -= Math.log(random()) / rate) {
      playTo(now)
      const believed = presenceKnown ? there : CLERKS
      const inHands = free.filter((at) => at > now).length
      const state: DeskState = {
        now,
        duty: [{ start: now, end: FAR, clerkMs: (FAR - now) * Math.max(believed, 0.5), promisedMs: 0 }],
        open: [{ start: 0, end: 0, workMs: (waiting.length + inHands) * mean }],
        length: { weight: 0, meanMs: mean, variance },
      }
      const due = forecastByWorkAhead(state, { start: now, end: FAR }, theta) ?? FAR
      waiting.push({ due, charged: false })
      waiting.sort((a, b) => a.due - b.due)
    }
  }
  return kept / decided
}

describe('in the long run 95 of 100 promises are kept', () => {
  test.each([
    ['only the roster is known', { presenceKnown: false, assumed: 1 }],
    ['who is there is known', { presenceKnown: true, assumed: 1 }],
    ['lengths are believed 20 % too short', { presenceKnown: true, assumed: 0.8 }],
  ])(
    'given that %s',
    (_what, stream) => {
      expect(Math.abs(keptShare(stream, 400, 20_261_122) - TARGET)).toBeLessThan(0.01)
    },
    30_000,
  )
})

describe('the tracker', () => {
  const theta = fc.double({ min: 0, max: 8, noNaN: true })

  test('given any promise, a broken one makes offers more careful and a kept one less, within the range', () => {
    fc.assert(
      fc.property(theta, (before) => {
        expect(nextTheta(before, true)).toBeGreaterThanOrEqual(before)
        expect(nextTheta(before, false)).toBeLessThanOrEqual(before)
        expect(nextTheta(before, true)).toBeLessThanOrEqual(8)
        expect(nextTheta(before, false)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('given one miss in twenty, stays where it is', () => {
    const outcomes = Array.from({ length: 2000 }, (_, i) => i % 20 === 7)
    expect(outcomes.reduce(nextTheta, FIRST_THETA)).toBeCloseTo(FIRST_THETA, 6)
  })

  test('given no roster, only what was learnt beyond the beginning counts', () => {
    expect(thetaFor(FIRST_THETA, false)).toBe(0)
    expect(thetaFor(FIRST_THETA + 1, false)).toBeCloseTo(1)
    expect(thetaFor(0.2, true)).toBe(0.2)
  })
})
