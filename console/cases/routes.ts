import { createRoute } from '@tanstack/react-router'
import { shellRoute } from '../shell/shellRoute.ts'
import { CasePage } from './CasePage.tsx'
import { FindCasePage } from './FindCasePage.tsx'

const staticData = { roles: ['clerk', 'report', 'lead', 'admin'] } as const

export const findCaseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/anliegen',
  staticData,
  component: FindCasePage,
})

export const caseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/anliegen/$id',
  staticData,
  component: CasePage,
})

export const casesRoutes = [findCaseRoute, caseRoute] as const
