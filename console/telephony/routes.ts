import { createRoute } from '@tanstack/react-router'
import { adminRoute } from '../admin/adminRoute.ts'
import { SourcePage } from './SourcePage.tsx'
import { SourcesPage } from './SourcesPage.tsx'

const getParentRoute = () => adminRoute

export const telephonyRoutes = [
  createRoute({ getParentRoute, path: '/telefonanlagen', component: SourcesPage }),
  createRoute({ getParentRoute, path: '/telefonanlagen/$id', component: SourcePage }),
] as const
