import { createRoute } from '@tanstack/react-router'
import { adminRoute } from '../admin/adminRoute.ts'
import { CataloguePage } from './CataloguePage.tsx'
import { ServicePage } from './ServicePage.tsx'

const getParentRoute = () => adminRoute

export const catalogueRoutes = [
  createRoute({ getParentRoute, path: '/leistungen', component: CataloguePage }),
  createRoute({ getParentRoute, path: '/leistungen/$id', component: ServicePage }),
] as const
