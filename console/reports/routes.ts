import { createRoute } from '@tanstack/react-router'
import { CITY_STAFF } from '../shell/navigation.ts'
import { shellRoute } from '../shell/shellRoute.ts'
import { filtersSchema } from './filters.ts'
import { ReportPage } from './ReportPage.tsx'
import { ReportsPage } from './ReportsPage.tsx'

const staticData = { roles: CITY_STAFF }

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meldungen',
  staticData,
  validateSearch: filtersSchema,
  component: ReportsPage,
})

const oneRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meldungen/$id',
  staticData,
  component: ReportPage,
})

export const reportsRoutes = [listRoute, oneRoute] as const
