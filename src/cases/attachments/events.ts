import { z } from 'zod'
import { defineEvents } from '../../platform/events/events.ts'
import { MEDIA_TYPES } from './contract.ts'

/** The subject is the attachment's id. Its name is personal data and stands in its row only. */
export const emitAttachment = defineEvents({
  'case.attachment-added': {
    version: 1,
    data: z.object({ attachmentId: z.uuid(), mediaType: z.enum(MEDIA_TYPES), size: z.int().positive() }),
  },
  'case.attachment-removed': {
    version: 1,
    data: z.object({ attachmentId: z.uuid(), because: z.enum(['by-hand', 'time-is-over']) }),
  },
})
