import { createRoute } from '@tanstack/react-router'
import { adminRoute } from '../../admin/adminRoute.ts'
import { KeysPage } from './KeysPage.tsx'

export const open311Routes = [
  createRoute({ getParentRoute: () => adminRoute, path: '/open311', component: KeysPage }),
] as const
