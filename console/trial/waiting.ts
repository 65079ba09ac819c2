import type { Board } from '../../src/trial/contract.ts'
import { spokenDuration } from '../../src/shared/germanTime.ts'

/** How long the one waits who waits longest; null when nobody does. */
export function longestWait({ waiting }: Board, now: number): string | null {
  const first = Math.min(...waiting.map(({ since }) => Date.parse(since)))
  return waiting.length === 0 ? null : spokenDuration(now - first)
}

/** The city promises a person within this time. */
const PROMISED_MS = 15_000

/** Whether the promise to this caller is already broken. */
export const waitsTooLong = (since: string, now: number): boolean => now - Date.parse(since) > PROMISED_MS

/** What stands beside the clock of somebody who waits too long: colour alone says nothing. */
export const TOO_LONG = 'über 15 s'
