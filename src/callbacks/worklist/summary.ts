const LONGEST = 80

/** The first words of a reason on one line, cut between words. */
export function summaryOf(reason: string): string {
  const line = reason.replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST)
  const space = cut.lastIndexOf(' ')
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).trimEnd()} …`
}
