import { z } from 'zod'
import { defineEvents } from '../../platform/events/events.ts'

/** The subject is the team whose offers became more careful or less; all of them in order give the tracker again. */
export const emitTracker = defineEvents({
  'tracker.moved': {
    version: 1,
    data: z.object({ callbackId: z.uuid(), missed: z.boolean(), theta: z.number() }),
  },
})
