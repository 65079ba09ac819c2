const QUOTE_BEGINS = [
  /^-{2,}\s*(ursprüngliche nachricht|original message|originalnachricht|weitergeleitete nachricht|forwarded message)\s*-{2,}/i,
  /^(am|on)\b.{4,200}\b(schrieb|wrote)\b.{0,200}:\s*$/i,
  /^.{1,200}(schrieb am|hat am).{4,100}(geschrieben)?:\s*$/i,
  /^_{10,}$/,
  /^(von|from):\s.+$/i,
]
/** After a line 'Von: …' the others of a quoted head follow. */
const HEAD_FOLLOWS = /^(gesendet|sent|an|to|datum|date|betreff|subject|cc):\s/i
const SIGNATURE = /^--\s?$/

/**
 * What somebody wrote themselves: above what they quote, or below it where nothing stands above, without the signature.
 * The whole text where nothing else would be left.
 */
export function cutQuotes(text: string): string {
  const lines = text.split('\n')
  const quoteAt = lines.findIndex((_, at) => beginsQuote(lines, at))
  const above = quoteAt < 0 ? lines : lines.slice(0, quoteAt)
  const own = tidy(above)
  if (own !== '') return own
  const below = quoteAt < 0 ? [] : afterQuotes(lines.slice(quoteAt))
  return tidy(below) || text.trim() || text
}

function beginsQuote(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? ''
  // Mail programs break 'Am … schrieb …:' over two lines.
  const joined = `${line} ${lines[at + 1]?.trim() ?? ''}`
  if (/^(von|from):\s.+$/i.test(line))
    return lines.slice(at + 1, at + 4).some((next) => HEAD_FOLLOWS.test(next.trim()))
  return (
    QUOTE_BEGINS.slice(0, 4).some((begin) => begin.test(line)) ||
    /^(am|on)\b.{4,300}\b(schrieb|wrote)\b.{0,200}:$/i.test(joined)
  )
}

/** Behind the last quoted line. */
function afterQuotes(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.startsWith('>'))
  return last < 0 ? [] : lines.slice(last + 1)
}

function tidy(lines: readonly string[]): string {
  const end = lines.findIndex((line) => SIGNATURE.test(line))
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>'))
  return own
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
