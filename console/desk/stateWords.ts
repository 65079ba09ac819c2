import {
  pauseReason,
  type NotReadyReason,
  type PauseReason,
  type PresenceState,
} from '../../src/desk/contract.ts'
import { notReadyWords } from '../../src/shared/notReadyWords.ts'
import type { StatusTone } from '../ui/index.ts'

interface StateWord {
  word: string
  tone: StatusTone
  /** Before the running time: "Frei seit 2:10". */
  since: string
}

/** How a state at the desk is said. */
export const stateWords = {
  offline: { word: 'Nicht bereit', tone: 'off', since: 'seit' },
  'not-ready': { word: 'Nicht bereit', tone: 'off', since: 'seit' },
  available: { word: 'Bereit', tone: 'good', since: 'frei seit' },
  offered: { word: 'Anruf klingelt', tone: 'busy', since: 'seit' },
  'in-call': { word: 'Im Gespräch', tone: 'busy', since: 'seit' },
  'wrap-up': { word: 'Nacharbeit', tone: 'warn', since: 'seit' },
  training: { word: 'Übung', tone: 'busy', since: 'seit' },
} as const satisfies Record<PresenceState, StateWord>

/** What the machine noticed is a sentence: the person did not choose it. */
export const noticedWords = {
  interrupted: 'Dieser Arbeitsplatz war kurz nicht erreichbar. Deshalb bekommen Sie gerade keine Anrufe.',
  unanswered:
    'Ein Anruf hat hier geklingelt und wurde nicht angenommen. Deshalb bekommen Sie gerade keine Anrufe.',
} as const satisfies Record<Exclude<NotReadyReason, PauseReason>, string>

/** A person's state in one word: in a pause, its reason. */
export function stateWordOf({
  state,
  pause,
}: {
  state: PresenceState
  pause: NotReadyReason | null
}): string {
  const chosen = pauseReason.options.find((reason) => reason === pause)
  return state === 'not-ready' && chosen ? notReadyWords[chosen] : stateWords[state].word
}
