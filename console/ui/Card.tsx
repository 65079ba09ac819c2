import { useId, type ReactNode, type Ref } from 'react'

/** A named part of a page with a quiet border. With a `ref` it can take the focus when what had it is gone. */
export function Card({
  title,
  aside,
  ref,
  children,
}: {
  title: string
  aside?: ReactNode
  ref?: Ref<HTMLElement>
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="card" aria-labelledby={id} ref={ref ?? null} tabIndex={ref ? -1 : undefined}>
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
