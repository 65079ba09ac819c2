import { csvOf } from '../../shared/csv.ts'
import { type CallbackFigures, COUNTS, FIGURE_NAMES, type PromiseFigures, TIMES } from './contract.ts'

const GROUPING_WORDS = { service: 'Leistung', team: 'Team', hour: 'Stunde' } as const
const MINUTE_MS = 60_000

/** One line for the whole and one for each group; counts as they are and times in whole minutes. */
export function callbackFiguresCsv({ from, to, total, groups }: CallbackFigures): string {
  const names = [...COUNTS, ...TIMES].map((name) => FIGURE_NAMES[name])
  const line = (by: string, name: string, figures: PromiseFigures) => [
    from,
    to,
    by,
    name,
    ...cellsOf(figures),
  ]
  const lines = groups.flatMap(({ by, shown, rest }) => [
    ...shown.map(({ name, figures }) => line(GROUPING_WORDS[by], name, figures)),
    ...(rest ? [line(GROUPING_WORDS[by], `Übrige (${rest.groups})`, rest.figures)] : []),
  ])
  return csvOf([
    ['von', 'bis', 'Gruppierung', 'Gruppe', ...names],
    ...(total ? [line('gesamt', '', total)] : []),
    ...lines,
  ])
}

const cellsOf = (figures: PromiseFigures): (number | null)[] => [
  ...COUNTS.map((name) => figures[name]),
  ...TIMES.map((name) => minutes(figures[name])),
]

const minutes = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / MINUTE_MS))
