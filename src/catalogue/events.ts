import { z } from 'zod'
import { defineEvents } from '../platform/events/events.ts'

/** Subject: the service; the city for an import. */
export const emit = defineEvents({
  'service.changed': { version: 1, data: z.object({ active: z.boolean() }) },
  'catalogue.imported': { version: 1, data: z.object({ services: z.int() }) },
})
