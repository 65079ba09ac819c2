import { z } from 'zod'
import { defineEvents } from '../platform/events/events.ts'

const message = z.object({ messageId: z.uuid(), kind: z.string(), channel: z.enum(['email', 'sms']) })

/** The subject is what the message speaks of. Recipients stay in the row. */
export const emitMessage = defineEvents({
  'message.sent': { version: 1, data: message.extend({ attempts: z.int().min(1) }) },
  'message.failed': {
    version: 1,
    data: message.extend({ because: z.enum(['rejected', 'gave-up', 'bounced']) }),
  },
  'message.dropped': { version: 1, data: message },
})
