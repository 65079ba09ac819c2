/** What a text module may name; the words are those that administrators write in braces. */
export interface Placeholders {
  Nummer: string
  Rufnummer: string
  Servicezeiten: string
}

const NAMES: readonly (keyof Placeholders)[] = ['Nummer', 'Rufnummer', 'Servicezeiten']

/** Fills the placeholders in. Other braces stay: the person who inserts it sees them. */
export const fillIn = (text: string, values: Placeholders): string =>
  text.replace(/\{(\w+)\}/g, (whole, word: string) => {
    const name = NAMES.find((known) => known === word)
    return name ? values[name] : whole
  })

/** The placeholders of a text that nobody can fill in. */
export function unknownPlaceholders(text: string): string[] {
  const known: readonly string[] = NAMES
  return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = '']) => (known.includes(name) ? [] : [name]))
}
