import type { ReactNode } from 'react'

/** In place of a list with nothing in it: says so and what to do. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>
}
