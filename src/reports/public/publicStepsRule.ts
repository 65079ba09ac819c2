import type { ReportState } from '../model.ts'

/** That a report got another state, or another day: without a word of anybody. */
export interface PublicStep {
  at: Date
  state: ReportState
  plannedFor: string | null
}

/**
 * What of a report's history everybody may see. What only brought words (somebody wrote again, a second text to the same state)
 * is left out, so that nobody sees that somebody wrote. @param updates in the order they were written
 */
export function publicSteps(updates: readonly PublicStep[]): PublicStep[] {
  const steps: PublicStep[] = []
  for (const { at, state, plannedFor } of updates) {
    const last = steps.at(-1) ?? { state: 'received', plannedFor: null }
    if (state !== last.state || plannedFor !== last.plannedFor) steps.push({ at, state, plannedFor })
  }
  return steps
}
