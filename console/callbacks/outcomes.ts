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
  { value: 'follow-up', key: 'f', label: 'Folgezusage' },
  { value: 'pass-on', key: 'w', label: 'Weitergeben' },
  { value: 'withdrawn', key: 'z', label: 'Zurückgezogen' },
]

export const notReachedChoices: readonly Choice<NotReached>[] = [
  { value: 'busy', key: 'b', label: 'Besetzt' },
  { value: 'no-answer', key: 'k', label: 'Keine Antwort' },
  { value: 'voicemail', key: 'a', label: 'Anrufbeantworter' },
]
