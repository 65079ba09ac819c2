import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterTry,
  draftFor,
  due,
  type Entry,
  isEmpty,
  isOver,
  listed,
  type Outcome,
  outcomeOf,
  pauseMs,
} from './deviceRule.ts'

const NOW = 1_800_000_000_000
const DAY = 86_400_000

const entry = (more: Partial<Entry> = {}): Entry => ({
  key: 'k',
  state: 'waiting',
  category: { id: 'strasse', name: 'Straße und Gehweg' },
  search: '',
  begunAt: NOW,
  changedAt: NOW,
  fields: [['description', 'Ein Schlagloch']],
  photos: [],
  tries: 0,
  nextAt: 0,
  answer: null,
  faults: [],
  ...more,
})

const outcome = fc.oneof(
  fc.record({ is: fc.constant('sent' as const), number: fc.string(), secret: fc.string() }),
  fc.record({ is: fc.constant('refused' as const), faults: fc.constant([]) }),
  fc.record({ is: fc.constant('later' as const), afterSeconds: fc.nat(100) }),
)

test('given any row of tries, what waits is never lost: it waits with all of it, is sent, or comes back with all of it', () => {
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 20 }), (outcomes: Outcome[]) => {
      let now = NOW
      let at = entry({ photos: [new Blob(['x'])] })
      for (const one of outcomes) {
        if (at.state !== 'waiting') break
        at = afterTry(at, one, (now += 1_000))
      }
      expect(at.fields).toEqual(entry().fields)
      expect(at.key).toBe('k')
      if (at.state === 'sent') expect(at.answer).not.toBeNull()
      else expect(at.photos).toHaveLength(1)
      if (at.state === 'waiting') expect(at.tries).toBe(outcomes.length)
      expect(['waiting', 'sent', 'refused']).toContain(at.state)
    }),
  )
})

test('given any number of tries, the pause grows from five seconds to five minutes, and never below what the city asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.nat(1000), (tries, asked) => {
      const pause = pauseMs(tries, asked)
      expect(pause).toBeGreaterThanOrEqual(Math.max(5_000, asked * 1000))
      expect(pause).toBeLessThanOrEqual(Math.max(300_000, asked * 1000))
      expect(pauseMs(tries + 1, asked)).toBeGreaterThanOrEqual(pause)
    }),
  )
  expect([1, 2, 3, 7, 50].map((tries) => pauseMs(tries, 0))).toEqual([
    5_000, 10_000, 20_000, 300_000, 300_000,
  ])
})

test('given what waits, it is never over, however long; drafts go after a week, the rest after a month', () => {
  const after = (state: Entry['state'], days: number) => isOver(entry({ state }), NOW + days * DAY + 1)
  expect(after('waiting', 10_000)).toBe(false)
  expect([after('draft', 6), after('draft', 7)]).toEqual([false, true])
  expect([after('sent', 29), after('sent', 30)]).toEqual([false, true])
  expect([after('refused', 29), after('refused', 30)]).toEqual([false, true])
})

test('given several entries, those are tried that wait and may, the oldest first; drafts are not listed', () => {
  const entries = [
    entry({ key: 'new', begunAt: NOW + 2 }),
    entry({ key: 'old', begunAt: NOW }),
    entry({ key: 'paused', nextAt: NOW + 100 }),
    entry({ key: 'draft', state: 'draft' }),
    entry({ key: 'sent', state: 'sent', begunAt: NOW + 1 }),
  ]
  expect(due(entries, NOW + 50).map(({ key }) => key)).toEqual(['old', 'new'])
  expect(due(entries, NOW + 100).map(({ key }) => key)).toContain('paused')
  expect(listed(entries).map(({ key }) => key)).toEqual(['new', 'sent', 'old', 'paused'])
})

test('given drafts, the newest of the category is offered, and nothing that is not one', () => {
  const entries = [
    entry({ key: 'a', state: 'draft', changedAt: NOW }),
    entry({ key: 'b', state: 'draft', changedAt: NOW + 5 }),
    entry({ key: 'c', state: 'draft', changedAt: NOW + 9, category: { id: 'muell', name: 'Müll' } }),
    entry({ key: 'd', state: 'sent', changedAt: NOW + 9 }),
  ]
  expect(draftFor(entries, 'strasse')?.key).toBe('b')
  expect(draftFor(entries, 'idee')).toBeNull()
})

test('given a form with its key only, it is empty', () => {
  expect(
    isEmpty([
      ['key', 'abc'],
      ['description', ' '],
      ['place', ''],
    ]),
  ).toBe(true)
  expect(
    isEmpty([
      ['key', 'abc'],
      ['place', 'Am Markt'],
    ]),
  ).toBe(false)
})

test.each<[string, number, Record<string, unknown> | null, number, Outcome]>([
  [
    'a new report',
    201,
    { number: 'LU-1', secret: 'a b c' },
    0,
    { is: 'sent', number: 'LU-1', secret: 'a b c' },
  ],
  ['a page of a hotel', 200, null, 0, { is: 'later', afterSeconds: 0 }],
  ['an answer without its words', 201, { number: 'LU-1' }, 0, { is: 'later', afterSeconds: 0 }],
  ['a page of a proxy that asks for a password', 407, null, 0, { is: 'later', afterSeconds: 0 }],
  ['a page of a proxy that forbids', 403, null, 0, { is: 'later', afterSeconds: 0 }],
  ['too much at once', 429, { code: 'too-many' }, 9, { is: 'later', afterSeconds: 9 }],
  ['a broken server', 500, { title: 'x' }, 0, { is: 'later', afterSeconds: 0 }],
  ['a full server', 503, { title: 'x' }, 20, { is: 'later', afterSeconds: 20 }],
  [
    'a wrong field',
    422,
    { fields: { email: 'Bitte prüfen.' } },
    0,
    { is: 'refused', faults: [['email', 'Bitte prüfen.']] },
  ],
  [
    'a category that is gone',
    404,
    { title: 'Weg.', fields: {} },
    0,
    { is: 'refused', faults: [['', 'Weg.']] },
  ],
  ['too many bytes', 413, { title: 'Zu groß.' }, 0, { is: 'refused', faults: [['', 'Zu groß.']] }],
])('given %s, it is clear what becomes of the report', (_, status, body, after, expected) => {
  expect(outcomeOf(status, body, after)).toEqual(expected)
})
