/** A line of a table, with the line of the file in which it begins. */
export interface CsvRow {
  /** From 1. */
  line: number
  cells: string[]
  /** The file ends inside of quotation marks: what stands there is not to be trusted. */
  cut: boolean
}

/**
 * Reads what spreadsheets and telephone systems write: RFC 4180 with any one-character separator, line breaks of either
 * kind, quotation marks doubled inside of quotation marks. A byte order mark is passed over, and so are empty lines.
 */
export function* parseCsv(text: string, separator: string): Generator<CsvRow> {
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  while (at < text.length) {
    const row: CsvRow = { line, cells: [], cut: false }
    for (let more = true; more;) {
      const cell = text[at] === '"' ? quoted(text, at) : plain(text, at, separator)
      row.cells.push(cell.text)
      row.cut ||= cell.cut
      line += cell.breaks
      at = cell.end
      more = text[at] === separator
      if (more) at += 1
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    line += 1
    if (row.cells.length > 1 || row.cells[0] !== '') yield row
  }
}

interface Cell {
  text: string
  /** The place behind it. */
  end: number
  /** Line breaks inside. */
  breaks: number
  cut: boolean
}

function plain(text: string, from: number, separator: string): Cell {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(from, end), end, breaks: 0, cut: false }
}

function quoted(text: string, from: number): Cell {
  let value = ''
  let at = from + 1
  for (;;) {
    const mark = text.indexOf('"', at)
    if (mark === -1) return { text: value + text.slice(at), end: text.length, breaks: 0, cut: true }
    value += text.slice(at, mark)
    at = mark + 1
    if (text[at] !== '"') break
    value += '"'
    at += 1
  }
  // What stands between the closing mark and the next separator is no part of any cell.
  return { text: value, end: at, breaks: value.split('\n').length - 1, cut: false }
}
