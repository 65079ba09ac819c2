import type { ReactNode } from 'react'
import { PageTitle, Told } from '../ui/index.ts'

/** Frame of one page of the administration: title, what was just done, content. */
export function AdminPage({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="admin__page">
      <PageTitle title={title} aside={aside} />
      <Told />
      {children}
    </div>
  )
}
