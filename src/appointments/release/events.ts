import { z } from 'zod'
import { defineEvents } from '../../platform/events/events.ts'

const version = z.object({
  officeId: z.string(),
  version: z.int().min(1),
  plan: z.enum(['batch', 'rolling', 'pool', 'quota']),
})

/** Subject: the release plan. What the version says stands in its row, which nobody changes once it is approved. */
export const emitPlan = defineEvents({
  'release-plan.drafted': { version: 1, data: version },
  'release-plan.submitted': { version: 1, data: version },
  /** Back to its author. */
  'release-plan.returned': { version: 1, data: version },
  'release-plan.withdrawn': { version: 1, data: version },
  /** It counts from now on, and the version before it ends. */
  'release-plan.approved': { version: 1, data: version },
  'release-plan.end-asked': { version: 1, data: version },
  /** Nobody asks for its end any more. */
  'release-plan.end-refused': { version: 1, data: version },
  'release-plan.ended': { version: 1, data: version },
})
