import { type CallbackFigures, COUNTS, type Grouping, LEAST_SHOWN, type PromiseFigures } from './contract.ts'
import type { GroupFigures } from './figuresStore.ts'
import { hideFew } from './hideFewRule.ts'

type Presented = CallbackFigures['groups'][number]

/** The groups of one grouping that may be shown, hours in their order and others the largest first, and the rest as one. */
export function presentGroups(
  by: Grouping,
  all: readonly GroupFigures[],
  total: PromiseFigures,
  names: ReadonlyMap<string, string>,
): Presented {
  const groups = all.filter((group) => group.by === by)
  const sizes = groups.map(({ key, figures }) => ({ key, size: figures.promised }))
  const hidden = hideFew(sizes, LEAST_SHOWN)
  const shown = groups
    .filter(({ key }) => !hidden.has(key))
    .map(({ key, figures }) => ({ key, name: names.get(key) ?? key, figures }))
    .toSorted((a, b) =>
      by === 'hour'
        ? a.key.localeCompare(b.key)
        : b.figures.promised - a.figures.promised || a.name.localeCompare(b.name, 'de'),
    )
  if (hidden.size === 0) return { by, shown, rest: null }
  const figures = restOf(
    total,
    shown.map((group) => group.figures),
  )
  return { by, shown, rest: { groups: hidden.size, figures } }
}

/** The whole without what is shown. A median cannot be taken away from another. */
function restOf(total: PromiseFigures, shown: readonly PromiseFigures[]): PromiseFigures {
  const rest: PromiseFigures = { ...total, ...NO_TIMES }
  for (const name of COUNTS) rest[name] = shown.reduce((left, figures) => left - figures[name], total[name])
  return rest
}

const NO_TIMES = {
  firstAttemptMedianMs: null,
  firstAttemptP90Ms: null,
  firstAttemptServiceMedianMs: null,
  firstAttemptServiceP90Ms: null,
} as const satisfies Partial<PromiseFigures>
