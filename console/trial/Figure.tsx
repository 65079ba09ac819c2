import type { ReactNode } from 'react'

/** One number that is read from afar, what it is, and the counts behind it. */
export function Figure({ name, value, detail }: { name: string; value: ReactNode; detail: ReactNode }) {
  return (
    <div className="figure">
      <dt className="figure__name">{name}</dt>
      <dd className="figure__value">{value}</dd>
      <dd className="figure__detail">{detail}</dd>
    </div>
  )
}
