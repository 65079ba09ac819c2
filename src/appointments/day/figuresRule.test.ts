import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coursesOf, figuresOf, median, type Told } from './figuresRule.ts'

const HOUR = 3_600_000
const MONDAY = Date.parse('2026-11-23T08:00:00Z')
const place = (date: string, minutes = 15) => {
  const start = Date.parse(`${date}T09:00:00Z`)
  const end = new Date(start + minutes * 60_000).toISOString()
  return { officeId: 'o', date, start: new Date(start).toISOString(), end }
}
const PIN = [{ id: 'pin', persons: 1 }]
const booked = (id: string, date: string, values: object = {}): Told => ({
  id,
  kind: 'appointment.booked',
  at: MONDAY,
  data: { ...place(date), services: PIN, ...values },
})
const then = (id: string, kind: string, data: object = {}): Told => ({
  id,
  kind: `appointment.${kind}`,
  at: MONDAY,
  data,
})
const PERIOD = { from: '2026-11-24', to: '2026-11-24', today: '2026-11-25' }
const figures = (...events: Told[]) => figuresOf(coursesOf(events), PERIOD)

describe('figures', () => {
  test('given each end once, counts each once; all ends together are the booked', () => {
    const found = figures(
      ...['a', 'b', 'c', 'd'].map((id) => booked(id, '2026-11-24')),
      then('a', 'arrived'),
      then('a', 'called'),
      then('a', 'served'),
      then('b', 'no-show'),
      then('c', 'cancelled'),
    )
    expect(found).toMatchObject({
      booked: 4,
      served: 1,
      noShow: 1,
      cancelled: 1,
      notRecorded: 1,
      usedMinutes: 30,
    })
  })

  test('given a moved one, counts where it was last to be', () => {
    const moved = then('a', 'moved', { from: place('2026-11-24'), to: place('2026-11-26', 30) })
    expect(figures(booked('a', '2026-11-24'), moved).booked).toBe(0)
    const back = then('a', 'moved', { from: place('2026-11-26'), to: place('2026-11-24', 30) })
    expect(figures(booked('a', '2026-11-24'), moved, back)).toMatchObject({ booked: 1, usedMinutes: 30 })
  })

  test('given a click that was taken back, counts what came then', () => {
    const back = then('a', 'taken-back', { ...place('2026-11-24'), from: 'no-show', to: 'booked' })
    expect(figures(booked('a', '2026-11-24'), then('a', 'no-show'), back)).toMatchObject({
      noShow: 0,
      notRecorded: 1,
    })
  })

  test('given a day that is not over, what is open is not yet unrecorded', () => {
    const open = figuresOf(coursesOf([booked('a', '2026-11-24')]), { ...PERIOD, today: '2026-11-24' })
    expect(open).toMatchObject({ booked: 1, notRecorded: 0 })
  })

  test('given somebody squeezed in, the lead time is of the others', () => {
    const found = figures(booked('a', '2026-11-24'), booked('b', '2026-11-24'), then('b', 'squeezed-in'))
    expect(found).toMatchObject({ walkIns: 1, leadTimeMs: 25 * HOUR })
  })

  test('given several services, their minutes are shared by persons', () => {
    const services = [
      { id: 'pin', persons: 1 },
      { id: 'passport', persons: 2 },
    ]
    expect(
      figures(booked('a', '2026-11-24', { ...place('2026-11-24', 30), services })).usedByService,
    ).toEqual({
      pin: 10,
      passport: 20,
    })
  })

  test('given nothing, is nought and no lead time', () => {
    expect(figures()).toMatchObject({ booked: 0, leadTimeMs: null, usedByService: {} })
  })
})

test('the median is one of the values, and not more than half of them are on either side', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const middle = median(values)!
      expect(values).toContain(middle)
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2)
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2)
    }),
  )
})

const END = fc.constantFrom('served', 'no-show', 'cancelled', 'none')
test('whatever happens, every booked one is in exactly one of served, missed, cancelled and not recorded', () => {
  fc.assert(
    fc.property(fc.array(fc.array(END, { maxLength: 3 }), { maxLength: 20 }), (ends) => {
      const events = ends.flatMap((kinds, n) => [
        booked(`a${n}`, '2026-11-24'),
        ...kinds.filter((kind) => kind !== 'none').map((kind) => then(`a${n}`, kind)),
      ])
      const {
        booked: all,
        served,
        noShow,
        cancelled,
        notRecorded,
        usedByService,
        usedMinutes,
      } = figures(...events)
      expect(served + noShow + cancelled + notRecorded).toBe(all)
      expect(Object.values(usedByService).reduce((sum, minutes) => sum + minutes, 0)).toBeCloseTo(usedMinutes)
    }),
  )
})
