import { createRoute } from '@tanstack/react-router'
import { shellRoute } from '../shell/shellRoute.ts'
import { CallbackPage } from './CallbackPage.tsx'
import { ShiftPage } from './ShiftPage.tsx'
import { WorklistPage } from './WorklistPage.tsx'

const staticData = { roles: ['clerk', 'report', 'lead'] } as const

const worklistRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rueckrufe',
  staticData,
  component: WorklistPage,
})

const callbackRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rueckrufe/$id',
  staticData,
  component: CallbackPage,
})

const shiftRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rueckrufe/uebergeben',
  staticData,
  component: ShiftPage,
})

export const callbacksRoutes = [worklistRoute, shiftRoute, callbackRoute] as const
