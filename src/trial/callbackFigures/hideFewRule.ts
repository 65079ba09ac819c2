/** A group and how many cases it has. */
export interface Sized {
  readonly key: string
  readonly size: number
}

/**
 * Which groups are not shown by themselves but as one: those with fewer than `least` cases, and as many of the next
 * smallest as it takes so that no hidden size follows from what is shown and the whole. At least two are hidden, together
 * they have at least `least`, and each could also have another size although everybody knows that the smallest are hidden
 * (a group of four whose only companion is as large as the smallest shown one would be found out).
 * @param groups with one case or more each, `least` or more in all; of fewer nothing may be shown, the whole neither
 * @returns keys; empty when all are shown
 */
export function hideFew(groups: readonly Sized[], least: number): ReadonlySet<string> {
  const ordered = groups.toSorted((a, b) => a.size - b.size || (a.key < b.key ? -1 : 1))
  let hidden = ordered.filter(({ size }) => size < least).length
  if (hidden === 0) return new Set()
  while (hidden < ordered.length && !isSafe(ordered, hidden, least)) hidden += 1
  return new Set(ordered.slice(0, hidden).map(({ key }) => key))
}

function isSafe(ordered: readonly Sized[], hidden: number, least: number): boolean {
  const some = ordered.slice(0, hidden)
  if (hidden < 2 || some.reduce((sum, { size }) => sum + size, 0) < least) return false
  return some.every((_, i) => some.some((_, j) => i !== j && (moves(some, i, j) || moves(some, j, i))))

  /** One case less here and one more there would hide the same groups. */
  function moves(from: readonly Sized[], less: number, more: number): boolean {
    const sizes = from.map(({ size }, n) => size - Number(n === less) + Number(n === more))
    const smallestShown = ordered[hidden]?.size ?? Infinity
    return Math.min(...sizes) >= 1 && Math.min(...sizes) < least && Math.max(...sizes) <= smallestShown
  }
}
