import { createRoute, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../shell/shellRoute.ts'
import { CallbackPage } from './CallbackPage.tsx'
import { filtersSchema, keptFilters } from './filters.ts'
import { NewCallbackPage } from './new/NewCallbackPage.tsx'
import { ShiftPage } from './ShiftPage.tsx'
import { WorklistPage } from './WorklistPage.tsx'

const staticData = { roles: ['clerk', 'report', 'lead'] } as const

const worklistRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rueckrufe',
  staticData,
  validateSearch: filtersSchema,
  // The list comes back as it was left, and the address says how.
  beforeLoad({ search, location }) {
    const kept = keptFilters()
    if (Object.keys(search).length > 0 || Object.keys(kept).length === 0) return
    const { told } = location.state
    throw redirect({ to: '/rueckrufe', search: kept, replace: true, ...(told ? { state: { told } } : {}) })
  },
  component: WorklistPage,
})

const callbackRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rueckrufe/$id',
  staticData,
  component: CallbackPage,
})

const newCallbackRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rueckrufe/neu',
  staticData,
  // The open case that the call is promised for; without it a new one.
  validateSearch: z.object({ anliegen: z.uuid().optional().catch(undefined) }),
  component: NewCallbackPage,
})

const shiftRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rueckrufe/uebergeben',
  staticData,
  component: ShiftPage,
})

export const callbacksRoutes = [worklistRoute, newCallbackRoute, shiftRoute, callbackRoute] as const
