import type { ReactNode } from 'react'

/** The page's one first heading, and the title of the window (React puts `title` into the head). */
export function PageTitle({ title, aside }: { title: string; aside?: ReactNode }) {
  return (
    <div className="page-title">
      <title>{`${title} · Freizeichen`}</title>
      <h1 className="kern-heading-large">{title}</h1>
      {aside}
    </div>
  )
}
