import type { ReactNode } from 'react'

const LOOK = { 1: 'kern-heading-large', 2: 'kern-heading-medium', 3: 'kern-heading-small' } as const

export function Heading({ level, id, children }: { level: 1 | 2 | 3; id?: string; children: ReactNode }) {
  const Tag = `h${level}` as const
  return (
    <Tag className={LOOK[level]} id={id}>
      {children}
    </Tag>
  )
}
