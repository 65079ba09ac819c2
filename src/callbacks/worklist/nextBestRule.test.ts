import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, isUrgent, rankNext, slackOf } from './nextBestRule.ts'

const NOW = Date.parse('2026-11-23T13:20:00Z')
const MINUTE = 60_000

const given = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  practice: false,
  promise: 'open',
  promisedAt: NOW - 60 * MINUTE,
  due: { start: NOW - 20 * MINUTE, end: NOW + 40 * MINUTE },
  workMs: 10 * MINUTE,
  attempts: 0,
  whose: 'team',
  spoken: true,
  ...more,
})
const later = { start: NOW + 40 * MINUTE, end: NOW + 100 * MINUTE }
const order = (...candidates: Candidate[]): string[] => rankNext(candidates, NOW).map(({ id }) => id)

describe('what is due', () => {
  test('given two windows, the one with less time left after its work comes first', () => {
    const short = given('short', { due: { start: NOW - MINUTE, end: NOW + 20 * MINUTE } })
    const long = given('long', { due: { start: NOW - MINUTE, end: NOW + 30 * MINUTE }, workMs: 25 * MINUTE })
    expect(order(short, long)).toEqual(['long', 'short'])
  })

  test('given a broken promise that is still owed, it comes before every other of the team', () => {
    const broken = given('broken', {
      promise: 'broken',
      due: { start: NOW - MINUTE, end: NOW + 90 * MINUTE },
    })
    expect(rankNext([given('tight', { workMs: 39 * MINUTE }), broken], NOW)[0]).toEqual({
      id: 'broken',
      why: 'broken',
    })
  })

  test('given one that waits for me, it is first, and one for a colleague is not offered', () => {
    const mine = given('mine', { whose: 'mine' })
    const other = given('other', { whose: 'other' })
    expect(order(given('tight', { workMs: 39 * MINUTE }), other, mine)).toEqual(['mine', 'tight'])
  })

  test('given a colleague’s whose call would not fit any more, it is offered to all', () => {
    expect(order(given('late', { whose: 'other', workMs: 40 * MINUTE }))).toEqual(['late'])
    expect(order(given('fits', { whose: 'other', workMs: 40 * MINUTE - 1 }))).toEqual([])
  })

  test('given a language that I do not speak, it comes after what I speak, before nothing at all', () => {
    const foreign = given('foreign', { spoken: false, promise: 'broken' })
    expect(order(foreign, given('german'))).toEqual(['german', 'foreign'])
    expect(rankNext([given('foreign', { spoken: false })], NOW)[0]?.why).toBe('not-spoken')
  })
})

describe('what is not due', () => {
  test('given something due, nothing early is offered', () => {
    expect(order(given('later', { due: later, whose: 'mine' }), given('due'))).toEqual(['due'])
  })

  test('given nothing due, what begins first is offered, and why', () => {
    expect(rankNext([given('later', { due: later })], NOW)).toEqual([{ id: 'later', why: 'early' }])
  })

  test('given a planned retry, it is never early', () => {
    expect(order(given('retry', { due: later, attempts: 1 }))).toEqual([])
    expect(order(given('retry', { attempts: 1 }))).toEqual(['retry'])
  })
})

const candidate = fc.record({
  id: fc.uuid(),
  practice: fc.boolean(),
  promise: fc.constantFrom<Candidate['promise'][]>('open', 'kept', 'broken'),
  promisedAt: fc.integer({ min: NOW - 600 * MINUTE, max: NOW }),
  due: fc
    .tuple(fc.integer({ min: -120, max: 120 }), fc.integer({ min: 1, max: 120 }))
    .map(([from, length]) => ({ start: NOW + from * MINUTE, end: NOW + (from + length) * MINUTE })),
  workMs: fc.integer({ min: MINUTE, max: 40 * MINUTE }),
  attempts: fc.integer({ min: 0, max: 2 }),
  whose: fc.constantFrom<Candidate['whose'][]>('mine', 'stand-in', 'team', 'other'),
  spoken: fc.boolean(),
})
const many = fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 30 })

describe('for any list', () => {
  test('the order does not depend on how it was read', () => {
    fc.assert(
      fc.property(many, (list) => {
        expect(rankNext(list.toReversed(), NOW)).toEqual(rankNext(list, NOW))
      }),
    )
  })

  test('nobody is given an early one while something due may be taken, and a due one is never lost', () => {
    fc.assert(
      fc.property(many, (list) => {
        const due = list.filter(
          (one) => one.due.start <= NOW && (one.whose !== 'other' || isUrgent(one, NOW)),
        )
        const ranked = rankNext(list, NOW)
        if (due.length > 0)
          expect(new Set(ranked.map(({ id }) => id))).toEqual(new Set(due.map(({ id }) => id)))
        else expect(ranked.every(({ why }) => why === 'early')).toBe(true)
      }),
    )
  })

  test('among open promises of the team in a spoken language, the first has the least slack', () => {
    fc.assert(
      fc.property(many, (list) => {
        const plain = list.map((one) => ({
          ...one,
          practice: false,
          promise: 'open' as const,
          whose: 'team' as const,
          spoken: true,
        }))
        const due = plain.filter((one) => one.due.start <= NOW)
        const first = plain.find(({ id }) => id === rankNext(plain, NOW)[0]?.id)
        if (!first || due.length === 0) return
        expect(slackOf(first, NOW)).toBe(Math.min(...due.map((one) => slackOf(one, NOW))))
      }),
    )
  })
})
