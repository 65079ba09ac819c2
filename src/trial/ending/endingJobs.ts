import { z } from 'zod'
import type { Platform } from '../../platform/context.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { endProvider } from './endProvider.ts'

/** The day has begun on which a provider ends. */
export const ENDING_DUE = 'trial.provider-ends'

const due = z.object({ cityId: z.string(), trialId: z.uuid() })

export const trialJobs = (platform: Platform): readonly JobKind[] => [
  {
    name: ENDING_DUE,
    data: due,
    async run(data) {
      const { cityId, trialId } = due.parse(data)
      await endProvider(platform, cityId, trialId)
    },
  },
]
