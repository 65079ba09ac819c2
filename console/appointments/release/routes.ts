import { createRoute } from '@tanstack/react-router'
import { appointmentsRoute } from '../appointmentsRoute.ts'
import { PlanFormPage } from './PlanFormPage.tsx'
import { PlanPage } from './PlanPage.tsx'
import { PlansPage } from './PlansPage.tsx'

const getParentRoute = () => appointmentsRoute
const staticData = { roles: ['lead', 'admin'] } as const

export const releaseRoutes = [
  createRoute({ getParentRoute, path: '/freigaben', staticData, component: PlansPage }),
  createRoute({ getParentRoute, path: '/freigaben/$id', staticData, component: PlanPage }),
  createRoute({ getParentRoute, path: '/freigaben/$id/aendern', staticData, component: PlanFormPage }),
] as const
