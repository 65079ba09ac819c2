import type { Refusal } from '../capacity/explainRule.ts'
import type { Quota } from '../release/plan.ts'

/** Why a time cannot be had: of the day's capacity, or before that is looked at. */
export type NotOffered =
  | Refusal
  /** These services have no appointments. */
  | { readonly kind: 'not-bookable'; readonly services: readonly string[] }
  /** `last` is the last date that is given, 'YYYY-MM-DD'. */
  | { readonly kind: 'too-far-ahead'; readonly last: string }
  | { readonly kind: 'off-grid'; readonly gridMinutes: number }

/** What the sentences name. */
export interface Words {
  /** The moment asked for, epoch ms. */
  start: number
  minutes: number
  timeZone: string
  serviceName: (id: string) => string
  deviceName: (kind: string) => string
}

/** The reason in one plain German sentence. */
export function sentenceOf(refusal: NotOffered, words: Words): string {
  const { timeZone, serviceName, deviceName } = words
  switch (refusal.kind) {
    case 'past':
      return 'Diese Zeit ist vorbei.'
    case 'not-bookable':
      return `Dafür kann man keine Termine buchen: ${refusal.services.map(serviceName).join(', ')}.`
    case 'too-far-ahead':
      return `So weit voraus vergibt das Büro keine Termine, nur bis ${dateWords(refusal.last)}.`
    case 'off-grid':
      return `Termine beginnen hier alle ${refusal.gridMinutes} Minuten, und ${clock(words.start, words)} gehört nicht dazu.`
    case 'closed':
      return `An diesem Tag ist geschlossen: ${refusal.because.replace(/\.$/, '')}.`
    case 'outside-opening':
      return outsideOpening(refusal, words)
    case 'nobody-able':
      return nobodyAble(refusal, words)
    case 'crosses-end':
      return `Der Termin dauert ${lasts(words)}, aber um ${clock(refusal.until, words)} ${ENDS[refusal.after]}.`
    case 'not-released':
      return notReleased(refusal, words)
    case 'kept-back':
      return `Diese Zeit hat jemand zurückgegeben; das Büro vergibt sie ab ${moment(refusal.until, timeZone)} neu.`
    case 'device-taken':
      return deviceTaken(refusal.units, deviceName(refusal.device))
    case 'all-busy':
      return refusal.able === 1
        ? 'Die eine Person, die das darf, hat dann schon einen anderen Termin.'
        : `Alle ${refusal.able} Personen, die das dürfen, haben dann schon andere Termine.`
  }
}

const ENDS = {
  break: 'beginnt für alle, die das dürfen, die Pause',
  end: 'endet der Dienst derer, die das dürfen',
  'no-counter': 'ist für die, die das dürfen, kein Schalter mehr da',
} as const

const FOR: Readonly<Record<Quota, string>> = {
  web: 'für das Internet',
  phone: 'für das Telefon',
  counter: 'für den Schalter',
  emergency: 'für Notfälle',
}

type Of<K extends NotOffered['kind']> = Extract<NotOffered, { kind: K }>

function notReleased({ quota, opens }: Of<'not-released'>, { timeZone }: Words): string {
  const said = `Von diesem Tag ist ${FOR[quota]} noch nicht so viel freigegeben`
  return opens === null ? `${said}.` : `${said}; das ändert sich frühestens am ${moment(opens, timeZone)}.`
}

function deviceTaken(units: number, name: string): string {
  if (units === 0) return `Dieses Büro hat kein Gerät „${name}“, und die Leistung braucht eines.`
  if (units === 1) return `Das Gerät „${name}“ ist dann belegt; das Büro hat nur eines.`
  return `Alle ${units} Geräte „${name}“ sind dann belegt.`
}

function outsideOpening({ opens, closes }: Of<'outside-opening'>, words: Words): string {
  if (opens === null || closes === null) return 'An diesem Tag arbeitet dort niemand.'
  const at = clock(words.start, words)
  if (opens <= words.start && words.start < closes) return `Um ${at} arbeitet dort niemand: Alle haben Pause.`
  return `Um ${at} arbeitet dort niemand, nur zwischen ${clock(opens, words)} und ${clock(closes, words)}.`
}

function nobodyAble({ missing }: Of<'nobody-able'>, words: Words): string {
  const at = clock(words.start, words)
  return missing.length === 0
    ? `Um ${at} darf niemand alles zusammen: Für jede Leistung ist jemand da, aber keine Person für alle.`
    : `Um ${at} ist niemand da, der das darf: ${missing.map(words.serviceName).join(', ')}.`
}

const lasts = ({ minutes }: Words): string => (minutes === 1 ? 'eine Minute' : `${minutes} Minuten`)

const clock = (at: number, { timeZone }: Words): string =>
  `${new Intl.DateTimeFormat('de-DE', { timeZone, hour: 'numeric', minute: '2-digit' }).format(at)} Uhr`

/** 'Montag, 30. November 2026, 8:00 Uhr' */
export function moment(at: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('de-DE', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at)
  const time = new Intl.DateTimeFormat('de-DE', { timeZone, hour: 'numeric', minute: '2-digit' }).format(at)
  return `${day}, ${time} Uhr`
}

const dateWords = (date: string): string =>
  new Intl.DateTimeFormat('de-DE', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${date}T12:00:00Z`))
