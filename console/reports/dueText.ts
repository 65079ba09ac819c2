import type { ReportItem } from '../../src/reports/contract.ts'
import { spokenDay } from '../../src/shared/spokenMoment.ts'
import { momentOf } from '../platform/times.ts'

type Due = Pick<ReportItem, 'state' | 'dueAt'>

/** By when a report is owed its answer, or what was planned its end: 'Antwort bis Donnerstag, 26. November'. */
export function dueText({ state, dueAt }: Due, now: number, timeZone: string): string {
  if (isLate({ dueAt }, now)) return `überfällig seit ${momentOf(dueAt, now, timeZone)}`
  return `${state === 'planned' ? 'geplant' : 'Antwort'} bis ${spokenDay(Date.parse(dueAt), now, timeZone)}`
}

/** By this screen's clock, so that a list that stands open says so too. */
export const isLate = ({ dueAt }: Pick<Due, 'dueAt'>, now: number): boolean => Date.parse(dueAt) < now
