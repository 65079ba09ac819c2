import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Duty, standInFor } from './standInRule.ts'

const NOW = Date.parse('2026-11-23T11:00:00Z')
const MINUTE = 60_000
const END_OF_DAY = NOW + 720 * MINUTE
const AWAY: Duty = { there: false, back: END_OF_DAY }
const BREAK: Duty = { there: false, back: NOW + 30 * MINUTE }
const HERE: Duty = { there: true }

const work = (minutesLeft: number, takenAt: number | null = null) => ({
  personId: 'anna',
  dueUntil: NOW + minutesLeft * MINUTE,
  workMs: 10 * MINUTE,
  takenAt,
})
const decide = (
  what: ReturnType<typeof work>,
  duties: Readonly<Record<string, Duty>>,
  deputy: string | null = null,
) =>
  standInFor(
    what,
    (id) => duties[id] ?? HERE,
    () => deputy,
    NOW,
  )

test('given somebody who is there, nobody stands in', () => {
  expect(decide(work(5), { anna: HERE }, 'ben')).toBeNull()
})

test('given somebody who is away today, the deputy stands in, and without one who is there the team', () => {
  expect(decide(work(60), { anna: AWAY }, 'ben')).toEqual({ awayUntil: END_OF_DAY, deputyId: 'ben' })
  expect(decide(work(60), { anna: AWAY, ben: AWAY }, 'ben')).toEqual({
    awayUntil: END_OF_DAY,
    deputyId: null,
  })
  expect(decide(work(60), { anna: AWAY })).toEqual({ awayUntil: END_OF_DAY, deputyId: null })
})

test('given a break, only what would break in it is given away', () => {
  expect(decide(work(40), { anna: BREAK }, 'ben')).toBeNull()
  expect(decide(work(39), { anna: BREAK }, 'ben')).toEqual({ awayUntil: BREAK.back, deputyId: 'ben' })
})

test('given work of another day, it is no matter of today', () => {
  expect(decide(work(720 + 10), { anna: AWAY })).toBeNull()
})

test('given somebody who took it a moment ago, they are there whatever the roster says', () => {
  expect(decide(work(60, NOW - 29 * MINUTE), { anna: AWAY })).toBeNull()
  expect(decide(work(60, NOW - 30 * MINUTE), { anna: AWAY })).not.toBeNull()
})

test('for any day, whoever stands in is there, and who is back in time keeps it', () => {
  const duty = fc.oneof(
    fc.constant(HERE),
    fc.integer({ min: 1, max: 720 }).map((minutes): Duty => ({ there: false, back: NOW + minutes * MINUTE })),
  )
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 1500 }), duty, duty, (left, anna, ben) => {
      const standIn = decide(work(left), { anna, ben }, 'ben')
      if (anna.there) expect(standIn).toBeNull()
      else expect(standIn !== null).toBe(NOW + (left - 10) * MINUTE < anna.back)
      if (standIn?.deputyId) expect(ben.there).toBe(true)
    }),
  )
})
