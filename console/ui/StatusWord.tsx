import type { ReactNode } from 'react'

/** `good` free or kept, `busy` occupied, `warn` soon late, `bad` broken or missing, `off` away or over. */
export type StatusTone = 'good' | 'busy' | 'warn' | 'bad' | 'off'

/** A state as a word with its own shape before it; colour only repeats both. */
export function StatusWord({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span className={`status status--${tone}`}>
      <span className="status__shape" aria-hidden="true" />
      {children}
    </span>
  )
}
