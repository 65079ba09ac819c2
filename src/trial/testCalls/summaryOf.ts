import type { TestCall } from './contract.ts'

/** What test calls of one period say together; of those in which nobody answered only how many they are. */
export interface TestCallSummary {
  calls: number
  answered: number
  answered15: number
  /** Of all calls, whether somebody answered or not; of two in the middle the longer. Null without one. */
  medianS: number | null
  longestS: number | null
}

/** The city's own calls are few and nobody's: none of them is hidden. */
export function summaryOf(calls: readonly TestCall[]): TestCallSummary {
  const waits = calls.map(({ waitS }) => waitS).toSorted((one, other) => one - other)
  const answered = calls.filter((call) => call.answered)
  return {
    calls: calls.length,
    answered: answered.length,
    answered15: answered.filter(({ waitS }) => waitS <= 15).length,
    medianS: waits[Math.floor(waits.length / 2)] ?? null,
    longestS: waits.at(-1) ?? null,
  }
}
