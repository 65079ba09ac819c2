import type { ReactNode } from 'react'

/** A plain table with a caption; `thead`, `tbody`, `th` and `td` are the children. Numbers: class `num`. */
export function Table({
  caption,
  hideCaption = false,
  children,
}: {
  caption: string
  hideCaption?: boolean
  children: ReactNode
}) {
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className={hideCaption ? 'kern-sr-only' : undefined}>{caption}</caption>
        {children}
      </table>
    </div>
  )
}
