import type { AppointmentState } from '../model.ts'

/** What somebody is told of an appointment. `attention`: a changed plan has left it without a place; `restored`: it has one again. */
export type Notice = 'booked' | 'moved' | 'shortened' | 'cancelled' | 'attention' | 'restored' | 'reminder'

/** What changes nothing in anybody's calendar. */
export const WITHOUT_CALENDAR: readonly Notice[] = ['attention', 'restored', 'reminder']

/** How the appointment is when the text is written. */
interface Present {
  readonly state: AppointmentState
  readonly sequence: number
  readonly needsAttention: boolean
  /** Epoch ms. */
  readonly start: number
}

/**
 * Whether a notice still says what is so. Where a later change has its own notice, the earlier one is left out: nobody
 * is told first what is not true any more.
 * @param sequence the appointment's when the notice was written down
 */
export function isStillTrue(notice: Notice, sequence: number, present: Present, now: number): boolean {
  if (present.sequence !== sequence) return false
  if (notice === 'cancelled') return present.state === 'cancelled'
  if (present.state !== 'booked' || present.start <= now) return false
  return present.needsAttention ? notice === 'attention' : notice !== 'attention'
}
