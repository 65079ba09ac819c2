import type { ReportView } from '../../src/reports/contract.ts'

/** How a report ended; null while it is owed an answer. */
export const endedWith = ({ state }: Pick<ReportView, 'state'>): 'done' | 'not-done' | null =>
  state === 'done' || state === 'not-done' ? state : null
