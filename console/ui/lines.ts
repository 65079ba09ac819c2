/** A list from a field with one entry per line; empty lines are no entries. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The sentence for a field that holds a list: of the list itself or of its first wrong entry. */
export function listErrorOf(fields: Readonly<Record<string, string>>, name: string): string | undefined {
  return fields[name] ?? Object.entries(fields).find(([field]) => field.startsWith(`${name}.`))?.[1]
}
