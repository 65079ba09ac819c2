import type { TrialPlan } from '../../../src/trial/plan/contract.ts'
import { nameOf } from './words.ts'

type Figure = TrialPlan['targets'][number]['figure']

/** Targets that belong together, in percent; the first is the question itself. */
export interface Template {
  name: string
  targets: readonly { figure: Figure; percent: number }[]
}

export const TEMPLATES: readonly Template[] = [
  {
    name: 'Fünfzehn Sekunden und Rückruf',
    targets: [
      { figure: 'answered15', percent: 80 },
      { figure: 'callbacks', percent: 90 },
      { figure: 'abandoned', percent: 5 },
      { figure: 'lostAtClosing', percent: 1 },
    ],
  },
  {
    // What the number promises: docs/figures.md. It says "the rest within 24 service hours"; a target is less than all.
    name: 'Behördennummer 115',
    targets: [
      { figure: 'answered30', percent: 75 },
      { figure: 'firstContact', percent: 65 },
      { figure: 'answered24', percent: 95 },
    ],
  },
]

/** A field that a template changes, and from what. */
export interface Fill {
  field: string
  label: string
  before: string
  after: string
}

const field = (figure: string): string => `target.${figure}`

/** What the template changes in the form; what says the same already is no change. @param read a field as it is typed now */
export function fillsOf({ targets }: Template, read: (field: string) => string): Fill[] {
  const [main] = targets
  const fills = targets.map(({ figure, percent }) => ({
    field: field(figure),
    label: nameOf(figure),
    before: read(field(figure)).trim(),
    after: percent.toLocaleString('de-DE'),
  }))
  if (main)
    fills.push({ field: 'first', label: 'Das wichtigste Ziel', before: read('first'), after: main.figure })
  return fills.filter(({ before, after }) => before !== after)
}

/** What the template says of none and somebody typed: it stays a target. */
export const stayingOf = ({ targets }: Template, typed: readonly Figure[]): string[] =>
  typed.filter((figure) => !targets.some((target) => target.figure === figure)).map(nameOf)

/** "In 15 Sekunden angenommen (vorher 75)": what was typed and is replaced, so that nothing goes unseen. */
export const replacedIn = (fills: readonly Fill[]): string[] =>
  fills
    .filter(({ before }) => before !== '')
    .map(({ field: of, label, before }) => `${label} (vorher ${of === 'first' ? nameOf(before) : before})`)
