import type { ReactNode } from 'react'
import './say.css'

/** What is to be said aloud looks the same everywhere on the desk. */
export function Say({ label = 'Sagen', children }: { label?: string; children: ReactNode }) {
  return (
    <div className="say">
      <p className="say__label">{label}</p>
      <p className="say__text">„{children}“</p>
    </div>
  )
}
