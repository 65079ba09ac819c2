const LONGEST = 40

/** The word itself where nobody has it, else with the next number: 'rathaus', 'rathaus-2'. Null when it is too short for an id. */
export function freeIdOf(word: string, taken: readonly string[]): string | null {
  if (word.length < 2) return null
  for (let n = 1; ; n += 1) {
    const suffix = n === 1 ? '' : `-${n}`
    const id = word.slice(0, LONGEST - suffix.length).replace(/-+$/, '') + suffix
    if (!taken.includes(id)) return id
  }
}
