import type { ReactNode } from 'react'
import { useIsWider } from './useIsWider.ts'

/** A plain table with a caption and column heads; the rows are the children. Numbers: class `num`. */
export function Table({
  caption,
  hideCaption = false,
  heads,
  children,
}: {
  caption: string
  hideCaption?: boolean
  /** Where the heads are not plain words, the table's own `thead` is among the children. */
  heads?: readonly string[]
  children: ReactNode
}) {
  const { ref, isWider } = useIsWider<HTMLDivElement>()
  // Who has no mouse scrolls by arrow keys, and for that must get there.
  const scrolls = isWider ? { tabIndex: 0, role: 'group', 'aria-label': caption } : {}
  return (
    <div className="table-wrap" ref={ref} {...scrolls}>
      <table className="table">
        <caption className={hideCaption ? 'kern-sr-only' : undefined}>{caption}</caption>
        {heads && (
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
        )}
        {children}
      </table>
    </div>
  )
}
