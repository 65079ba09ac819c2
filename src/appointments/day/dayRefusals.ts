import { conflict, type Problem } from '../../platform/problems.ts'
import type { AppointmentState } from '../model.ts'
import { NO_SHOW_GRACE_MS, noShowFrom, type Refusal, type Standing } from './dayRule.ts'

const WORDS: Readonly<Record<AppointmentState, string>> = {
  held: 'nur reserviert',
  booked: 'gebucht',
  arrived: 'angekommen',
  called: 'aufgerufen',
  served: 'bedient',
  'no-show': 'nicht erschienen',
  cancelled: 'abgesagt',
  expired: 'abgelaufen',
  moved: 'verschoben',
}

/** Why a click changed nothing, in a sentence. */
export function refusalOf(because: Refusal, standing: Standing, timeZone: string): Problem {
  return conflict(because, SENTENCES[because](standing, timeZone))
}

const SENTENCES: Readonly<Record<Refusal, (standing: Standing, timeZone: string) => string>> = {
  meanwhile: (standing) => `Jemand anderes war schneller: Der Termin ist jetzt ${stateOf(standing)}.`,
  'not-possible': (standing) => `Der Termin ist ${stateOf(standing)}. Dafür geht das nicht.`,
  'too-early': ({ start }, timeZone) =>
    `„Nicht erschienen“ geht erst ${NO_SHOW_GRACE_MS / 60_000} Minuten nach Beginn, ab ${clock(noShowFrom(start), timeZone)} Uhr.`,
  'another-day': ({ date }) => `Dieser Termin ist erst am ${date.split('-').toReversed().join('.')}.`,
}

const stateOf = ({ state, counter }: Standing): string =>
  state === 'called' && counter !== null ? `aufgerufen an Schalter ${counter}` : WORDS[state]

const clock = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('de-DE', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
