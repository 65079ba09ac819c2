import { Link, Outlet, type LinkProps } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Loading } from '../ui/index.ts'
import './admin.css'

interface Props {
  /** What the navigation is called by screen readers. */
  label: string
  pages: readonly { to: NonNullable<LinkProps['to']>; label: string }[]
}

/** A section of the console with its own navigation beside its pages. */
export function SectionLayout({ label, pages }: Props) {
  return (
    <div className="admin">
      <nav className="admin__nav" aria-label={label}>
        {pages.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            className="admin__link"
            activeProps={{ className: 'admin__link admin__link--active' }}
          >
            {label}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </div>
  )
}
