import { createRoute, redirect } from '@tanstack/react-router'
import { shellRoute } from '../shell/shellRoute.ts'
import { AdminLayout } from './AdminLayout.tsx'

/** Parent of every page of the administration. */
export const adminRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/verwaltung',
  staticData: { roles: ['admin'] },
  component: AdminLayout,
})

export const adminHomeRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/verwaltung/servicezeiten' })
  },
})
