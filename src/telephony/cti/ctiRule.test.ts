import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newsOf, type ToldCall } from './ctiNews.ts'
import {
  CTI_CAUSES,
  type CtiCause,
  type CtiFacts,
  join,
  settleSilence,
  silentFrom,
  SILENT_CONNECTED_MS,
  SILENT_WAITING_MS,
  truthOf,
} from './ctiRule.ts'

const T = Date.parse('2026-11-23T08:00:00Z')
const NOTHING: CtiFacts = {
  newCallAt: null,
  answerAt: null,
  hangupAt: null,
  direction: 'in',
  lineId: 'a',
  caller: null,
  cause: null,
  answeredBy: null,
  silent: false,
}
const newCall = (ms: number): CtiFacts => ({ ...NOTHING, newCallAt: T + ms })
const answer = (ms: number): CtiFacts => ({ ...NOTHING, answerAt: T + ms })
const hangup = (ms: number, cause: CtiCause): CtiFacts => ({ ...NOTHING, hangupAt: T + ms, cause })
const all = (...facts: readonly CtiFacts[]): CtiFacts => facts.reduce(join)
const truth = (...facts: readonly CtiFacts[]) => truthOf(all(...facts), true)

const at = fc.integer({ min: 0, max: 120_000 }).map((ms) => T + ms)
const said = fc
  .record({
    event: fc.constantFrom('newCall', 'answer', 'hangup'),
    at,
    direction: fc.constantFrom('in', 'out'),
    lineId: fc.constantFrom('a', 'b'),
    caller: fc.constantFrom(null, '+4923061', '+4923062'),
    cause: fc.constantFrom(...CTI_CAUSES),
    answeredBy: fc.constantFrom(null, '21', '22'),
  })
  .map(({ event, at: ms, cause, ...rest }): CtiFacts => {
    const time = { newCall: newCall(ms - T), answer: answer(ms - T), hangup: hangup(ms - T, cause) }[event]
    return { ...time, ...rest }
  })

describe('joining what was said of a call', () => {
  test('given any two or three facts, it is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(said, said, said, (a, b, c) => {
        expect(join(a, b)).toEqual(join(b, a))
        expect(join(join(a, b), c)).toEqual(join(a, join(b, c)))
        expect(join(a, a)).toEqual(a)
      }),
    )
  })

  test('given a call closed by silence, later facts change nothing', () => {
    const closed = { ...newCall(0), silent: true }
    expect(join(closed, hangup(5, 'cancel'))).toEqual(closed)
    expect(join(hangup(5, 'cancel'), closed)).toEqual(closed)
  })
})

describe('the truth of a call', () => {
  test.each([
    ['newCall', [newCall(0)], 'waiting', null, null, 'open', null],
    ['answer after 9 s', [newCall(0), answer(9_000)], 'connected', null, 9_000, 'kept', null],
    ['answer after exactly 15 s', [newCall(0), answer(15_000)], 'connected', null, 15_000, 'kept', null],
    ['answer 1 ms too late', [newCall(0), answer(15_001)], 'connected', null, 15_001, 'broken', 'unknown'],
    ['answer without newCall', [answer(0)], 'connected', null, null, null, null],
    ['answer overtook newCall', [answer(0), newCall(300)], 'connected', null, 0, 'kept', null],
    ['newCall far too late', [answer(0), newCall(15_001)], 'connected', null, null, null, null],
    ['gave up after 8 s', [newCall(0), hangup(8_000, 'cancel')], 'ended', 'abandoned', 8_000, null, null],
    [
      'gave up after 21 s',
      [newCall(0), hangup(21_000, 'cancel')],
      'ended',
      'abandoned',
      21_000,
      'broken',
      'caller-left',
    ],
    ['busy', [newCall(0), hangup(50, 'busy')], 'ended', 'busy', null, 'broken', 'all-busy'],
    [
      'nobody answered',
      [newCall(0), hangup(60_000, 'noAnswer')],
      'ended',
      'abandoned',
      60_000,
      'broken',
      'ring-no-answer',
    ],
    ['congestion', [newCall(0), hangup(50, 'congestion')], 'ended', 'failed', null, 'broken', 'trunk-down'],
    ['forwarded', [newCall(0), hangup(50, 'forwarded')], 'ended', 'handed-over', null, null, null],
    [
      'answer event lost',
      [newCall(0), hangup(90_000, 'normalClearing')],
      'ended',
      'unknown-end',
      null,
      null,
      null,
    ],
    ['only the hangup', [hangup(0, 'cancel')], 'ended', 'abandoned', null, null, null],
    [
      'spoken to the end',
      [newCall(0), answer(9_000), hangup(60_000, 'normalClearing')],
      'ended',
      'caller-hung-up',
      9_000,
      'kept',
      null,
    ],
  ] as const)('given %s, it is worked out', (_, facts, state, endReason, waitMs, promise, promiseCause) => {
    expect(truth(...facts)).toMatchObject({ state, endReason, waitMs, promise, promiseCause })
  })

  test('given the city is closed, nothing is promised and an unanswered call heard that', () => {
    const unanswered = truthOf(all(newCall(0), hangup(21_000, 'cancel')), false)
    expect(unanswered).toMatchObject({ endReason: 'closed', waitMs: null, promise: null })
    expect(truthOf(all(newCall(0), answer(30_000)), false)).toMatchObject({ waitMs: 30_000, promise: null })
  })

  test('given an outgoing call, nothing is promised', () => {
    expect(truthOf({ ...all(newCall(0), answer(30_000)), direction: 'out' }, true).promise).toBeNull()
  })

  test('given a hangup that overtook its answer, the talk is not known and nothing runs backwards', () => {
    const call = truth(newCall(0), hangup(9_000, 'normalClearing'), answer(9_200))
    expect(call).toMatchObject({ answeredAt: T + 9_000, endedAt: T + 9_000, talkMs: null, waitMs: 9_000 })
  })

  test('given silence, a waiting call ends after 15 minutes and a connected one after 4 hours, unknown', () => {
    const waiting = settleSilence(newCall(0), T + SILENT_WAITING_MS)
    expect(settleSilence(newCall(0), T + SILENT_WAITING_MS - 1).silent).toBe(false)
    expect(truth(waiting)).toMatchObject({
      state: 'ended',
      endReason: 'unknown-end',
      endedAt: T + SILENT_WAITING_MS,
      promise: null,
    })
    const connected = settleSilence(all(newCall(0), answer(5)), T + 5 + SILENT_CONNECTED_MS)
    expect(truth(connected)).toMatchObject({ endReason: 'unknown-end', promise: 'kept', talkMs: null })
    expect(silentFrom(connected)).toBeNull()
  })
})

describe('telling a call', () => {
  const told = (facts: CtiFacts): ToldCall => ({
    ...truthOf(facts, true),
    lineId: 'a',
    direction: 'in',
    afterClosing: false,
    callerKey: null,
  })

  test('given the usual order, each transition is told once', () => {
    const steps = [newCall(0), all(newCall(0), answer(9)), all(newCall(0), answer(9), hangup(20, 'cancel'))]
    const [a, b, c] = steps.map(told)
    expect(newsOf(null, a!)).toEqual(['call.offered'])
    expect(newsOf(a!, b!)).toEqual(['call.answered'])
    expect(newsOf(b!, c!)).toEqual(['call.ended'])
    expect(newsOf(c!, c!)).toEqual([])
  })

  test('given an answer after the hangup, the end is corrected and not told again', () => {
    const ended = told(all(newCall(0), hangup(20, 'normalClearing')))
    const corrected = told(all(newCall(0), hangup(20, 'normalClearing'), answer(9)))
    expect(newsOf(ended, corrected)).toEqual(['call.corrected'])
  })

  test('given a newCall that was overtaken by its answer, the wait is corrected', () => {
    expect(newsOf(told(answer(0)), told(all(answer(0), newCall(300))))).toEqual(['call.corrected'])
  })
})
