import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Duty, type Owed, serveEarliestFirst } from './serveRule.ts'

const MIN = 60_000
const call = (id: string, from: number, until: number, work = 10): Owed => ({
  id,
  from: from * MIN,
  until: until * MIN,
  since: 0,
  workMs: work * MIN,
})
const duty = (who: string, start: number, end: number, speed = 1): Duty => ({
  who,
  start: start * MIN,
  end: end * MIN,
  speed,
})
const minutes = (served: ReturnType<typeof serveEarliestFirst>) =>
  Object.fromEntries(
    [...served].map(([id, { beginsAt, endsAt }]) => [
      id,
      beginsAt === null ? null : [beginsAt / MIN, (endsAt ?? 0) / MIN],
    ]),
  )

describe('who is served when', () => {
  test('given one person, who is due first comes first, and nobody before the window', () => {
    const owed = [call('c', 0, 120), call('b', 0, 60), call('a', 15, 30)]
    expect(minutes(serveEarliestFirst(owed, [duty('x', 0, 200)], 0))).toEqual({
      b: [0, 10],
      c: [10, 20],
      a: [20, 30],
    })
  })

  test('given a break, the call begun before goes on and the next waits for its end', () => {
    const owed = [call('a', 0, 60), call('b', 0, 90)]
    expect(minutes(serveEarliestFirst(owed, [duty('x', 0, 5), duty('x', 30, 60)], 0))).toEqual({
      a: [0, 10],
      b: [30, 40],
    })
  })

  test('given half a share, work takes twice as long; given somebody busy, after that', () => {
    const half = duty('x', 0, 60, 0.5)
    expect(minutes(serveEarliestFirst([call('a', 0, 60)], [half], 0))).toEqual({ a: [0, 20] })
    const busy = { ...duty('x', 0, 60), busyUntil: 7 * MIN }
    expect(minutes(serveEarliestFirst([call('a', 0, 60)], [busy], 0))).toEqual({ a: [7, 17] })
  })

  test('given nobody, nobody is served', () => {
    expect(minutes(serveEarliestFirst([call('a', 0, 60)], [], 0))).toEqual({ a: null })
    expect(minutes(serveEarliestFirst([call('a', 0, 60)], [duty('x', 0, 5)], 5 * MIN))).toEqual({ a: null })
  })
})

const anyOwed = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 300 }),
      length: fc.integer({ min: 1, max: 120 }),
      work: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 40 },
  )
  .map((calls) => calls.map(({ from, length, work }, i) => call(`c${i}`, from, from + length, work)))
const anyDuties = fc
  .array(
    fc.record({
      who: fc.constantFrom('x', 'y', 'z'),
      start: fc.integer({ min: 0, max: 300 }),
      length: fc.integer({ min: 1, max: 120 }),
    }),
    { maxLength: 6 },
  )
  .map((all) => {
    const ends = new Map<string, number>()
    return all
      .toSorted((a, b) => a.start - b.start)
      .map(({ who, start, length }) => {
        const from = Math.max(start, ends.get(who) ?? 0)
        ends.set(who, from + length)
        return duty(who, from, from + length)
      })
  })

describe('any calls and any staff', () => {
  test('nobody begins before the window, off duty, or while more calls run than people are there', () => {
    fc.assert(
      fc.property(anyOwed, anyDuties, fc.integer({ min: 0, max: 200 }), (owed, duties, at) => {
        const now = at * MIN
        const served = serveEarliestFirst(owed, duties, now)
        expect(served.size).toBe(owed.length)
        const people = new Set(duties.map(({ who }) => who)).size
        for (const { id, from } of owed) {
          const { beginsAt } = served.get(id)!
          if (beginsAt === null) continue
          expect(beginsAt).toBeGreaterThanOrEqual(Math.max(from, now))
          expect(duties.some(({ start, end }) => start <= beginsAt && beginsAt < end)).toBe(true)
          const running = [...served.values()].filter(
            (other) =>
              other.beginsAt !== null && other.beginsAt <= beginsAt && (other.endsAt ?? 0) > beginsAt,
          )
          expect(running.length).toBeLessThanOrEqual(people)
        }
      }),
    )
  })

  test('whoever begins was not passed over by one that could be served then and is due later', () => {
    fc.assert(
      fc.property(anyOwed, anyDuties, (owed, duties) => {
        const served = serveEarliestFirst(owed, duties, 0)
        for (const a of owed)
          for (const b of owed) {
            const [first, later] = [served.get(a.id)!.beginsAt, served.get(b.id)!.beginsAt]
            const passedOver =
              first !== null && a.until > b.until && b.from <= first && (later === null || later > first)
            expect(passedOver).toBe(false)
          }
      }),
    )
  })
})
