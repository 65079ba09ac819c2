import { type AppointmentState, mayBecome } from '../model.ts'

/** What an appointment is on its day, from the moment it is booked. */
export type DayState = Extract<AppointmentState, 'booked' | 'arrived' | 'called' | 'served' | 'no-show'>

/** What is clicked beside an appointment; `undo` leads one step back. */
export const VERBS = ['arrive', 'call', 'serve', 'miss', 'wait', 'undo'] as const
export type DayVerb = (typeof VERBS)[number]

/** Nobody is missing before: people look for a place to park. */
export const NO_SHOW_GRACE_MS = 10 * 60_000

/** An appointment as it is. */
export interface Standing {
  readonly state: AppointmentState
  readonly counter: string | null
  /** Whether somebody has seen the person. */
  readonly arrived: boolean
  /** Epoch ms. */
  readonly start: number
  /** 'YYYY-MM-DD' */
  readonly date: string
}

export interface Click {
  readonly verb: DayVerb
  /** The state that whoever clicked saw. */
  readonly seen: AppointmentState
  /** Only for `call`. */
  readonly counter: string | null
  /** Epoch ms. */
  readonly now: number
  /** 'YYYY-MM-DD' */
  readonly today: string
}

export type Refusal = 'meanwhile' | 'not-possible' | 'too-early' | 'another-day'

export type Decision =
  | { readonly kind: 'change'; readonly to: DayState; readonly counter: string | null }
  /** It is so already: the same click came twice. */
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly because: Refusal }

/** What a click makes of an appointment. Who saw an old state is refused, unless it has become what the click wants. */
export function decide(standing: Standing, click: Click): Decision {
  if (standing.state !== click.seen) {
    const wanted = isWanted(standing, click)
    return wanted ? { kind: 'same' } : { kind: 'refused', because: 'meanwhile' }
  }
  if (standing.date > click.today) return { kind: 'refused', because: 'another-day' }
  const to = targetOf(click.verb, standing)
  if (to === null || !mayBecome(standing.state, to)) return { kind: 'refused', because: 'not-possible' }
  if (to === 'no-show' && click.now < noShowFrom(standing.start))
    return { kind: 'refused', because: 'too-early' }
  return { kind: 'change', to, counter: counterAfter(to, standing, click) }
}

/** From when on somebody counts as missing, epoch ms. */
export const noShowFrom = (start: number): number => start + NO_SHOW_GRACE_MS

function targetOf(verb: DayVerb, standing: Standing): DayState | null {
  switch (verb) {
    case 'arrive':
      return standing.state === 'booked' ? 'arrived' : null
    case 'call':
      return 'called'
    case 'serve':
      return 'served'
    case 'miss':
      return 'no-show'
    case 'wait':
      return standing.state === 'called' ? 'arrived' : null
    case 'undo':
      return stepBack(standing)
  }
}

/** The step before, along the way booked, arrived, called, served; no row remembers more. */
function stepBack({ state, counter, arrived }: Standing): DayState | null {
  const waiting = arrived ? 'arrived' : 'booked'
  switch (state) {
    case 'arrived':
      return 'booked'
    case 'called':
    case 'no-show':
      return waiting
    case 'served':
      return counter === null ? waiting : 'called'
    default:
      return null
  }
}

/** Who was served was served at a counter; everybody else has none. */
function counterAfter(to: DayState, standing: Standing, click: Click): string | null {
  if (to === 'called') return click.verb === 'undo' ? standing.counter : click.counter
  return to === 'served' ? standing.counter : null
}

/** Where a click may lead from the state that was seen. */
const LEADS_TO: Readonly<Record<DayVerb, readonly AppointmentState[]>> = {
  arrive: ['arrived'],
  call: ['called'],
  serve: ['served'],
  miss: ['no-show'],
  wait: ['arrived'],
  undo: ['booked', 'arrived', 'called'],
}

function isWanted({ state, counter }: Standing, click: Click): boolean {
  if (!mayBecome(click.seen, state) || !LEADS_TO[click.verb].includes(state)) return false
  return click.verb !== 'call' || counter === click.counter
}
