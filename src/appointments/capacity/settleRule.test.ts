import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookAll, dayOf, demand, shift, wish, wrongs } from '../appointments.testkit.ts'
import { settle } from './settleRule.ts'

const everyHalf = (people: number) => {
  const plan = dayOf([shift({ people })])
  return bookAll(
    plan,
    [480, 480, 510].map((wall) => wish(plan, wall, demand(30))),
  ).taken
}

test('given a shift that loses a person, his appointments go to the others, and who has no place is told', () => {
  const { moved, lost } = settle(dayOf([shift({ people: 1 })]), everyHalf(2))
  expect(lost).toHaveLength(1)
  expect(moved.every(({ lane }) => lane === 'early#1')).toBe(true)
})

test('given another shift instead, all are moved and nobody is lost', () => {
  const plan = dayOf([shift({ id: 'other', people: 2, opens: 420 })])
  const taken = everyHalf(2)
  const { moved, lost } = settle(plan, taken)
  const now = taken.map((one) => ({ ...one, ...moved.find(({ id }) => id === one.id) }))
  expect([lost, moved.length, wrongs(plan, now)]).toEqual([[], 3, []])
})

test('given an unchanged plan, nothing moves', () => {
  expect(settle(dayOf([shift({ people: 2 })]), everyHalf(2))).toEqual({ moved: [], lost: [] })
})

test('given one scanner less, who has no scanner is told', () => {
  const plan = dayOf([shift({ people: 2 })], { devices: { scanner: 2 } })
  const scan = wish(plan, 480, demand(30, [], ['scanner']))
  const { taken } = bookAll(plan, [scan, scan])
  const { lost } = settle(dayOf([shift({ people: 2 })], { devices: { scanner: 1 } }), taken)
  expect(lost).toHaveLength(1)
})

test('given any change of people, whoever is not lost stands rightly', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 4 }))),
      fc.nat(3),
      fc.nat(30),
      (specs, people, cut) => {
        const before = dayOf([shift({ people: 2 }), shift({ id: 'late', people: 2, opens: 540 })])
        const { taken } = bookAll(
          before,
          specs.map(([at, length]) => wish(before, 480 + at * 15, demand(length * 15))),
        )
        const after = dayOf([
          shift({ people: Math.max(1, people) }),
          shift({ id: 'late', people: 2, opens: 540 + cut }),
        ])
        const { moved, lost } = settle(after, taken)
        const now = taken
          .filter(({ id }) => !lost.includes(id))
          .map((one) => ({ ...one, ...moved.find(({ id }) => id === one.id) }))
        expect(wrongs(after, now)).toEqual([])
      },
    ),
  )
})
