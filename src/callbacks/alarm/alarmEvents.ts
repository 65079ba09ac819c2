import { z } from 'zod'
import { defineEvents } from '../../platform/events/events.ts'

const count = z.int().min(0)

export const emitAlarm = defineEvents({
  /** So much of the window is over, and nobody has called. The subject is the callback, as of the next two. */
  'callback.at-risk': { version: 1, data: z.object({ stage: z.enum(['half', 'four-fifths']) }) },
  /** As things stand the call cannot be made in its window, and that is said to the citizen before it ends. */
  'callback.late-told': { version: 1, data: z.object({}) },
  /** A lead asked the citizen for a later window; the one promised stays promised. */
  'callback.asked-later': { version: 1, data: z.object({}) },
  /**
   * The promises of a team that need help are others than before; the subject is the team. `nobody`: in hours in which
   * nobody is on duty; `tooMuch`: those that the staff on duty do not get to. One event, however many promises it is.
   */
  'callback.rechecked': { version: 1, data: z.object({ nobody: count, tooMuch: count }) },
})
