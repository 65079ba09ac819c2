import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Feed } from './feed.ts'

test('given two changes of one thing, only the newest is told', () => {
  const feed = new Feed('a', 10)
  feed.put('monday', 'day', { version: 1 })
  feed.put('tuesday', 'day', { version: 1 })
  feed.put('monday', 'day', { version: 2 })
  expect(feed.since(0)).toEqual([
    { id: 'a.2', event: 'day', data: '{"version":1}' },
    { id: 'a.3', event: 'day', data: '{"version":2}' },
  ])
  expect(feed.since(2)).toHaveLength(1)
})

test.each([
  ['of another process', 'b.2'],
  ['from the future', 'a.99'],
  ['that is none', 'x'],
  ['before what was thrown away', 'a.0'],
])('given an id %s, the reader cannot be placed', (_, id) => {
  const feed = new Feed('a', 2)
  for (const key of ['1', '2', '3']) feed.put(key, 'day', {})
  expect(feed.placeOf(id)).toBeNull()
  expect(feed.placeOf('a.1')).toBe(1)
})

test('given everything changed, who read before starts over and who comes after is told of nothing old', () => {
  const feed = new Feed('a', 10)
  feed.put('1', 'day', {})
  feed.startOver()
  expect(feed.since(1)).toBeNull()
  expect(feed.since(feed.last)).toEqual([])
})

test('given any changes, a reader who reads from time to time ends with the newest of each thing, and memory stays bounded', () => {
  const step = fc.oneof(
    fc.integer({ min: 0, max: 8 }),
    fc.constant('read' as const),
    fc.constant('all' as const),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (steps, most) => {
      const feed = new Feed('a', most)
      const truth = new Map<string, string>()
      const seen = new Map<string, string>()
      let place = 0
      const read = (): void => {
        const found = feed.since(place)
        // Starting over is reading everything anew.
        const entries = found ?? [...truth].map(([key, data]) => ({ data: JSON.stringify({ key, data }) }))
        for (const entry of entries) {
          const told: { key: string; data: string } = JSON.parse(entry.data)
          seen.set(told.key, told.data)
        }
        place = feed.last
      }
      for (const [index, one] of steps.entries()) {
        if (one === 'read') read()
        else if (one === 'all') feed.startOver()
        else {
          truth.set(String(one), String(index))
          feed.put(String(one), 'day', { key: String(one), data: String(index) })
        }
        expect(feed.size).toBeLessThanOrEqual(most)
      }
      read()
      expect(seen).toEqual(truth)
    }),
  )
})
