import { BASELINE_SOURCES, type TrialPlan } from '../../../src/trial/plan/contract.ts'
import { linesOf, textOf } from '../../ui/index.ts'
import { FIGURES } from './words.ts'

/** What the form says as a plan; the server tells what is wrong with it. A number that is none goes as none. */
export function planOf(values: FormData): TrialPlan {
  const text = (name: string) => textOf(values, name).trim()
  return {
    title: text('title'),
    question: text('question'),
    period: { from: text('period.from'), to: text('period.to') },
    baseline: {
      from: text('baseline.from'),
      to: text('baseline.to'),
      source: BASELINE_SOURCES.find((source) => source === text('source')) ?? 'imported',
      queues: values.getAll('queue').filter((queue) => typeof queue === 'string'),
    },
    decidesOn: text('decidesOn'),
    provider: text('provider'),
    price: { per: priceIn(text('per')), cents: centsIn(text('price')) },
    staffCentsPerHour: centsIn(text('staff')),
    targets: targetsIn(values),
    rule: text('rule') === 'first' ? 'first' : 'all',
    specialDays: linesOf(textOf(values, 'specialDays')).map((line) => ({
      day: line.split(/\s/, 1)[0] ?? '',
      why: line.replace(/^\S+\s*/, ''),
    })),
  }
}

/** The figure that is the question itself stands first. */
export function targetsIn(values: FormData): TrialPlan['targets'] {
  const first = textOf(values, 'first')
  const named = FIGURES.flatMap(({ figure }) => {
    const typed = textOf(values, `target.${figure}`).trim()
    return typed === '' ? [] : [{ figure, share: numberIn(typed) / 100 }]
  })
  return named.toSorted((one, other) => Number(other.figure === first) - Number(one.figure === first))
}

const priceIn = (text: string): TrialPlan['price']['per'] =>
  text === 'minute' || text === 'flat' ? text : 'call'

/** '1.234,5' and '1234.5' alike. */
export function numberIn(text: string): number {
  const plain = text.replace(/\s|€|%/g, '')
  const dotted = plain.includes(',') ? plain.replaceAll('.', '').replace(',', '.') : plain
  return dotted === '' ? Number.NaN : Number(dotted)
}

const centsIn = (text: string): number => Math.round(numberIn(text) * 100)

/** Cents as they are typed: '2,50'. */
export const eurosOf = (cents: number): string =>
  (cents / 100).toLocaleString('de-DE', { minimumFractionDigits: 2, useGrouping: false })
