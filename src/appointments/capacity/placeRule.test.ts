import { expect, test } from 'vitest'
import { bookAll, booked, dayOf, demand, shift, wish, wrongs } from '../appointments.testkit.ts'
import type { DayPlan, Demand, Taken } from '../model.ts'
import { place } from './placeRule.ts'

const taken = (
  plan: DayPlan,
  id: string,
  lane: string,
  wall: number,
  what: Demand,
  units: Record<string, number> = {},
): Taken => ({ ...wish(plan, wall, what), id, lane, units })
const laneFor = (plan: DayPlan, others: readonly Taken[], wall: number, what: Demand): string | undefined =>
  place(plan, others, wish(plan, wall, what))?.lane

test('given an empty day, the first lane is taken and nothing moves', () => {
  const plan = dayOf([shift({ people: 2 })])
  expect(place(plan, [], wish(plan, 480, demand(30)))).toEqual({ lane: 'early#1', units: {}, moved: [] })
})

test('given people who may do everything and one who may do little, the latter is taken', () => {
  const plan = dayOf([shift(), shift({ id: 'trainee', skills: ['passport'] })])
  expect(laneFor(plan, [], 480, demand(30, ['passport']))).toBe('trainee#1')
  expect(laneFor(plan, [], 480, demand(30, ['passport', 'wedding']))).toBe('early#1')
})

test('given gaps of different length, the smallest is taken', () => {
  const plan = dayOf([shift({ people: 3 })])
  const others = [taken(plan, 'a', 'early#2', 510, demand(30)), taken(plan, 'b', 'early#3', 540, demand(30))]
  expect(laneFor(plan, others, 480, demand(30))).toBe('early#2')
})

test.each([
  ['before the shift', 470],
  ['over the end of the shift', 700],
  ['across a break', 585],
  ['in a break', 605],
])('given a time %s, there is no stand', (_what, wall) => {
  const plan = dayOf([shift({ breaks: [{ from: 600, to: 615 }] })])
  expect(laneFor(plan, [], wall, demand(30))).toBeUndefined()
})

test('given room on no lane but enough in all, others of the pool make way', () => {
  const plan = dayOf([shift({ people: 2 })])
  const others = [taken(plan, 'a', 'early#1', 480, demand(60)), taken(plan, 'b', 'early#2', 540, demand(30))]
  // From 8:30 to 9:30 neither lane is free, but never more than one of the two is in use.
  const long = wish(plan, 510, demand(60))
  const moved = place(plan, others, long)
  expect(moved).toMatchObject({ moved: [{ id: 'b' }] })
  expect(wrongs(plan, booked(others, 'x', long, moved!))).toEqual([])
})

test('given a generalist on a job that others can do, the job moves to them', () => {
  const plan = dayOf([shift(), shift({ id: 'trainee', skills: ['passport'] })])
  const others = [taken(plan, 'a', 'early#1', 480, demand(30, ['passport']))]
  const asked = wish(plan, 480, demand(30, ['wedding']))
  expect(place(plan, others, asked)).toEqual({
    lane: 'early#1',
    units: {},
    moved: [{ id: 'a', lane: 'trainee#1', units: {} }],
  })
})

test('given a chain of moves over three kinds of skills, it is found', () => {
  const plan = dayOf([
    shift({ id: 'ab', skills: ['a', 'b'] }),
    shift({ id: 'bc', skills: ['b', 'c'] }),
    shift({ id: 'c', skills: ['c'] }),
  ])
  const others = [
    taken(plan, '1', 'ab#1', 480, demand(60, ['b'])),
    taken(plan, '2', 'bc#1', 495, demand(30, ['c'])),
  ]
  const asked = wish(plan, 500, demand(15, ['a']))
  const found = place(plan, others, asked)
  expect(found).toMatchObject({ lane: 'ab#1' })
  expect(wrongs(plan, booked(others, 'x', asked, found!))).toEqual([])
})

test('given all units of a device in use for a minute, there is no stand', () => {
  const plan = dayOf([shift({ people: 3 })], { devices: { scanner: 1 } })
  const others = [taken(plan, 'a', 'early#1', 480, demand(31, [], ['scanner']), { scanner: 1 })]
  expect(laneFor(plan, others, 510, demand(30, [], ['scanner']))).toBeUndefined()
  expect(laneFor(plan, others, 511, demand(30, [], ['scanner']))).toBe('early#1')
  expect(laneFor(plan, others, 510, demand(30))).toBe('early#2')
})

test('given a device the office does not have, there is no stand', () => {
  const plan = dayOf([shift()])
  expect(laneFor(plan, [], 480, demand(30, [], ['scanner']))).toBeUndefined()
})

test('given units in use crosswise, a unit is changed for another', () => {
  const plan = dayOf([shift({ people: 3 })], { devices: { scanner: 2 } })
  const scan = (minutes: number): Demand => demand(minutes, [], ['scanner'])
  const others = [
    taken(plan, 'a', 'early#1', 480, scan(60), { scanner: 1 }),
    taken(plan, 'b', 'early#2', 540, scan(30), { scanner: 2 }),
  ]
  const asked = wish(plan, 510, scan(60))
  const found = place(plan, others, asked)
  expect(found?.moved).toEqual([
    { id: 'b', lane: 'early#2', units: { scanner: found?.units['scanner'] === 2 ? 1 : 2 } },
  ])
  expect(wrongs(plan, booked(others, 'x', asked, found!))).toEqual([])
})

test('given an appointment whose shift lost the skill, nobody else gets its lane meanwhile', () => {
  const plan = dayOf([shift({ skills: ['passport'] })])
  const others = [taken(plan, 'a', 'early#1', 540, demand(30, ['wedding']))]
  expect(laneFor(plan, others, 555, demand(15, ['passport']))).toBeUndefined()
  expect(laneFor(plan, others, 570, demand(15, ['passport']))).toBe('early#1')
})

test('given an appointment on a lane that is gone, it holds nothing', () => {
  const plan = dayOf([shift()])
  expect(laneFor(plan, [taken(plan, 'a', 'gone#1', 480, demand(30))], 480, demand(30))).toBe('early#1')
})

test('given seconds, an appointment never shares a minute with another', () => {
  const plan = dayOf([shift()])
  const one = taken(plan, 'a', 'early#1', 480, demand(30))
  const late = { ...one, start: one.start + 20_000, end: one.end + 20_000 }
  expect(laneFor(plan, [late], 510, demand(30))).toBeUndefined()
  expect(laneFor(plan, [late], 511, demand(30))).toBe('early#1')
})

test('given an end that is not after the start, it is refused as impossible', () => {
  const plan = dayOf([shift()])
  expect(() => place(plan, [], wish(plan, 480, demand(0)))).toThrow(RangeError)
})

test('given minute-exact lengths, lanes are filled without a gap', () => {
  const plan = dayOf([shift({ people: 2 })])
  const wishes = [7, 13, 17, 23, 29, 31].flatMap((minutes, i, all) => {
    const before = all.slice(0, i).reduce((sum, one) => sum + one, 480)
    return [wish(plan, before, demand(minutes)), wish(plan, before, demand(minutes))]
  })
  const { taken: day, refused } = bookAll(plan, wishes)
  expect([refused, wrongs(plan, day)]).toEqual([0, []])
})
