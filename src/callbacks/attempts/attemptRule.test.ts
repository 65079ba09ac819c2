import { expect, test } from 'vitest'
import { counts, momentsOf } from './attemptRule.ts'
import type { Attempt, AttemptResult } from '../model.ts'

const started = new Date('2026-11-23T13:00:00Z')
const heard = new Date('2026-11-23T13:00:20Z')
const now = new Date('2026-11-23T13:05:00Z')
const attempt = (part: Partial<Attempt>): Attempt => ({
  id: 'a',
  number: 1,
  via: 'tel',
  startedAt: started,
  rangAt: null,
  answeredAt: null,
  hungUpAt: null,
  closedAt: null,
  heard: null,
  result: null,
  ...part,
})

test.each<[string, Partial<Attempt>, AttemptResult, Date | null, Date | null]>([
  ['own telephone', {}, 'reached', started, started],
  ['own telephone', {}, 'no-answer', started, null],
  ['own telephone', {}, 'busy', started, null],
  ['own telephone', {}, 'failed', null, null],
  [
    'telephone system that told all',
    { via: 'asterisk', rangAt: heard, answeredAt: heard },
    'reached',
    heard,
    heard,
  ],
  ['telephone system whose news was lost', { via: 'asterisk' }, 'reached', now, now],
  ['telephone system whose news was lost', { via: 'asterisk' }, 'voicemail', now, now],
  ['telephone system that never rang', { via: 'asterisk' }, 'no-answer', null, null],
  [
    'telephone system that only told of the answer',
    { via: 'asterisk', answeredAt: heard },
    'reached',
    heard,
    heard,
  ],
])('given a %s (%j) and "%s", rang at %s and answered at %s', (_what, part, result, rangAt, answeredAt) => {
  expect(momentsOf(attempt(part), result, now)).toEqual({ rangAt, answeredAt })
})

test.each([
  [heard, true, true],
  [heard, false, true],
  [null, true, false],
  [null, false, true],
])('given rang at %s and an open promise %s, counts: %s', (rangAt, promiseOpen, expected) => {
  expect(counts({ rangAt, result: 'no-answer', heard: null }, promiseOpen)).toBe(expected)
})

test('given a number that there is not, it never counts', () => {
  expect(counts({ rangAt: null, result: 'failed', heard: 'no-such-number' }, false)).toBe(false)
})
