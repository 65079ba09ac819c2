import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { momentOf } from '../platform/times.ts'

const RESULTS: Readonly<Record<string, string>> = {
  reached: 'erreicht',
  busy: 'besetzt',
  'no-answer': 'nicht abgehoben',
  voicemail: 'Anrufbeantworter',
  failed: 'nicht zustande gekommen',
  'called-back-meanwhile': 'rief selbst an',
}

/** '1. Versuch'; after a try that reached nobody '2. Versuch, zuletzt besetzt 11:40'. */
export function attemptText(
  { attempts, lastAttempt }: Pick<WorklistItem, 'attempts' | 'lastAttempt'>,
  now: number,
  timeZone: string,
): string {
  const next = `${attempts + 1}. Versuch`
  if (!lastAttempt) return next
  const result = RESULTS[lastAttempt.result] ?? lastAttempt.result
  return `${next}, zuletzt ${result} ${momentOf(lastAttempt.at, now, timeZone)}`
}
