import { z } from 'zod'
import type { Platform } from '../../platform/context.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { CLOSE_SILENT } from './changeCall.ts'
import { closeSilentCall, sweepSilentCalls } from './closeSilentCall.ts'

const closeSilent = z.object({ cityId: z.string(), callId: z.uuid() })

export const ctiJobs = (platform: Platform): readonly JobKind[] => [
  {
    name: CLOSE_SILENT,
    data: closeSilent,
    run: (data) => closeSilentCall(platform, closeSilent.parse(data)),
  },
]

const SWEEP_MS = 5 * 60_000

/** Looks now and every five minutes for silent calls whose job was lost. @returns how to stop it */
export function startSilenceSweep(platform: Platform): () => Promise<void> {
  const sweep = async (): Promise<void> => {
    try {
      await sweepSilentCalls(platform)
    } catch (error) {
      platform.log.error({ err: error }, 'sweep of silent webhook calls failed')
    }
  }
  let sweeping = sweep()
  const timer = setInterval(() => {
    sweeping = sweeping.then(sweep)
  }, SWEEP_MS)
  return () => {
    clearInterval(timer)
    return sweeping
  }
}
