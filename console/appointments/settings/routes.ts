import { createRoute } from '@tanstack/react-router'
import { appointmentsRoute } from '../appointmentsRoute.ts'
import { NoticesPage } from './NoticesPage.tsx'
import { OfficeFormPage } from './OfficeFormPage.tsx'
import { OfficePage } from './OfficePage.tsx'
import { OfficesPage } from './OfficesPage.tsx'
import { ServicePage } from './ServicePage.tsx'
import { ServicesPage } from './ServicesPage.tsx'
import { ShiftPage } from './ShiftPage.tsx'

const getParentRoute = () => appointmentsRoute
const admin = { roles: ['admin'] } as const
const planners = { roles: ['lead', 'admin'] } as const

export const settingsRoutes = [
  createRoute({ getParentRoute, path: '/bueros', component: OfficesPage }),
  createRoute({ getParentRoute, path: '/bueros/neu', staticData: admin, component: OfficeFormPage }),
  createRoute({ getParentRoute, path: '/bueros/$id', component: OfficePage }),
  createRoute({ getParentRoute, path: '/bueros/$id/aendern', staticData: admin, component: OfficeFormPage }),
  createRoute({
    getParentRoute,
    path: '/bueros/$id/dienste/$shift',
    staticData: planners,
    component: ShiftPage,
  }),
  createRoute({ getParentRoute, path: '/nachrichten', staticData: admin, component: NoticesPage }),
  createRoute({ getParentRoute, path: '/leistungen', component: ServicesPage }),
  createRoute({ getParentRoute, path: '/leistungen/$id', staticData: admin, component: ServicePage }),
] as const
