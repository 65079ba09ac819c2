// What callers hear when nobody can be reached while this program is away: built-in announcements only, because nobody
// can fetch the city's own from us then.
import type { LineDecision } from '../../../city/index.ts'
import type { ServiceHours } from '../../../shared/serviceHours.ts'
import type { WeekOpening } from '../../../shared/serviceWeek.ts'
import { soundFileOf, type SentenceName } from '../../prompts/registry.ts'
import { sentence } from '../../prompts/say.ts'
import { sayWeek } from '../../prompts/sayWeek.ts'

/** Asterisk holds 4 kB in a request line and in a variable; the rest of the request needs less than the difference. */
const LONGEST = 3_900

/** Why nobody answers, for `Playback`. */
export interface Opening {
  prompt: string
  /** Until then it is true, in whole seconds (epoch); from then on it is a fault. Null: for as long as it may last. */
  until: number | null
}

/** @param decision what a lead decided about the line; null while the service hours count */
export function openingWords(
  hours: Pick<ServiceHours, 'isOpen' | 'nextOpening'>,
  decision: Pick<LineDecision, 'state' | 'endsAt'> | null,
  now: Date,
): Opening {
  if (decision?.state === 'open') return opening('stoerung', null)
  if (!hours.isOpen(now)) {
    const next = hours.nextOpening(now)
    return next ? opening('geschlossen', next.start) : opening('nicht-besetzt', null)
  }
  if (decision) return opening('nicht-besetzt', decision.endsAt?.getTime() ?? null)
  return opening('stoerung', null)
}

const opening = (name: SentenceName, until: number | null): Opening => ({
  prompt: soundFileOf(name, 'de'),
  until: until === null ? null : Math.ceil(until / 1_000),
})

/** The hours of an ordinary week and good-bye, for `Playback`. A week too long for Asterisk is left out. */
export function hoursWords(week: readonly WeekOpening[]): string {
  const goodbye = sentence('auf-wiederhoeren')
  const said = sayWeek(week)
  if (said.length === 0) return chain([goodbye])
  const whole = chain([sentence('unsere-servicezeiten'), ...said, goodbye])
  return encodeURIComponent(whole).length > LONGEST ? chain([goodbye]) : whole
}

const chain = (names: readonly string[]): string => names.map((name) => soundFileOf(name, 'de')).join('&')
