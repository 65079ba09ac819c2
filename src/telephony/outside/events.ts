import { z } from 'zod'
import { defineEvents } from '../../platform/events/events.ts'

/** Subject: the entry's id. */
export const emitOutside = defineEvents({
  'outside-number.changed': {
    version: 1,
    data: z.object({ what: z.enum(['created', 'changed', 'deleted']) }),
  },
})
