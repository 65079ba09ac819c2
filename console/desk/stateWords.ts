import type { PresenceState } from '../../src/desk/contract.ts'
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
  'not-ready': { word: 'Pause', tone: 'off', since: 'seit' },
  available: { word: 'Bereit', tone: 'good', since: 'frei seit' },
  offered: { word: 'Anruf klingelt', tone: 'busy', since: 'seit' },
  'in-call': { word: 'Im Gespräch', tone: 'busy', since: 'seit' },
  'wrap-up': { word: 'Nacharbeit', tone: 'warn', since: 'seit' },
  training: { word: 'Übung', tone: 'busy', since: 'seit' },
} as const satisfies Record<PresenceState, StateWord>
