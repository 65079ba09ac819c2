import { Link, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Loading } from '../ui/index.ts'
import { adminPages } from './pages.ts'
import './admin.css'

/** The administration's own navigation beside its pages. */
export function AdminLayout() {
  return (
    <div className="admin">
      <nav className="admin__nav" aria-label="Verwaltung">
        {adminPages.map(({ to, label }) => (
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
