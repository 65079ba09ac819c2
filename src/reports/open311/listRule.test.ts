import { expect, test } from 'vitest'
import { Failure } from './failure.ts'
import { readWanted } from './listRule.ts'

const NOW = new Date('2026-11-23T08:00:00Z')
const read = (args: Record<string, string>) => readWanted((name) => args[name] ?? '', NOW)
const DAY_MS = 86_400_000

test('given nothing, the latest 90 days are wanted', () => {
  expect(read({})).toEqual({
    categories: null,
    states: null,
    from: new Date(NOW.getTime() - 90 * DAY_MS),
    until: NOW,
  })
})

test('given numbers, they override everything else, even what would be refused', () => {
  expect(read({ service_request_id: 'LU-1, LU-2', status: 'nonsense', start_date: 'x' })).toEqual({
    numbers: ['LU-1', 'LU-2'],
  })
})

test('given a plus sign that came as a space, the date is read all the same', () => {
  expect(read({ start_date: '2026-11-20T00:00:00 01:00' })).toMatchObject({
    from: new Date('2026-11-19T23:00:00Z'),
  })
})

test('given only a beginning long ago, the 90 days from it are wanted', () => {
  const from = new Date('2026-01-01T00:00:00Z')
  expect(read({ start_date: '2026-01-01T00:00:00Z' })).toMatchObject({
    from,
    until: new Date(from.getTime() + 90 * DAY_MS),
  })
})

test.each([
  { status: 'offen' },
  { start_date: '2026-11-20' },
  { start_date: '2026-11-20T00:00:00' },
  { start_date: '2026-11-22T00:00:00Z', end_date: '2026-11-21T00:00:00Z' },
  { start_date: '2026-01-01T00:00:00Z', end_date: '2026-06-01T00:00:00Z' },
])('given %j, it is refused', (args) => {
  expect(() => read(args)).toThrow(Failure)
})
