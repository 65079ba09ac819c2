import type { NotReached, Outcome } from './queries.ts'

interface Choice<V extends string> {
  value: V
  key: string
  label: string
}

/** What can come of a callback, with the key that chooses it. */
export const outcomeChoices: readonly Choice<Outcome>[] = [
  { value: 'settled', key: 'e', label: 'Erledigt' },
  { value: 'not-reached', key: 'n', label: 'Nicht erreicht' },
  { value: 'needs-appointment', key: 't', label: 'Termin nötig' },
  { value: 'pass-on', key: 'w', label: 'Weitergeben' },
  { value: 'withdrawn', key: 'z', label: 'Zurückgezogen' },
]

export const notReachedChoices: readonly Choice<NotReached>[] = [
  { value: 'busy', key: 'b', label: 'Besetzt' },
  { value: 'no-answer', key: 'k', label: 'Keine Antwort' },
  { value: 'voicemail', key: 'a', label: 'Anrufbeantworter' },
]

const DONE: Record<Outcome, string> = {
  settled: 'ist erledigt.',
  'not-reached': 'wird noch einmal versucht oder ist nach drei Versuchen abgeschlossen.',
  'needs-appointment': 'ist abgeschlossen: ein Termin ist nötig.',
  'pass-on': 'hat jetzt ein anderes Team.',
  withdrawn: 'ist zurückgezogen.',
}

/** One sentence for the list after the outcome was stored. */
export const doneSentence = (caseNumber: string, outcome: Outcome): string => `${caseNumber} ${DONE[outcome]}`
