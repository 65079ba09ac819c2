import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AttemptFacts,
  decidePromise,
  NEWS_DELAY_MS,
  type PromiseFacts,
  RECORD_DELAY_MS,
} from './promiseRule.ts'

const START = Date.parse('2026-11-23T13:00:00Z')
const END = Date.parse('2026-11-23T14:00:00Z')
const at = (ms: number): Date => new Date(ms)
const window = { windowStart: at(START), windowEnd: at(END) }
const attempt = (part: Partial<AttemptFacts>): AttemptFacts => ({
  via: 'asterisk',
  startedAt: at(START),
  rangAt: null,
  answeredAt: null,
  closedAt: null,
  result: null,
  ...part,
})
const closed = (part: Partial<AttemptFacts>): AttemptFacts =>
  attempt({ closedAt: at(END), result: 'no-answer', ...part })
const decide = (attempts: readonly AttemptFacts[], now: number, takenAt: number | null = null) =>
  decidePromise({ ...window, takenAt: takenAt === null ? null : at(takenAt), attempts }, at(now))

describe('kept', () => {
  test.each([
    ['at its first moment', START, 'kept'],
    ['at its last moment', END, 'kept'],
    ['a millisecond before it', START - 1, 'open'],
    ['a millisecond after it', END + 1, 'open'],
  ])('given a telephone that rang %s, the promise is then %2$s', (_when, rangAt, promise) => {
    expect(decide([closed({ rangAt: at(rangAt) })], END).promise).toBe(promise)
  })

  test('given a citizen reached before the window, kept early by so much', () => {
    const reached = closed({ rangAt: at(START - 9000), answeredAt: at(START - 5000), result: 'reached' })
    expect(decide([reached], START - 1000)).toEqual({ promise: 'kept', at: at(START - 5000), earlyMs: 5000 })
  })

  test('given a mailbox before the window, not kept', () => {
    const mailbox = closed({ rangAt: at(START - 9000), answeredAt: at(START - 5000), result: 'voicemail' })
    expect(decide([mailbox], START).promise).toBe('open')
  })

  test('given a telephone that rang before and was answered in the window, kept by the answer', () => {
    const reached = closed({ rangAt: at(START - 10), answeredAt: at(START + 10), result: 'reached' })
    expect(decide([reached], END)).toEqual({ promise: 'kept', at: at(START + 10), earlyMs: null })
  })
})

describe('broken', () => {
  test.each<[string, readonly AttemptFacts[], number | null, string]>([
    ['nobody took it', [], null, 'nobody-took-it'],
    ['somebody took it after the window', [], END + 1, 'nobody-took-it'],
    ['its owner did not call', [], START, 'owner-did-not-call'],
    ['its owner called too late', [attempt({ startedAt: at(END + 1) })], START, 'owner-did-not-call'],
    ['an attempt in the window failed', [closed({ result: 'failed' })], START, 'telephone-failed'],
    [
      'the last attempt in the window was to a number that there is not',
      [closed({ result: 'failed' }), closed({ result: 'failed', heard: 'no-such-number' })],
      START,
      'wrong-number',
    ],
    [
      'the telephone failed after the number was corrected',
      [closed({ result: 'failed', heard: 'no-such-number' }), closed({ result: 'failed' })],
      START,
      'telephone-failed',
    ],
    [
      'only an attempt before the window failed',
      [closed({ result: 'failed', startedAt: at(START - 1) })],
      null,
      'nobody-took-it',
    ],
  ])('given %s, says so and dates it to the window’s end', (_what, attempts, takenAt, cause) => {
    expect(decide(attempts, END + NEWS_DELAY_MS + 1, takenAt)).toEqual({
      promise: 'broken',
      at: at(END),
      cause,
    })
  })

  test('given an attempt under way, waits for the telephone’s news and no longer', () => {
    const underWay = attempt({ startedAt: at(END - 1) })
    expect(decide([underWay], END + NEWS_DELAY_MS).promise).toBe('open')
    expect(decide([underWay], END + NEWS_DELAY_MS + 1).promise).toBe('broken')
  })

  test.each<[string, Partial<AttemptFacts>]>([
    ['on the clerk’s own telephone', { via: 'tel' }],
    ['answered before the window', { rangAt: at(START - 9), answeredAt: at(START - 5) }],
  ])('given an open attempt %s, waits until somebody says what came of it', (_how, part) => {
    expect(decide([attempt(part)], END + RECORD_DELAY_MS).promise).toBe('open')
    expect(decide([attempt(part)], END + RECORD_DELAY_MS + 1).promise).toBe('broken')
  })
})

describe('whatever happened', () => {
  const moment = fc.integer({ min: START - 7_200_000, max: END + 7_200_000 }).map(at)
  const facts: fc.Arbitrary<AttemptFacts> = fc.record({
    via: fc.constantFrom('asterisk', 'tel', 'training'),
    startedAt: moment,
    rangAt: fc.option(moment),
    answeredAt: fc.option(moment),
    closedAt: fc.option(moment),
    result: fc.option(fc.constantFrom('reached', 'busy', 'no-answer', 'voicemail', 'failed')),
  })
  const promise: fc.Arbitrary<PromiseFacts> = fc.record({
    windowStart: fc.constant(at(START)),
    windowEnd: fc.constant(at(END)),
    takenAt: fc.option(moment),
    attempts: fc.array(facts, { maxLength: 4 }),
  })

  test('kept exactly when a telephone rang in the window or somebody was reached until its end', () => {
    fc.assert(
      fc.property(promise, moment, (given, now) => {
        const rang = given.attempts.some(
          ({ rangAt }) => rangAt && rangAt.getTime() >= START && rangAt.getTime() <= END,
        )
        const reached = given.attempts.some(
          ({ result, answeredAt }) => result === 'reached' && answeredAt && answeredAt.getTime() <= END,
        )
        expect(decidePromise(given, now).promise === 'kept').toBe(rang || reached)
      }),
    )
  })

  test('never broken while the window runs, always decided once everybody had time to tell', () => {
    fc.assert(
      fc.property(promise, (given) => {
        expect(decidePromise(given, at(END)).promise).not.toBe('broken')
        expect(decidePromise(given, at(END + RECORD_DELAY_MS + 1)).promise).not.toBe('open')
      }),
    )
  })

  test('broken is dated to the window’s end, whenever it is found out', () => {
    fc.assert(
      fc.property(promise, moment, (given, now) => {
        const verdict = decidePromise(given, now)
        if (verdict.promise === 'broken') expect(verdict.at).toEqual(at(END))
      }),
    )
  })

  test('a verdict stays as time goes on', () => {
    fc.assert(
      fc.property(promise, moment, fc.nat(36_000_000), (given, now, later) => {
        const verdict = decidePromise(given, now)
        if (verdict.promise === 'open') return
        expect(decidePromise(given, at(now.getTime() + later))).toEqual(verdict)
      }),
    )
  })
})
