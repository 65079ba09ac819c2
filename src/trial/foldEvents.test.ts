import { describe, expect, test } from 'vitest'
import { emptyFigures, figuresFromEvents } from './figuresFromEvents.ts'
import { dayRange } from './localDay.ts'

const BERLIN = 'Europe/Berlin'
const DAY = '2026-11-23'
const at = (time: string): Date => new Date(`${DAY}T${time}Z`)
const event = (kind: string, subjectId: string, data: object, time = '09:00:00') => ({
  kind,
  subjectId,
  at: at(time),
  data,
})
const offered = (id: string, more: object = {}) =>
  event('call.offered', id, { practice: false, direction: 'in', ...more })
const ended = (id: string, more: object) =>
  event('call.ended', id, { answered: false, waitMs: null, promise: null, reason: 'abandoned', ...more })
const figures = async (...events: object[]) =>
  (await figuresFromEvents(events, BERLIN)).get(DAY) ?? emptyFigures(DAY)

describe('the figures of a day from events', () => {
  test('given an answered call that still runs, it is answered and kept', async () => {
    const { calls } = await figures(offered('a'), event('call.answered', 'a', { waitMs: 9_000, kept: true }))
    expect(calls).toMatchObject({
      offered: 1,
      answered: 1,
      answeredWithin15s: 1,
      promiseKept: 1,
      waitMsTotal: 9_000,
    })
  })

  test('given a report that somebody made by themselves, it is no case with a first contact', async () => {
    const { cases } = await figures(
      event('case.opened', 'r', { practice: false, outcome: 'report' }),
      event('case.opened', 's', { practice: false, outcome: 'settled' }),
    )
    expect(cases).toEqual({ opened: 1, settledInCall: 1, handedOver: 0 })
  })

  test('given exactly 15 s and one millisecond more, only the first is within 15 s', async () => {
    const { calls } = await figures(
      ...[15_000, 15_001].flatMap((waitMs, i) => [
        offered(`c${i}`),
        event('call.answered', `c${i}`, { waitMs, kept: waitMs <= 15_000 }),
      ]),
    )
    expect(calls).toMatchObject({
      answeredWithin15s: 1,
      promiseKept: 1,
      promiseBroken: 1,
      waitMsLongest: 15_001,
    })
  })

  test('given a caller who left after the line had closed, they are lost at closing until a correction says otherwise', async () => {
    const told = [offered('a'), ended('a', { waitMs: 20_000, afterClosing: true })]
    expect((await figures(...told)).calls).toMatchObject({ abandoned: 1, lostAtClosing: 1 })
    const answered = { offeredAt: at('09:00:00').toISOString(), direction: 'in', answered: true }
    const corrected = event('call.corrected', 'a', {
      ...answered,
      waitMs: 9,
      reason: 'unknown-end',
      promise: 'kept',
    })
    expect((await figures(...told, corrected)).calls).toMatchObject({ abandoned: 0, lostAtClosing: 0 })
  })

  test('given an attempt that the citizen’s own call came before, it is no try', async () => {
    const { callbacks } = await figures(
      event('attempt.started', 'r', { practice: false }),
      event('attempt.closed', 'r', { result: 'called-back-meanwhile' }),
    )
    expect(callbacks).toMatchObject({ attempts: 0, reached: 0 })
  })

  test('given practice and outgoing calls, nothing counts', async () => {
    const practice = { practice: true }
    expect(
      await figures(
        offered('a', practice),
        ended('a', {}),
        offered('b', { direction: 'out' }),
        ended('b', {}),
        event('case.opened', 'k', { ...practice, outcome: 'settled' }),
        event('callback.promised', 'r', { ...practice, windowEnd: at('10:00:00').toISOString() }),
        event('attempt.started', 'r', practice),
        event('attempt.closed', 'r', { result: 'reached' }),
      ),
    ).toEqual(emptyFigures(DAY))
  })

  test('given a callback promised outside service hours, the call is closed; one promised in the queue was offered', async () => {
    const promised = {
      reason: 'callback-promised',
      offeredAt: at('09:00:00').toISOString(),
      answered: false,
      waitMs: 0,
      promise: null,
    }
    const corrected = event('call.corrected', 'a', { direction: 'in', ...promised })
    const outside = offered('a', { outsideHours: true })
    const { calls } = await figures(outside, ended('a', { reason: 'closed', waitMs: 0 }), corrected)
    expect(calls).toMatchObject({ offered: 0, closed: 1 })
    const queue = await figures(offered('b'), ended('b', { reason: 'callback-promised', waitMs: 20_000 }))
    expect(queue.calls).toMatchObject({ offered: 1, closed: 0, abandoned: 0 })
  })

  test('given a call outside service hours, it is closed and was not offered', async () => {
    const { calls } = await figures(offered('a'), ended('a', { reason: 'closed', waitMs: 0 }))
    expect(calls).toMatchObject({ offered: 0, closed: 1, abandoned: 0 })
  })

  test('given a call that was one too many of its number, it is blocked and was not offered', async () => {
    const { calls } = await figures(offered('a'), ended('a', { reason: 'blocked', waitMs: 0 }))
    expect(calls).toMatchObject({ offered: 0, blocked: 1, abandoned: 0 })
  })

  test('given a correction after the end, the last word counts', async () => {
    const correction = {
      direction: 'in',
      offeredAt: at('08:59:59').toISOString(),
      answered: true,
      waitMs: 2_000,
      reason: 'caller-hung-up',
      promise: 'kept',
    }
    const { calls } = await figures(
      offered('a'),
      ended('a', { reason: 'unknown-end' }),
      event('call.corrected', 'a', correction),
    )
    expect(calls).toMatchObject({ offered: 1, answered: 1, unknownEnd: 0, promiseKept: 1 })
  })

  test('given a promise made on one day and due on the next, it counts on the day it is due', async () => {
    const promised = event('callback.promised', 'r', {
      practice: false,
      windowEnd: '2026-11-24T09:00:00.000Z',
    })
    const told = await figuresFromEvents([promised, event('callback.kept', 'r', {})], BERLIN)
    expect(told.get(DAY)).toBeUndefined()
    expect(told.get('2026-11-24')?.callbacks).toMatchObject({ promised: 1, kept: 1 })
  })

  test('given two attempts, only the second reached the citizen', async () => {
    const { callbacks } = await figures(
      event('callback.promised', 'r', { practice: false, windowEnd: at('10:00:00').toISOString() }),
      event('attempt.started', 'r', { practice: false }),
      event('attempt.closed', 'r', { result: 'busy' }),
      event('attempt.started', 'r', { practice: false }),
      event('attempt.closed', 'r', { result: 'reached' }),
    )
    expect(callbacks).toMatchObject({ attempts: 2, reached: 1 })
  })

  test('given four callbacks of a day, causes, first tries and the time to them are counted as by hand', async () => {
    const promised = (id: string) =>
      event('callback.promised', id, { practice: false, windowEnd: at('10:00:00').toISOString() })
    const tried = (id: string, time: string, result: string) => [
      { ...event('attempt.started', id, { practice: false }), at: at(time) },
      event('attempt.closed', id, { result }),
    ]
    const { callbacks } = await figures(
      ...['a', 'b', 'c', 'd'].map((id) => ({ ...promised(id), at: at('08:00:00') })),
      // Reached at the first try, after an hour.
      ...tried('a', '09:00:00', 'reached'),
      event('callback.kept', 'a', {}),
      // Busy after half an hour, reached at the second try; the citizen's own call before it was no try.
      ...tried('b', '08:10:00', 'called-back-meanwhile'),
      ...tried('b', '08:30:00', 'busy'),
      ...tried('b', '09:30:00', 'reached'),
      event('callback.kept', 'b', {}),
      event('callback.broken', 'c', { cause: 'nobody-on-duty' }),
      event('callback.broken', 'd', { cause: 'nobody-took-it' }),
    )
    expect(callbacks).toEqual({
      promised: 4,
      kept: 2,
      broken: 2,
      withdrawn: 0,
      brokenNobodyTookIt: 1,
      brokenOwnerDidNotCall: 0,
      brokenTelephoneFailed: 0,
      brokenNobodyOnDuty: 1,
      brokenWrongNumber: 0,
      firstAttempts: 2,
      firstReached: 1,
      firstAttemptMsTotal: 90 * 60_000,
      attempts: 3,
      reached: 2,
    })
  })

  test('given 23:30 UTC, it belongs to the next day in Berlin', async () => {
    const late = { ...offered('a'), at: new Date('2026-11-22T23:30:00Z') }
    expect((await figures(late)).calls.offered).toBe(1)
  })
})

describe('the local day', () => {
  test.each([
    ['2026-11-23', 24],
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ])('given %s, it has %i hours', (day, hours) => {
    const { from, to } = dayRange(day, BERLIN)
    expect((to.getTime() - from.getTime()) / 3_600_000).toBe(hours)
  })
})
