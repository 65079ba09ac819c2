import type { ReportView } from '../../src/reports/contract.ts'
import { type ReportState, STATES } from './words.ts'

const TOLD = {
  email: 'Wer gemeldet hat, bekommt eine E-Mail.',
  sms: 'Wer gemeldet hat, bekommt eine SMS.',
  nobody: 'Eine Nachricht ging nicht hinaus.',
} as const

/** What a step did: the new state, and whether anybody is told. */
export function stepSentence(state: ReportState, reachedBy: ReportView['reachedBy']): string {
  const told = TOLD[reachedBy ?? 'nobody']
  if (state === 'done' || state === 'not-done')
    return `Die Meldung ist beantwortet und abgeschlossen: ${STATES[state][1]}. ${told}`
  return `Die Meldung ist jetzt ${STATES[state][1]}. ${told}`
}
