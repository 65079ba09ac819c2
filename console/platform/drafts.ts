import { z } from 'zod'

const PREFIX = 'freizeichen.draft.'
/** A forgotten copy holds a citizen's name and number: it does not outlive the working day. */
const KEPT_MS = 12 * 3_600_000

const envelope = z.object({ savedAt: z.number(), value: z.unknown() })

/**
 * A second copy of what is being typed, on this computer, for a reload or a lost connection.
 * False where the browser keeps nothing: its store is full or forbidden.
 */
export function keepDraft(key: string, value: unknown, now: number): boolean {
  try {
    localStorage.setItem(
      PREFIX + key,
      JSON.stringify({ savedAt: now, value } satisfies z.infer<typeof envelope>),
    )
    return true
  } catch {
    return false
  }
}

/** The kept copy if it still has this shape; null otherwise. */
export function keptDraft<T>(key: string, shape: z.ZodType<T>): T | null {
  const stored = read(PREFIX + key)
  const parsed = stored && shape.safeParse(stored.value)
  return parsed?.success ? parsed.data : null
}

export function forgetDraft(key: string): void {
  localStorage.removeItem(PREFIX + key)
}

export function forgetDrafts(): void {
  for (const key of draftKeys()) localStorage.removeItem(key)
}

/** Called at start: copies of calls that nobody came back to. */
export function forgetOldDrafts(now: number): void {
  for (const key of draftKeys()) {
    if (now - (read(key)?.savedAt ?? 0) > KEPT_MS) localStorage.removeItem(key)
  }
}

const draftKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))

function read(key: string): z.infer<typeof envelope> | null {
  const text = localStorage.getItem(key)
  if (text === null) return null
  try {
    return envelope.parse(JSON.parse(text))
  } catch {
    // Not ours, or cut off while it was written: it helps nobody.
    localStorage.removeItem(key)
    return null
  }
}
