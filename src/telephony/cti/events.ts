import { z } from 'zod'
import { defineEvents } from '../../platform/events/events.ts'

/** Subject: the source's id. */
export const emitCti = defineEvents({
  'cti-source.changed': {
    version: 1,
    data: z.object({ what: z.enum(['created', 'changed', 'token-renewed']) }),
  },
})
