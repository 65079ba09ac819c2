import type { ReactNode } from 'react'
import { messageOf } from '../platform/apiError.ts'
import { Icon } from './Icon.tsx'

type Tone = 'info' | 'success' | 'warning' | 'danger'

/** A sentence that must be seen here. Use `urgent` for what appears by itself and matters at once. */
export function Notice({
  tone = 'info',
  urgent = false,
  children,
}: {
  tone?: Tone
  urgent?: boolean
  children: ReactNode
}) {
  return (
    <div className={`notice notice--${tone}`} role={urgent ? 'alert' : undefined}>
      <Icon name={tone} />
      <div className="notice__body">{children}</div>
    </div>
  )
}

/** What went wrong, in the server's words; nothing when nothing did. */
export function ErrorNotice({ error }: { error: unknown }) {
  if (!error) return null
  return (
    <Notice tone="danger" urgent>
      {messageOf(error)}
    </Notice>
  )
}
