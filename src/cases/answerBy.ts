import { serviceHoursOf } from '../city/index.ts'
import type { Reader } from '../platform/db/connect.ts'
import type { NewCase } from './openCase.ts'

/** What the authorities' number 115 promises of what is not settled at once. */
export const ANSWER_WITHIN_SERVICE_MINUTES = 24 * 60

/**
 * Until when whoever asked should have an answer, by the service hours as they are now. Null for practice, for a report, which
 * has a date of its own, and where the city has no openings to come.
 */
export async function answerBy(
  reader: Reader,
  cityId: string,
  { practice, outcome }: Pick<NewCase, 'practice' | 'outcome'>,
  openedAt: Date,
): Promise<Date | null> {
  if (practice || outcome === 'report') return null
  const until = (await serviceHoursOf(reader, cityId)).add(openedAt, ANSWER_WITHIN_SERVICE_MINUTES)
  return until === null ? null : new Date(until)
}
