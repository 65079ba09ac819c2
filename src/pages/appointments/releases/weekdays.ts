/**
 * Weekdays as one says them, three or more in a row as a span: [1, 2, 3, 5] is 'Montag bis Mittwoch und Freitag'.
 * @param names from Monday on
 */
export function weekdayWords(
  weekdays: readonly number[],
  names: readonly string[],
  { to, and }: { to: string; and: string },
): string {
  const parts = runsOf(weekdays).flatMap((run) => {
    const words = run.map((day) => names[day - 1] ?? '')
    return words.length < 3 ? words : [`${words[0]} ${to} ${words.at(-1)}`]
  })
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} ${and} ${last}`
}

/** Neighbours together. */
function runsOf(weekdays: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const day of [...new Set(weekdays)].toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
}
