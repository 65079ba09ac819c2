import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EarlierCall, PLACE_KEPT_MS, placeRegained } from './placeRule.ts'

const at = (time: string): Date => new Date(`2026-11-23T${time}Z`)
const lost = (overrides: Partial<EarlierCall> = {}): EarlierCall => ({
  id: 'a',
  offeredAt: at('10:00:00'),
  answeredAt: null,
  endedAt: at('10:03:00'),
  endReason: 'abandoned',
  placeSince: null,
  placeTaken: false,
  ...overrides,
})

describe('a caller who hung up while waiting', () => {
  test('given a second call within ten minutes, has the old place', () => {
    expect(placeRegained([lost()], at('10:13:00'))).toEqual({ since: at('10:00:00'), of: 'a' })
  })
  test('given a second call later, waits anew', () => {
    expect(placeRegained([lost()], at('10:13:00.001'))).toBeNull()
  })
  test('given a line that was lost, has the old place', () => {
    expect(placeRegained([lost({ endReason: 'unknown-end' })], at('10:04:00'))).not.toBeNull()
  })
  test('given a third call, keeps the first one’s place through the second', () => {
    const first = lost({ placeTaken: true })
    const second = lost({
      id: 'b',
      offeredAt: at('10:05:00'),
      endedAt: at('10:08:00'),
      placeSince: at('10:00:00'),
    })
    expect(placeRegained([first, second], at('10:09:00'))).toEqual({ since: at('10:00:00'), of: 'b' })
  })
  test('given the place was taken, has none', () => {
    expect(placeRegained([lost({ placeTaken: true })], at('10:04:00'))).toBeNull()
  })
  test('given somebody answered since, has none', () => {
    const answered = lost({ id: 'b', offeredAt: at('10:04:00'), answeredAt: at('10:04:05'), endReason: null })
    expect(placeRegained([lost(), answered], at('10:05:00'))).toBeNull()
  })
  test('given the earlier call still waits, has none', () => {
    expect(placeRegained([lost({ endedAt: null, endReason: null })], at('10:04:00'))).toBeNull()
  })
})

const moment = fc.integer({ min: 0, max: 3_600_000 }).map((ms) => new Date(at('10:00:00').getTime() + ms))
const earlier = fc
  .record({
    id: fc.uuid(),
    offeredAt: moment,
    lasted: fc.integer({ min: 0, max: 1_800_000 }),
    answered: fc.boolean(),
    endReason: fc.constantFrom('abandoned', 'unknown-end', 'caller-hung-up', 'closed', 'busy', null),
    waited: fc.option(fc.integer({ min: 1, max: 900_000 })),
    placeTaken: fc.boolean(),
  })
  .map(({ lasted, answered, waited, ...call }): EarlierCall => {
    const end = new Date(call.offeredAt.getTime() + lasted)
    return {
      ...call,
      answeredAt: answered ? end : null,
      endedAt: call.endReason === null ? null : end,
      placeSince: waited === null ? null : new Date(call.offeredAt.getTime() - waited),
    }
  })

test('given any earlier calls, a regained place is an unanswered, untaken one of the last ten minutes, and the oldest', () => {
  fc.assert(
    fc.property(fc.array(earlier, { maxLength: 8 }), moment, (calls, now) => {
      const place = placeRegained(calls, now)
      if (!place) return
      const of = calls.find(({ id }) => id === place.of)
      expect(of).toMatchObject({ answeredAt: null, placeTaken: false })
      expect(now.getTime() - (of?.endedAt?.getTime() ?? 0)).toBeLessThanOrEqual(PLACE_KEPT_MS)
      expect(place.since <= (of?.offeredAt ?? now)).toBe(true)
      expect(place.since < now).toBe(true)
      const served = calls.filter(({ answeredAt }) => answeredAt && answeredAt >= (of?.offeredAt ?? now))
      expect(served).toEqual([])
    }),
  )
})

test('given the order of the calls turned around, the place is the same', () => {
  fc.assert(
    fc.property(fc.array(earlier, { maxLength: 8 }), moment, (calls, now) => {
      expect(placeRegained(calls.toReversed(), now)).toEqual(placeRegained(calls, now))
    }),
  )
})
