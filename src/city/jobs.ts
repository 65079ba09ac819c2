import { z } from 'zod'
import type { Platform } from '../platform/context.ts'
import type { JobKind } from '../platform/jobs/jobs.ts'

/** At this instant an announcement or a lead's decision begins or ends: nothing is stored, everybody looks again. */
export const NOTICES_TURN = 'city.notices-turn'

const turn = z.object({ cityId: z.string() })

export const cityJobs = (platform: Platform): readonly JobKind[] => [
  {
    name: NOTICES_TURN,
    data: turn,
    async run(data) {
      const { cityId: city } = turn.parse(data)
      await platform.live.signal({ city, topic: 'announcement.turn', subject: '' })
    },
  },
]
