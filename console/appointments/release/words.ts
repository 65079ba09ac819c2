import type { PlanView } from '../../../src/appointments/release/contract.ts'
import type { StatusTone } from '../../ui/index.ts'
import { clockOfMinute } from '../settings/clock.ts'
import { shortDate, weekdaysInWords } from '../settings/shiftWords.ts'
import type { Rule } from './queries.ts'

/** For whom a part is. */
export const WAYS = {
  web: 'Internet',
  phone: 'Telefon',
  counter: 'Schalter',
  emergency: 'Notfälle',
} as const
export type Way = keyof typeof WAYS

export const KINDS = [
  { value: 'batch', label: 'Viele Tage auf einmal' },
  { value: 'rolling', label: 'Jeden Tag ein Stück' },
  { value: 'quota', label: 'Anteile für Telefon, Schalter, Notfälle' },
  { value: 'pool', label: 'Abgesagte Termine' },
] as const satisfies readonly { value: Rule['kind']; label: string }[]

export const kindWord = (kind: Rule['kind']): string =>
  KINDS.find(({ value }) => value === kind)?.label ?? kind

export const STATES: Readonly<Record<PlanView['state'], { word: string; tone: StatusTone }>> = {
  draft: { word: 'Entwurf', tone: 'off' },
  submitted: { word: 'liegt zur Freigabe vor', tone: 'warn' },
  active: { word: 'gilt', tone: 'good' },
  ended: { word: 'beendet', tone: 'off' },
  withdrawn: { word: 'verworfen', tone: 'off' },
}

/** What the rule says, one sentence for each part. */
export function ruleSentences(rule: Rule): string[] {
  switch (rule.kind) {
    case 'batch':
      return [`Alle Tage werden am ${shortDate(rule.opens.date)} um ${clock(rule.opens.at)} frei.`]
    case 'rolling':
      return rule.steps.map(
        ({ daysBefore, at, percent }) => `${percent} % werden ${aheadOf(daysBefore)} um ${clock(at)} frei.`,
      )
    case 'quota':
      return rule.shares.map(
        ({ quota, percent, backDays, backAt }) =>
          `${percent} % sind für ${WAYS[quota]}; was übrig ist, ist ${aheadOf(backDays)} um ${clock(backAt)} für alle frei.`,
      )
    case 'pool':
      return rule.times.map(
        ({ weekdays, at }) => `Was abgesagt wird, kommt ${weekdaysInWords(weekdays)} um ${clock(at)} wieder.`,
      )
  }
}

/** 'vom 1.12.2026 bis 31.1.2027', 'ab 1.12.2026' */
export const daysInWords = ({ from, until }: Pick<PlanView, 'from' | 'until'>): string =>
  until === null
    ? `ab ${shortDate(from)}`
    : from === until
      ? shortDate(from)
      : `${shortDate(from)} bis ${shortDate(until)}`

const clock = (minute: number): string => `${clockOfMinute(minute)} Uhr`

const aheadOf = (days: number): string =>
  days === 0 ? 'am Tag selbst' : days === 1 ? 'am Tag vorher' : `${days} Tage vorher`
