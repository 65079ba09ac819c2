import { z } from 'zod'
import { defineEvents } from '../../platform/events/events.ts'

/** The subject is the team; an absence is told for each team that the person is in the roster of. Who it is about stays in the rows. */
export const emitRoster = defineEvents({
  'roster.changed': { version: 1, data: z.object({ teamId: z.uuid() }) },
})
