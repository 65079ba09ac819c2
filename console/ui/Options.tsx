/** Options of a list from value and word. */
export function Options({ of }: { of: Readonly<Record<string, string>> }) {
  return Object.entries(of).map(([value, word]) => (
    <option key={value} value={value}>
      {word}
    </option>
  ))
}

/** Options of a list from things that have a name. */
export function NamedOptions({ of }: { of: readonly { id: string; name: string }[] }) {
  return of.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
}
