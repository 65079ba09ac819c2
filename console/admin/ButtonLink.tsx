import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

/** A way to another page that looks like a button: "Neu", "Abbrechen". */
export const ButtonLink = createLink(function ButtonLink({ children, ...rest }: ComponentProps<'a'>) {
  return (
    <a {...rest} className="kern-btn kern-btn--secondary">
      <span className="kern-label">{children}</span>
    </a>
  )
})
