import { z } from 'zod'
import { defineEvents } from '../platform/events/events.ts'

const nothing = z.object({})

/** Subject: the trial; of `past.*` the import, of `test-call.*` the call, of `provider.*` the provider. */
export const emit = defineEvents({
  'trial.planned': { version: 1, data: nothing },
  'trial.changed': { version: 1, data: nothing },
  'trial.started': { version: 1, data: nothing },
  'trial.closed': { version: 1, data: z.object({ hash: z.string() }) },
  'trial.decided': { version: 1, data: z.object({ decision: z.enum(['continue', 'adapt', 'end']) }) },
  'trial.discarded': { version: 1, data: nothing },
  'trial.published': { version: 1, data: nothing },
  'trial.interim-shown': { version: 1, data: nothing },
  'trial.interim-hidden': { version: 1, data: nothing },
  'trial.remarked': { version: 1, data: nothing },
  'past.imported': { version: 1, data: z.object({ calls: z.int(), odd: z.int() }) },
  'past.undone': { version: 1, data: nothing },
  'test-call.entered': { version: 1, data: z.object({ at: z.iso.datetime() }) },
  'test-call.undone': { version: 1, data: nothing },
  'provider.ending-planned': { version: 1, data: z.object({ onDay: z.iso.date() }) },
  'provider.ending-withdrawn': { version: 1, data: nothing },
  'provider.ended': { version: 1, data: z.object({ accounts: z.int(), lines: z.int() }) },
})
