import { availableParallelism, cpus, totalmem } from 'node:os'

/** One measured thing beside what it is held against, both measured in the same run. */
export interface Row {
  what: string
  figure: string
  /** The peer or the physical limit, with its own figure. */
  against: string
  /** `figure` divided by the figure of `against`. */
  ratio: number | null
}

/** Prints the machine, the table and, below it, sentences on what was measured how. */
export function report(title: string, rows: readonly Row[], notes: readonly string[] = []): void {
  const cells = rows.map((row) => [
    row.what,
    row.figure,
    row.against,
    row.ratio === null ? '' : `${ratioOf(row.ratio)} x`,
  ])
  const head = ['measured', 'figure', 'peer or limit, same run', 'ratio']
  const widths = head.map((name, column) =>
    Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  console.log(`\n${title}\n${machine()}\n`)
  console.log([head, widths.map((width) => '-'.repeat(width)), ...cells].map(line).join('\n'))
  for (const note of notes) console.log(`\n${note}`)
}

const ratioOf = (value: number): string => (value < 100 ? value.toPrecision(3) : value.toFixed(0))

function machine(): string {
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0)
  const model = cpus()[0]?.model.trim() || process.arch
  return `${availableParallelism()} cores (${model}), ${gigabytes} GB, Node ${process.versions.node}, ${process.platform}`
}
