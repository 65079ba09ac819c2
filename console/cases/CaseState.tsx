import type { CaseView } from '../../src/cases/contract.ts'
import { StatusWord, type StatusTone } from '../ui/index.ts'

const STATES = {
  open: ['busy', 'offen'],
  settled: ['good', 'erledigt'],
  'not-reached': ['warn', 'nicht erreicht'],
  withdrawn: ['off', 'zurückgezogen'],
} as const satisfies Record<CaseView['state'], readonly [StatusTone, string]>

const BOOKED = ['good', 'Termin gebucht'] as const satisfies readonly [StatusTone, string]

/** An appointment says better than "erledigt" how it ended. */
export function CaseState({ of: { state, appointment } }: { of: Pick<CaseView, 'state' | 'appointment'> }) {
  const [tone, word] = state === 'settled' && appointment?.state === 'booked' ? BOOKED : STATES[state]
  return <StatusWord tone={tone}>{word}</StatusWord>
}

/** Marks what never counts in a figure. */
export function PracticeMark({ practice }: { practice: boolean }) {
  return practice ? <span className="practice">Übung</span> : null
}
