import { expect, test } from 'vitest'
import { closureNotices } from './closureNotices.ts'

const facts = (reasons: Record<string, string>, closures: string[] = []) => ({
  openWeekdays: new Set([1, 2, 3, 4, 5]),
  closures: new Set(closures),
  closedBecause: (date: string) => reasons[date] ?? null,
})

test('given a closure on Friday, says it with day, date and reason', () => {
  expect(closureNotices('2026-11-23', facts({ '2026-11-27': 'Brückentag' }))).toEqual([
    'Am Freitag, 27. November, ist das Rathaus geschlossen: Brückentag.',
  ])
})

test('given closures today and tomorrow, says so in that order', () => {
  expect(
    closureNotices('2026-12-24', facts({ '2026-12-25': 'Weihnachten', '2026-12-24': 'Heiligabend' })),
  ).toEqual([
    'Heute ist das Rathaus geschlossen: Heiligabend.',
    'Morgen, Freitag, 25. Dezember, ist das Rathaus geschlossen: Weihnachten.',
  ])
})

test('given a holiday on a Sunday, says nothing', () => {
  expect(closureNotices('2026-10-30', facts({ '2026-11-01': 'Allerheiligen' }))).toEqual([])
})

test('given a closure of the city on a Sunday, says it', () => {
  expect(closureNotices('2026-10-30', facts({ '2026-11-01': 'Umzug' }, ['2026-11-01']))).toHaveLength(1)
})

test('given a closure in seven days, says it, in eight not', () => {
  expect(closureNotices('2026-11-23', facts({ '2026-11-30': 'x', '2026-12-01': 'y' }))).toHaveLength(1)
})
