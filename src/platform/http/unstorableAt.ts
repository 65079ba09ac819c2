/**
 * Where in a request stands a text that PostgreSQL cannot keep: with NUL or with half of a surrogate pair.
 * A loop, not a recursion: a stranger decides how deep the value is.
 * @returns the path as `fieldMessages` writes it, or null
 */
export function unstorableAt(value: unknown): string | null {
  const open: [path: string, value: unknown][] = [['', value]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [path, found] = next
    if (typeof found === 'string' && !isStorable(found)) return path
    if (typeof found !== 'object' || found === null) continue
    for (const [key, inner] of Object.entries(found)) {
      if (!isStorable(key)) return path
      open.push([path === '' ? key : `${path}.${key}`, inner])
    }
  }
  return null
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
