import { describe, expect, it } from 'vitest'
import { type FreeDay, pageOf } from './freeDays.ts'

const days: FreeDay[] = Array.from({ length: 12 }, (_, place) => ({
  date: `2026-11-${String(10 + 2 * place).padStart(2, '0')}`,
  times: ['08:00', '10:15'],
}))
const datesOf = (page: { days: readonly FreeDay[] }) => page.days.map(({ date }) => date.slice(8))

describe('pageOf', () => {
  it('given no date, begins with the first free day and names the earliest time', () => {
    const page = pageOf(days, undefined)
    expect(datesOf(page)).toEqual(['10', '12', '14', '16', '18'])
    expect(page).toMatchObject({ earliest: { date: '2026-11-10', time: '08:00' }, earlier: null })
    expect(page.later).toBe('2026-11-20')
  })

  it('given a day without times, begins with the next one that has some', () => {
    expect(datesOf(pageOf(days, '2026-11-19'))[0]).toBe('20')
  })

  it('given the last page, leads back and not further', () => {
    const page = pageOf(days, '2026-11-30')
    expect(datesOf(page)).toEqual(['30', '32'])
    expect(page).toMatchObject({ earlier: '2026-11-20', later: null })
  })

  it('given a date after the last day or no date at all, begins anew', () => {
    expect(datesOf(pageOf(days, '2027-05-01'))[0]).toBe('10')
    expect(datesOf(pageOf(days, 'xyz'))[0]).toBe('10')
  })

  it('given nothing free, shows nothing', () => {
    expect(pageOf([], undefined)).toEqual({ earliest: null, days: [], earlier: null, later: null })
  })
})
