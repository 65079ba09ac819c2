import { describe, expect, test } from 'vitest'
import { appointmentIn } from './appointmentIn.ts'
import type { HistoryEntry } from './model.ts'

const event = (kind: string, data: unknown = {}): HistoryEntry => ({ at: new Date(0), kind, data, by: null })
const FIRST = '2026-11-26T09:15:00.000Z'
const SECOND = '2026-11-27T08:00:00.000Z'
const booked = event('appointment.booked', { start: FIRST })
const moved = event('appointment.moved', { from: { start: FIRST }, to: { start: SECOND } })

describe('the appointment of a case', () => {
  test.each([
    ['nothing of an appointment', [event('case.opened'), event('callback.done')], null],
    ['a booking', [event('case.opened'), booked], { start: Date.parse(FIRST), state: 'booked' }],
    ['a move', [booked, moved], { start: Date.parse(SECOND), state: 'booked' }],
    [
      'a cancellation',
      [booked, moved, event('appointment.cancelled', { start: SECOND })],
      { start: Date.parse(SECOND), state: 'cancelled' },
    ],
  ])('given %s, it is read out of the events', (_what, history, expected) => {
    expect(appointmentIn(history)).toEqual(expected)
  })
})
