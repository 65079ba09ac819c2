import { z } from 'zod'
import { defineEvents } from '../platform/events/events.ts'

const id = z.uuid()

/** The events of a case; the subject is the case's id. */
export const emitCase = defineEvents({
  'case.opened': {
    version: 1,
    data: z.object({
      callId: id.nullable(),
      channel: z.enum(['phone', 'web', 'email', 'counter']),
      serviceId: z.string().nullable(),
      teamId: id,
      practice: z.boolean(),
      outcome: z.enum(['callback', 'settled', 'hand-over', 'appointment', 'report']),
      /** 24 service hours later, by the hours of then; null where no answer is promised. */
      answerBy: z.iso.datetime().nullable().default(null),
    }),
  },
  /** The citizen called again about it. */
  'case.called-again': { version: 1, data: z.object({ callId: id }) },
  /** Somebody asked for a callback about it once more; what they said is the note. */
  'case.asked-again': {
    version: 1,
    data: z.object({ noteId: id, channel: z.enum(['phone', 'web', 'email', 'counter']) }),
  },
  'case.noted': { version: 1, data: z.object({ noteId: id }) },
  'case.closed': {
    version: 1,
    data: z.object({ outcome: z.enum(['settled', 'not-reached', 'withdrawn']), practice: z.boolean() }),
  },
  /** Whoever reported says that it is not solved. */
  'case.reopened': { version: 1, data: z.object({ practice: z.boolean() }) },
  /** Mail to the person comes back. */
  'case.email-refused': { version: 1, data: z.object({}) },
  'case.handed-over': {
    version: 1,
    data: z.object({ fromTeamId: id, toTeamId: id, practice: z.boolean() }),
  },
})
