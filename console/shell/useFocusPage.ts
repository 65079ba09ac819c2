import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/**
 * After a link to another page of the console the link is gone, and the focus with it: the new page's heading takes it,
 * unless something on that page already has. A page that the browser itself loaded begins at its top as always.
 */
export function useFocusPage(): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    const arrived = before.current !== undefined && before.current !== path
    before.current = path
    if (arrived && document.activeElement === document.body) focusHeading()
  }, [path])
}

function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('#main h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}
