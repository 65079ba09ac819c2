import { z } from 'zod'
import type { HistoryEntry } from './model.ts'

/** The appointment of a case, as its events tell it. */
export interface CaseAppointment {
  /** Epoch ms. */
  start: number
  state: 'booked' | 'cancelled'
}

const start = z.iso.datetime().transform((text) => Date.parse(text))
const booked = z.object({ start })
const moved = z.object({ to: z.object({ start }) })

/** The newest one; null when none was booked. The room of appointments stands above this one, so its events are read. */
export function appointmentIn(history: readonly HistoryEntry[]): CaseAppointment | null {
  return history.reduce<CaseAppointment | null>(apply, null)
}

function apply(before: CaseAppointment | null, { kind, data }: HistoryEntry): CaseAppointment | null {
  switch (kind) {
    case 'appointment.booked':
      return { ...booked.parse(data), state: 'booked' }
    case 'appointment.moved':
      return { start: moved.parse(data).to.start, state: 'booked' }
    case 'appointment.cancelled':
      return before && { ...before, state: 'cancelled' }
    default:
      return before
  }
}
