import { z } from 'zod'
import { defineEvents } from '../platform/events/events.ts'

/** The subject is the call's id. */
export const emitDesk = defineEvents({
  'intake.completed': {
    version: 1,
    data: z.object({
      outcome: z.enum(['callback', 'settled', 'hand-over', 'appointment', 'report', 'no-concern']),
      practice: z.boolean(),
    }),
  },
})
