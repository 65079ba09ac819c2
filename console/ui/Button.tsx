import type { ComponentProps } from 'react'
import { Kbd } from './Kbd.tsx'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  variant?: 'primary' | 'secondary' | 'tertiary'
  /** The key that does the same, shown after the label. */
  hotkey?: string
  /** While its work runs the button keeps its place and its focus, and does nothing. */
  busy?: boolean
}

export function Button({
  variant = 'secondary',
  hotkey,
  busy = false,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`kern-btn kern-btn--${variant}`}
      aria-disabled={busy || rest.disabled || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      <span className="kern-label">{children}</span>
      {hotkey && <Kbd>{hotkey}</Kbd>}
    </button>
  )
}
