import type { DayItem, DayState, MarkInput } from '../../../src/appointments/day/contract.ts'

export type Verb = MarkInput['verb']

interface Mark {
  verb: Verb
  key: string
  label: string
  /** From which states it leads on. */
  from: readonly DayState[]
}

/** What can be said of an appointment on its day, with the letter that says it. */
export const marks: readonly Mark[] = [
  { verb: 'arrive', key: 'a', label: 'Angekommen', from: ['booked'] },
  { verb: 'call', key: 'r', label: 'Aufrufen', from: ['booked', 'arrived'] },
  { verb: 'serve', key: 'e', label: 'Erledigt', from: ['booked', 'arrived', 'called'] },
  { verb: 'wait', key: 'w', label: 'Wartet wieder', from: ['called'] },
  { verb: 'miss', key: 'n', label: 'Nicht erschienen', from: ['booked', 'arrived', 'called'] },
  { verb: 'undo', key: 'z', label: 'Zurücknehmen', from: ['arrived', 'called', 'served', 'no-show'] },
]

export const stateWords: Readonly<Record<DayState, string>> = {
  booked: 'gebucht',
  arrived: 'wartet',
  called: 'aufgerufen',
  served: 'bedient',
  'no-show': 'nicht erschienen',
}

/** Whether the server would take it now; it decides again. */
export function isPossible({ verb, from }: Mark, item: DayItem, now: number): boolean {
  if (!from.includes(item.state)) return false
  return verb !== 'miss' || now >= Date.parse(item.noShowFrom)
}

/** 'Personalausweis beantragen × 2, Meldebescheinigung' */
export const servicesText = ({ services }: Pick<DayItem, 'services'>): string =>
  services.map(({ name, persons }) => (persons > 1 ? `${name} × ${persons}` : name)).join(', ')
