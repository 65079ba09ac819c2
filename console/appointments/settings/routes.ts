import { createRoute } from '@tanstack/react-router'
import { appointmentsRoute } from '../appointmentsRoute.ts'
import { OfficePage } from './OfficePage.tsx'
import { OfficesPage } from './OfficesPage.tsx'

const getParentRoute = () => appointmentsRoute
const admin = { roles: ['admin'] } as const

export const settingsRoutes = [
  createRoute({ getParentRoute, path: '/bueros', component: OfficesPage }),
  createRoute({ getParentRoute, path: '/bueros/$id', staticData: admin, component: OfficePage }),
] as const
