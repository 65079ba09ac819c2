import { createRoute } from '@tanstack/react-router'
import { adminRoute } from '../admin/adminRoute.ts'
import { AccountAdminPage } from './AccountAdminPage.tsx'
import { AccountsPage } from './AccountsPage.tsx'
import { AuditPage } from './AuditPage.tsx'

const getParentRoute = () => adminRoute

export const peopleRoutes = [
  createRoute({ getParentRoute, path: '/konten', component: AccountsPage }),
  createRoute({ getParentRoute, path: '/konten/$id', component: AccountAdminPage }),
  createRoute({ getParentRoute, path: '/protokoll', component: AuditPage }),
] as const
