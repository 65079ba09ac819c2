import { useEffect, useRef, type ReactNode } from 'react'

/** A page that the browser itself loaded begins at its top, with the skip link. */
let loadedByBrowser = true

/**
 * The page's one first heading, and the title of the window (React puts `title` into the head). After a link inside the
 * console the link is gone, and the focus with it: the heading takes it, unless something on the page wants it more.
 */
export function PageTitle({ title, aside }: { title: string; aside?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!loadedByBrowser && document.activeElement === document.body) heading.current?.focus()
    loadedByBrowser = false
  }, [])
  return (
    <div className="page-title">
      <title>{`${title} · Freizeichen`}</title>
      <h1 className="kern-heading-large" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {aside}
    </div>
  )
}
