/** A line of a spreadsheet's file, and the line of the file on which it begins, from 1 on. */
export interface CsvLine {
  line: number
  cells: readonly string[]
}

/**
 * Reads RFC 4180 with semicolons, as `csvOf` writes it: quoted cells may hold semicolons, quotes twice and line ends. Empty lines are
 * left out. @returns null when a quote is never closed
 */
export function readCsv(text: string): CsvLine[] | null {
  const lines: CsvLine[] = []
  let cells: string[] = []
  let line = 1
  let begun = 1
  const cell = /"((?:[^"]|"")*)"(;|\r?\n|$)|([^;\r\n]*)(;|\r?\n|$)/y
  const body = text.replace(/^\uFEFF/, '')
  while (cell.lastIndex < body.length) {
    const from = cell.lastIndex
    const [all, quoted, quotedEnd, plain = '', plainEnd = ''] = cell.exec(body) ?? []
    if (all === undefined || (quoted === undefined && plain.startsWith('"'))) return null
    cells.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"').trim())
    const end = quotedEnd ?? plainEnd
    line += all.split('\n').length - 1
    if (cell.lastIndex === from) return null
    if (end === ';' && cell.lastIndex < body.length) continue
    if (end === ';') cells.push('')
    if (cells.some(Boolean)) lines.push({ line: begun, cells })
    cells = []
    begun = line
  }
  return lines
}
