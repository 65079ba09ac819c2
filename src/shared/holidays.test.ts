import { describe, expect, test } from 'vitest'
import { holidayName } from './holidays.ts'
import { isLand, LAENDER, type Land } from './laender.ts'

describe('holidayName', () => {
  test.each<[Land, string, string | null]>([
    ['NW', '2026-01-01', 'Neujahrstag'],
    ['NW', '2026-04-03', 'Karfreitag'],
    ['NW', '2026-04-06', 'Ostermontag'],
    ['NW', '2026-05-14', 'Christi Himmelfahrt'],
    ['NW', '2026-06-04', 'Fronleichnam'],
    ['NW', '2026-10-03', 'Tag der Deutschen Einheit'],
    ['NW', '2026-11-01', 'Allerheiligen'],
    ['NW', '2026-12-26', '2. Weihnachtstag'],
    ['NW', '2026-12-24', null],
    ['NW', '2026-10-31', null],
    ['NW', '2017-10-31', 'Reformationstag'],
    ['NI', '2026-10-31', 'Reformationstag'],
    ['SN', '2026-11-18', 'Buß- und Bettag'],
    ['BY', '2026-01-06', 'Heilige Drei Könige'],
    ['BE', '2026-03-08', 'Weltfrauentag'],
    ['TH', '2026-09-20', 'Weltkindertag'],
    ['BW', '2027-03-29', 'Ostermontag'],
    ['HH', '2024-02-29', null],
  ])('given %s on %s, answers %s', (land, date, expected) => {
    expect(holidayName(land, date)).toBe(expected)
  })

  test('given each Land, knows its holidays by German names and New Year among them', () => {
    for (const code of Object.keys(LAENDER).filter(isLand)) {
      expect(holidayName(code, '2027-01-01')).toBe('Neujahrstag')
    }
  })

  test.each(['2026-1-1', '01.01.2026', ''])('given %j instead of a date, throws RangeError', (date) => {
    expect(() => holidayName('NW', date)).toThrow(RangeError)
  })

  test.each(['NRW', 'nw', 'AUGSBURG', 'BUND', 'toString', ''])('given %j, it is not a Land', (code) => {
    expect(isLand(code)).toBe(false)
  })
})
