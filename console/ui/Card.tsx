import { useId, type ReactNode } from 'react'

/** A named part of a page with a quiet border. */
export function Card({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card__head">
        <h2 className="kern-heading-small" id={id}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
