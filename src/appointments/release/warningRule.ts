import type { ReleasePlan } from './plan.ts'
import { dayWords, momentWords } from './words.ts'

/** What a dry run knows of one day. */
export interface TriedDay {
  date: string
  /** Minutes that all lanes work. */
  capacity: number
  /** Minutes that are booked already. */
  taken: number
  closedBecause: string | null
  /** The city has service hours on this day. */
  isServiceDay: boolean
  /** Moments at which something opens or flows back (epoch ms). */
  moments: readonly number[]
  /** The first moment at which the office gives appointments for it at all (epoch ms). */
  earliest: number
  ends: number
}

export interface Tried {
  plan: Pick<ReleasePlan, 'from' | 'until' | 'rule'>
  days: readonly TriedDay[]
  /** Names of plans of the same kind that decide about some of its days. */
  rivals: readonly string[]
  timeZone: string
  now: number
  isServiceTime: (at: number) => boolean
}

/** What somebody should think about before the plan counts, as sentences. */
export const warningsOf = (tried: Tried): string[] => [
  ...tried.rivals.map(
    (name) =>
      `„${name}“ entscheidet schon über einen Teil dieser Tage. So kann diese Freischaltung nicht freigegeben werden.`,
  ),
  ...closedDays(tried),
  ...unstaffed(tried),
  ...fullDays(tried),
  ...neverOpen(tried),
  ...tooFarAhead(tried),
  ...tooLate(tried),
  ...past(tried),
  ...outsideService(tried),
]

const closedDays = ({ days }: Tried): string[] =>
  days.flatMap(({ date, closedBecause }) =>
    closedBecause === null ? [] : [`${dayWords(date)}: ${closedBecause}. An diesem Tag wird nichts frei.`],
  )

const unstaffed = ({ days }: Tried): string[] =>
  days
    .filter((day) => day.closedBecause === null && day.isServiceDay && day.capacity === 0)
    .map(
      ({ date }) =>
        `${dayWords(date)}: Niemand hat Dienst, obwohl die Stadt offen ist. An diesem Tag wird nichts frei.`,
    )

const fullDays = ({ days }: Tried): string[] =>
  days
    .filter(({ capacity, taken }) => taken > capacity)
    .map(
      ({ date, capacity, taken }) =>
        `${dayWords(date)}: ${taken} Minuten sind gebucht, mehr als der Tag hat (${capacity}).`,
    )

function neverOpen({ plan: { rule } }: Tried): string[] {
  if (rule.kind !== 'rolling') return []
  const percent = rule.steps.reduce((all, step) => all + step.percent, 0)
  return percent === 100 ? [] : [`Zusammen sind es ${percent} %. Der Rest jedes Tages wird nie buchbar.`]
}

function tooFarAhead({ days, timeZone }: Tried): string[] {
  const held = days.filter(({ moments, earliest }) => moments.some((at) => at < earliest))
  const [first] = held
  if (!first) return []
  return [
    `${count(held.length)} weiter voraus freigegeben, als das Büro Termine vergibt: ${dayWords(first.date)} wird erst ${momentWords(first.earliest, timeZone)} buchbar.`,
  ]
}

function tooLate({ days, timeZone }: Tried): string[] {
  const late = days.filter(({ capacity, moments, ends }) => capacity > 0 && moments.some((at) => at >= ends))
  const [first] = late
  const moment = first?.moments.find((at) => at >= first.ends)
  if (!first || moment === undefined) return []
  return [
    `${count(late.length)} erst freigegeben, wenn der Dienst vorbei ist: ${dayWords(first.date)} ${momentWords(moment, timeZone)}.`,
  ]
}

function past({ days, now, plan: { rule } }: Tried): string[] {
  if (rule.kind === 'pool') return []
  const open = days.filter(
    ({ capacity, moments }) => capacity > 0 && moments.length > 0 && moments.every((at) => at <= now),
  )
  if (open.length === 0) return []
  return [
    `${count(open.length)} sofort frei, sobald jemand diese Freischaltung freigibt: Der Zeitpunkt ist schon vorbei.`,
  ]
}

/** Whoever calls at that moment reaches nobody. */
function outsideService({ days, isServiceTime, timeZone, now }: Tried): string[] {
  const moments = [...new Set(days.filter(({ capacity }) => capacity > 0).flatMap((day) => day.moments))]
    .filter((at) => at > now && !isServiceTime(at))
    .toSorted((a, b) => a - b)
  const [first] = moments
  if (first === undefined) return []
  const rest = moments.length - 1
  const more = rest === 0 ? '' : ` (und ${rest === 1 ? 'noch einmal' : `noch ${rest}-mal`})`
  return [
    `Außerhalb der Servicezeit: ${momentWords(first, timeZone)}${more}. Wer dann anruft, erreicht niemanden.`,
  ]
}

const count = (days: number): string => (days === 1 ? 'Ein Tag wird' : `${days} Tage werden`)
