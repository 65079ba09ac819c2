import { z } from 'zod'
import { defineEvents } from '../../platform/events/events.ts'

/** The subject is `lang/name`. */
export const emitPrompt = defineEvents({
  'prompt.changed': { version: 1, data: z.object({ what: z.enum(['uploaded', 'reset']) }) },
})
