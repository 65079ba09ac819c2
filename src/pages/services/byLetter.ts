const german = new Intl.Collator('de')

export interface LetterGroup<T> {
  letter: string
  members: readonly T[]
}

/** In dictionary order (DIN 5007-1), umlauts under their base letter: Ä stands with A. */
export function byLetter<T>(items: readonly T[], nameOf: (item: T) => string): LetterGroup<T>[] {
  const groups = new Map<string, T[]>()
  for (const item of items.toSorted((a, b) => german.compare(nameOf(a), nameOf(b)))) {
    const letter = baseLetter(nameOf(item))
    groups.set(letter, [...(groups.get(letter) ?? []), item])
  }
  return [...groups].map(([letter, members]) => ({ letter, members }))
}

function baseLetter(name: string): string {
  return name.normalize('NFD').charAt(0).toUpperCase()
}
